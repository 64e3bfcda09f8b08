import type { JSX } from 'preact';
import type { LearnedTarget, SeenSign } from '../../learning/learn-target.ts';
import type { Visit } from '../route.ts';
import type { SignWords } from './sign-words.ts';
import type { TargetFigures } from './target-figures.ts';

interface Props {
  learned: LearnedTarget;
  visit: Visit;
  figures: TargetFigures;
  says: SignWords;
}

/** Whether it is true of those who were won more often than of others. */
export const isFor = ({ withIt, withoutIt }: SeenSign): boolean =>
  (withIt?.rate ?? 0) >= (withoutIt?.rate ?? 0);

/** Whom to look for, and with whom to be slower: the profile in words. */
export function Profile({ learned, visit, figures, says }: Props): JSX.Element {
  const texts = visit.words.target;
  const marks = learned.signs.filter(({ isMark }) => isMark);
  const strongest = (some: SeenSign[]) => some.toSorted((a, b) => a.probability! - b.probability!);
  const groups = [
    { title: texts.lookFor, signs: strongest(marks.filter(isFor)) },
    { title: texts.careful, signs: strongest(marks.filter((sign) => !isFor(sign))) },
  ];
  return (
    <section>
      <h2>{texts.profile}</h2>
      <p class="quiet">{texts.counted(learned.learnedOn, learned.checkedOn)}</p>
      {groups
        .filter(({ signs }) => signs.length > 0)
        .map(({ title, signs }) => (
          <section key={title} class="marked">
            <h3>{title}</h3>
            <ul>
              {signs.map(({ when, sameAs, withIt, withoutIt }) => (
                <li key={when}>
                  <strong>{says(when)}</strong>{' '}
                  {sameAs.length > 0 && `${texts.sameAs(sameAs.map(says).join('; '))} `}
                  <span class="quiet">
                    {texts.mark(
                      withIt!.hits,
                      withIt!.of,
                      figures.percent(withIt!.rate),
                      figures.percent(withoutIt!.rate),
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </section>
  );
}
