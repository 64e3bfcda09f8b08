import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import { fill } from '../../i18n/fill.ts';
import type { Formatter } from '../../i18n/formatter.ts';
import type { StageName } from '../../roi/campaign.ts';
import type { Metric } from '../../roi/metric.ts';
import { formulaText } from './formula-text.ts';
import { stageInText } from './stage-name.ts';

/** A figure as a person reads it, or why there is none. */
export const figureText = (
  { value, unit, reason }: Pick<Metric, 'value' | 'unit' | 'reason'>,
  messages: CalculatorMessages,
  format: Formatter,
): string => {
  if (value !== null) return format.figure(value, unit);
  const [, stage] = /^no-(.+)-yet$/.exec(reason!) ?? [];
  return stage
    ? fill(messages.noneYet, { stage: stageInText(stage as StageName, messages) })
    : (messages.reasons[reason!] ?? messages.noAnswer);
};

/** A figure that opens its formula, with the numbers put in. */
export function figureView(
  label: string,
  metric: Metric,
  messages: CalculatorMessages,
  format: Formatter,
): TemplateResult {
  const { words, numbers } = formulaText(metric, messages, format);
  const text = figureText(metric, messages, format);
  return html`<details class="figure" part="figure">
    <summary>
      <span>${label}</span> <strong class=${metric.value === null ? 'reason' : nothing}>${text}</strong>
    </summary>
    <p class="quiet">${words}<br />= ${numbers}<br />= ${text}</p>
  </details>`;
}
