import { html, svg, type TemplateResult } from 'lit/html.js';
import { scale } from '../../../calculator/scale.ts';
import { fill } from '../../../i18n/fill.ts';
import type { PlannerMessages } from '../../../i18n/planner-messages.ts';
import type { Percentiles } from '../../../roi/chance/percentiles.ts';

/** P10 to P90 of one figure on a line with its zero, and the three numbers below, which never collide. */
export function intervalPicture(
  figure: string,
  { p10, p50, p90 }: Percentiles,
  { forecast: messages, levers }: PlannerMessages,
  shown: (value: number) => string,
): TemplateResult {
  const [left, right] = [12, 88];
  const x = scale([p10, p90, 0], left);
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
    <svg role="img" aria-label=${described} height="88">
      <line x1="${left}%" x2="${x(p10)}%" y1="52" y2="52" class="axis"></line>
      <line x1="${x(p90)}%" x2="${right}%" y1="52" y2="52" class="axis"></line>
      <line x1="${x(p10)}%" x2="${x(p90)}%" y1="52" y2="52" class="bar"></line>
      ${mark(0, 20, 66, 'zero')} ${mark(p10, 42, 62, 'mark')} ${mark(p50, 38, 66, 'mark')}
      ${mark(p90, 42, 62, 'mark')} ${label(0, 14, 'middle', levers.zero)} ${label(p50, 34, 'middle', 'P50')}
      ${label(p10, 82, 'end', 'P10', 2)} ${label(p90, 82, 'start', 'P90', -2)}
    </svg>
    <dl>
      ${Object.entries({ p10, p50, p90 }).map(
        ([name, value]) =>
          html`<div>
            <dt>${name.toUpperCase()}</dt>
            <dd>${shown(value)}</dd>
            <dd class="quiet">${messages[name as keyof Percentiles]}</dd>
          </div>`,
      )}
    </dl>
  </figure>`;
}
