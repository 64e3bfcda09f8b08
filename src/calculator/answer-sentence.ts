import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import { fill } from '../i18n/fill.ts';
import type { Formatter } from '../i18n/formatter.ts';
import type { Metric } from '../roi/metrics/metric.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import { figureText } from './figure-text.ts';

/**
 * What comes back for one unit of the currency (or a hundred), in words, and what is lost where something is; or why
 * there is no answer.
 *
 * @param profit in major units, where it is known
 * @param isPast whether the campaign has run
 */
export function answerSentence(
  metric: Metric,
  definition: RoiDefinition,
  messages: CalculatorMessages,
  format: Formatter,
  profit: number | null = null,
  isPast = false,
): string {
  if (metric.value === null) return figureText(metric, messages, format);
  const back = metric.unit === 'ratio' ? metric.value : 1 + metric.value;
  const sentence = fill(messages.sentences[definition], {
    one: format.money(format.one),
    back: format.money(format.one * back),
    comes: isPast ? messages.came : messages.comes,
  });
  return isLoss(profit) ? `${sentence} ${fill(messages.loss, { amount: format.money(-profit!) })}` : sentence;
}

/** Whether so little is left that it is written with a minus, in major units. */
export const isLoss = (profit: number | null): boolean => profit !== null && profit <= -0.005;
