import type { JSX } from 'preact';
import type { Score } from '../../src/lead/score.ts';
import { texts } from './inbox-texts.ts';
import { Terms } from './terms.tsx';
import { wordFor } from './word-for.ts';

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points)}`;

interface Props {
  score: Score;
  claimed: Score | undefined;
  /** Whether the person's behaviour was looked at. */
  isProfiled: boolean;
}

/** Why a lead is as warm as it is: its two halves, and each rule that applied, the weightiest first. */
export function Reasons({ score, claimed, isProfiled }: Props): JSX.Element {
  const { fit, interest, temperature, value } = score;
  const reasons = score.reasons.toSorted((a, b) => b.points - a.points);
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return (
    <div class="reasons">
      <h3>{texts.why(temperature)}</h3>
      <Terms
        className="halves"
        of={[
          [texts.fit, fit],
          [texts.interest, isProfiled ? interest : texts.notLookedAt],
        ]}
      />
      {reasons.length === 0 ? (
        <p class="quiet">{texts.noReasons}</p>
      ) : (
        <ul>
          {reasons.map(({ rule, points }, at) => (
            <li key={`${at} ${rule}`}>
              <span>{wordFor(texts.rules, rule)}</span> <span>{signed(points)}</span>
            </li>
          ))}
        </ul>
      )}
      {sum !== value && <p class="quiet">{texts.capped(sum)}</p>}
      {claimed && <p class="quiet">{texts.claimed(claimed.value)}</p>}
    </div>
  );
}
