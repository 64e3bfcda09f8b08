import { html, nothing, type TemplateResult } from 'lit/html.js';
import { figureText } from '../../calculator/figure-text.ts';
import { formulaText } from '../../calculator/formula-text.ts';
import type { Worksheet } from '../../calculator/worksheet.ts';
import type { Metric } from '../../roi/metrics/metric.ts';

/** A figure that opens its formula, with the numbers put in; or says when its question arises, where it does not. */
export function figureView(
  label: string,
  metric: Metric,
  { messages, format }: Pick<Worksheet, 'messages' | 'format'>,
): TemplateResult {
  const { words, numbers } = formulaText(metric, messages, format);
  const text = figureText(metric, messages, format);
  const explained =
    metric.reason === 'not-recurring'
      ? messages.onlyMonthly
      : html`${words}<br />= ${numbers}<br />= ${text}`;
  return html`<details class="figure" part="figure">
    <summary>
      <span>${label}</span> <strong class=${metric.value === null ? 'reason' : nothing}>${text}</strong>
    </summary>
    <p class="quiet">${explained}</p>
  </details>`;
}
