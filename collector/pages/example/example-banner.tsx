import type { JSX } from 'preact';
import type { SignedIn } from '../route.ts';

/** Says that what is shown is made up, and takes it away with one click. */
export const ExampleBanner = ({ visit: { words, account } }: { visit: SignedIn }): JSX.Element => (
  <div class="warning">
    <p>{words.example.banner}</p>
    {account.role === 'admin' && (
      <form method="post" action="/example/clear">
        <button type="submit">{words.example.clear}</button>
      </form>
    )}
  </div>
);
