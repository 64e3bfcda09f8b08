import type { JSX } from 'preact';
import type { LearnedTarget, SeenSign } from '../../learning/learn-target.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { RatesPicture } from '../parts/rates-picture.tsx';
import type { Visit } from '../route.ts';
import { isFor } from './profile.tsx';
import type { SignWords } from './sign-words.ts';
import type { TargetFigures } from './target-figures.ts';

interface Props {
  learned: LearnedTarget;
  visit: Visit;
  figures: TargetFigures;
  says: SignWords;
}

/** As many stand in the picture. */
const mostDrawn = 12;

/** Tested ones first, by how little chance explains them; then the most frequent. */
const inOrder = (signs: readonly SeenSign[]): SeenSign[] =>
  signs.toSorted((a, b) => (a.probability ?? 2) - (b.probability ?? 2));

function SignsPicture({ learned, visit, figures, says }: Props): JSX.Element | null {
  const texts = visit.words.target;
  const { percent } = figures;
  const rates = inOrder(learned.signs)
    .filter(({ probability, withIt }) => probability !== null && withIt !== null)
    .slice(0, mostDrawn)
    .map(({ when, withIt, isMark }) => ({ ...withIt!, name: says(when), isMarked: isMark }));
  if (rates.length === 0) return null;
  const share = learned.average?.rate ?? 0;
  return (
    <figure class="course">
      <figcaption>{texts.pictureTitle}</figcaption>
      <RatesPicture
        label={texts.picture(rates.length, percent(share))}
        rates={rates}
        average={{ share, name: `${texts.average} ${percent(share)}` }}
        percent={percent}
      />
    </figure>
  );
}

function verdictOf(sign: SeenSign): 'mark' | 'against' | 'chance' | 'few' {
  if (sign.probability === null) return 'few';
  if (!sign.isMark) return 'chance';
  return isFor(sign) ? 'mark' : 'against';
}

/** Everything that was looked at: as a picture, and as a table with how sure each is. */
export function Signs(props: Props): JSX.Element {
  const { learned, visit, figures, says } = props;
  const texts = visit.words.target;
  return (
    <section>
      <SignsPicture {...props} />
      <details>
        <summary>{texts.allSigns}</summary>
        <p class="quiet">{texts.how(learned.looks, learned.learnedOn)}</p>
        <section class="scrolls" tabindex={0} aria-label={texts.allSigns}>
          <table class="amounts learned" aria-label={texts.allSigns}>
            <ColumnHeads of={texts.columns} />
            <tbody>
              {inOrder(learned.signs).map((sign) => (
                <tr key={sign.when}>
                  <th scope="row">
                    {[sign.when, ...sign.sameAs].map(says).join('; ')}
                    {sign.unknown > 0 && <span class="quiet"> ({texts.unknown(sign.unknown)})</span>}
                  </th>
                  <td>{figures.rate(sign.withIt)}</td>
                  <td>{figures.rate(sign.withoutIt)}</td>
                  <td>{sign.probability === null ? texts.none : figures.chance(sign.probability)}</td>
                  <td>{texts.verdicts[verdictOf(sign)]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
