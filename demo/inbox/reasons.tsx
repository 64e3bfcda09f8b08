import type { JSX } from 'preact';
import type { Score } from '../../src/lead/score.ts';
import { texts } from './inbox-texts.ts';

/** Why a lead is as warm as it is: each rule that applied, the weightiest first. */
export function Reasons({ score, claimed }: { score: Score; claimed: Score | undefined }): JSX.Element {
  const reasons = score.reasons.toSorted((a, b) => b.points - a.points);
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return (
    <div class="reasons">
      <h3>{texts.why(score.temperature)}</h3>
      {reasons.length === 0 ? (
        <p class="quiet">{texts.noReasons}</p>
      ) : (
        <ul>
          {reasons.map(({ rule, points }) => (
            <li key={rule}>
              <span>{texts.rules[rule] ?? rule}</span> <span>+{points}</span>
            </li>
          ))}
        </ul>
      )}
      {sum > score.value && <p class="quiet">{texts.capped(sum)}</p>}
      {claimed && <p class="quiet">{texts.claimed(claimed.value)}</p>}
    </div>
  );
}
