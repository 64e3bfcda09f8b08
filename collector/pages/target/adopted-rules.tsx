import type { JSX } from 'preact';
import type { Adoption } from '../../learning/adopt-scoring.ts';
import { ForTag } from '../parts/for-tag.tsx';
import { momentText } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';

interface Props {
  adoption: Adoption;
  /** Who adopted them; `null`: somebody who has left. */
  name: string | null;
  visit: SignedIn;
}

/** Rules that came from deals and are in force: by whom, the way back, and what the form on the site needs. */
export function AdoptedRules({ adoption, name, visit }: Props): JSX.Element {
  const { words, language, account } = visit;
  const texts = words.target;
  return (
    <section>
      <p>{texts.adoptedBy(name ?? texts.somebody, momentText(adoption.at, language))}</p>
      {account.role === 'admin' && (
        <form method="post" action="/target" class="buttons">
          <button type="submit" name="do" value="take-back">
            {texts.takeBack}
          </button>
        </form>
      )}
      <details>
        <summary>{words.scoring.forTag}</summary>
        <ForTag scoring={adoption.scoring} words={words} />
      </details>
    </section>
  );
}
