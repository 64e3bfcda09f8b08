import type { JSX } from 'preact';
import { defaultScoring, type Score } from '../../src/lead/score.ts';
import { texts } from './inbox-texts.ts';

const marks = [
  { from: defaultScoring.warm, label: texts.temperatures.warm },
  { from: defaultScoring.hot, label: texts.temperatures.hot },
];

/** The score on its scale of 100, with the marks from which a lead is warm, and hot. The words around it say the same. */
const Scale = ({ value }: { value: number }): JSX.Element => (
  <div class="scale" aria-hidden="true">
    <svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
      <rect class="scale-ground" x="0" y="4" width="200" height="6" />
      <rect class="scale-value" x="0" y="4" width={value * 2} height="6" />
      {marks.map(({ from }) => (
        <rect key={from} class="scale-mark" x={from * 2 - 0.5} y="0" width="1" height="14" />
      ))}
    </svg>
    <div class="scale-labels">
      {marks.map(({ from, label }) => (
        <span key={from} style={{ left: `${from}%` }}>
          {label} {from}
        </span>
      ))}
    </div>
  </div>
);

/**
 * How ready for sales a lead is, and whose it is now.
 * @param hint why there is no score
 */
export function Temperature({ score, hint }: { score: Score | null; hint: string }): JSX.Element {
  if (!score) {
    return (
      <div class="temperature">
        <p class="degree">{texts.unscored}</p>
        <p class="quiet">{hint}</p>
      </div>
    );
  }
  const { temperature, stage, value } = score;
  return (
    <div class={`temperature of-${temperature === 'hot' ? 'sales' : 'marketing'}`}>
      <p class="degree">
        {texts.temperatures[temperature]} <span class="points">{texts.points(value)}</span>
      </p>
      <Scale value={value} />
      <p class="stage">
        {texts.stages[stage]}: <strong>{texts.owners[temperature]}</strong>
      </p>
    </div>
  );
}
