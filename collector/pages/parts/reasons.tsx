import type { JSX } from 'preact';
import type { Score } from 'unisono/schema';
import type { Words } from '../../words/words.ts';
import { Terms } from './terms.tsx';
import { wordFor } from './word-for.ts';

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points)}`;

interface Props {
  score: Score;
  claimed: Score | null;
  /** Whether the person's behaviour was looked at. */
  isProfiled: boolean;
  words: Words;
}

/** Why a lead is as warm as it is: its two halves, and each rule that applied, the weightiest first. */
export function Reasons({ score, claimed, isProfiled, words: { request, person } }: Props): JSX.Element {
  const { fit, interest, temperature, value } = score;
  const reasons = score.reasons.toSorted((a, b) => b.points - a.points);
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return (
    <div class="reasons">
      <h4>{request.why(person.temperatures[temperature])}</h4>
      <Terms
        className="halves"
        of={[
          [request.fit, fit],
          [request.interest, isProfiled ? interest : request.notLookedAt],
        ]}
      />
      {reasons.length === 0 ? (
        <p class="quiet">{request.noReasons}</p>
      ) : (
        <ul>
          {reasons.map(({ rule, points }, at) => (
            <li key={`${at} ${rule}`}>
              <span>{wordFor(request.rules, rule)}</span> <span>{signed(points)}</span>
            </li>
          ))}
        </ul>
      )}
      {sum !== value && <p class="quiet">{request.capped(sum)}</p>}
      {claimed && <p class="quiet">{request.claimed(claimed.value)}</p>}
    </div>
  );
}
