import type { JSX } from 'preact';
import type { SignedIn } from '../route.ts';

/** Says that what is shown is made up, and takes it away for whoever means it. */
export const ExampleBanner = ({ visit: { words, account } }: { visit: SignedIn }): JSX.Element => (
  <div class="warning">
    <p>{words.example.banner}</p>
    {account.role === 'admin' && (
      <details>
        <summary>{words.example.clear}</summary>
        <form method="post" action="/example/clear">
          <p>{words.example.clearHint}</p>
          <button type="submit">{words.example.clearNow}</button>
        </form>
      </details>
    )}
  </div>
);
