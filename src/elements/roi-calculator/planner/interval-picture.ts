import { html, svg, type TemplateResult } from 'lit/html.js';
import { fill } from '../../../i18n/fill.ts';
import type { PlannerMessages } from '../../../i18n/planner-messages.ts';
import type { Percentiles } from '../../../roi/percentiles.ts';
import { scale } from './scale.ts';

/** P10 to P90 of one figure on a line with its zero, and the three numbers below, which never collide. */
export function intervalPicture(
  figure: string,
  { p10, p50, p90 }: Percentiles,
  { forecast: messages, levers }: PlannerMessages,
  shown: (value: number) => string,
): TemplateResult {
  const x = scale([p10, p90, 0], 14);
  const mark = (at: number, y1: number, y2: number, kind: string) =>
    svg`<line x1="${x(at)}%" x2="${x(at)}%" y1=${y1} y2=${y2} class=${kind}></line>`;
  const label = (at: number, y: number, anchor: string, text: string, dx = 0) =>
    svg`<text x="${x(at)}%" dx=${dx} y=${y} text-anchor=${anchor}>${text}</text>`;
  const described = fill(messages.picture, {
    figure,
    low: shown(p10),
    middle: shown(p50),
    high: shown(p90),
  });
  return html`<figure>
    <figcaption>${figure}</figcaption>
    <svg role="img" aria-label=${described} height="84">
      <line x1="0" x2="100%" y1="40" y2="40" class="axis"></line>
      ${mark(0, 20, 60, 'zero')}
      <line x1="${x(p10)}%" x2="${x(p90)}%" y1="40" y2="40" class="bar"></line>
      ${mark(p10, 30, 50, 'mark')} ${mark(p50, 26, 54, 'mark')} ${mark(p90, 30, 50, 'mark')}
      ${label(p10, 45, 'end', 'P10', -8)} ${label(p50, 16, 'middle', 'P50')}
      ${label(p90, 45, 'start', 'P90', 8)} ${label(0, 78, 'middle', levers.zero)}
    </svg>
    <dl>
      ${Object.entries({ p10, p50, p90 }).map(
        ([name, value]) =>
          html`<div>
            <dt>${name.toUpperCase()} · ${messages[name as keyof Percentiles]}</dt>
            <dd>${shown(value)}</dd>
          </div>`,
      )}
    </dl>
  </figure>`;
}
