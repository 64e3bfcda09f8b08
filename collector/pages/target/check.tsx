import type { JSX } from 'preact';
import type { LearnedTarget, RulesCheck } from '../../learning/learn-target.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import type { Visit } from '../route.ts';
import type { TargetFigures } from './target-figures.ts';

interface Props {
  learned: LearnedTarget;
  visit: Visit;
  figures: TargetFigures;
  /** The rules that were learned are those of today. */
  isInForce: boolean;
}

/** A coin ranks the won one higher in half of the pairs. */
const coin = 0.5;

/** What can be said of two rankings by their intervals; `null` where one of them is none. */
function verdictOf({ checks }: LearnedTarget): 'better' | 'worse' | 'unsure' | 'chance' | null {
  const [learned, inForce] = [checks.learned?.ranking, checks.inForce?.ranking];
  if (!learned) return null;
  if (learned.low <= coin) return 'chance';
  if (!inForce) return null;
  if (learned.low > inForce.high) return 'better';
  return learned.high < inForce.low ? 'worse' : 'unsure';
}

/** What later deals say of the rules that were learned, in a sentence. */
export function Verdict({ learned, visit }: Pick<Props, 'learned' | 'visit'>): JSX.Element | null {
  const verdict = verdictOf(learned);
  return verdict && <p>{visit.words.target.verdictOf[verdict]}</p>;
}

/** Whether later deals do not speak against the rules that were learned. */
export const isAdvised = (learned: LearnedTarget): boolean =>
  !['chance', 'worse'].includes(verdictOf(learned) ?? '');

/** How the rules would have done with deals that they were not learned from. */
export function Check({ learned, visit, figures, isInForce }: Props): JSX.Element {
  const texts = visit.words.target;
  const ranked = ({ ranking }: RulesCheck): string =>
    ranking
      ? texts.ranked(
          figures.inHundred(ranking.share),
          figures.inHundred(ranking.low),
          figures.inHundred(ranking.high),
        )
      : texts.notRanked;
  return (
    <section>
      <h2>{texts.check}</h2>
      <p>{texts.checkHint(learned.checkedOn)}</p>
      <section class="scrolls" tabindex={0} aria-label={texts.check}>
        <table class="amounts learned" aria-label={texts.check}>
          <ColumnHeads of={texts.checkColumns} />
          <tbody>
            {(isInForce ? (['inForce'] as const) : (['learned', 'inForce'] as const)).map((name) => {
              const check = learned.checks[name];
              return (
                check && (
                  <tr key={name}>
                    <th scope="row">{texts.rankings[name]}</th>
                    <td>{ranked(check)}</td>
                    <td>{check.hot ? texts.hot(check.hot.hits, check.hot.of) : texts.hotNone}</td>
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}
