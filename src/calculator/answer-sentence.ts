import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import { fill } from '../i18n/fill.ts';
import type { Formatter } from '../i18n/formatter.ts';
import type { Metric } from '../roi/metrics/metric.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import { figureText } from './figure-text.ts';

/** What comes back for one unit of the currency (or a hundred), in words; or why there is no answer. */
export function answerSentence(
  metric: Metric,
  definition: RoiDefinition,
  messages: CalculatorMessages,
  format: Formatter,
): string {
  if (metric.value === null) return figureText(metric, messages, format);
  const back = metric.unit === 'ratio' ? metric.value : 1 + metric.value;
  return fill(messages.sentences[definition], {
    one: format.money(format.one),
    back: format.money(format.one * back),
  });
}
