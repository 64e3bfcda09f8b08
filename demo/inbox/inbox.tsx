import { render } from 'preact';

render(<main>Inbox</main>, document.getElementById('inbox')!);
