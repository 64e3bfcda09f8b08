import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import type { Formatter } from '../i18n/formatter.ts';
import { parseNumber } from '../i18n/parse-number.ts';
import { plainNumber } from '../i18n/plain-number.ts';
import type { MetricUnit } from '../roi/metrics/metric.ts';
import { type Bounds, limitOf } from './bounds.ts';

/** What can be wrong with a number in a field. */
export type TypingError = keyof CalculatorMessages['errors'];

// A field of a fraction holds its percent.
const shownTimes = (unit: MetricUnit) => (unit === 'fraction' ? 100 : 1);

/** What was typed, in its field's unit: `60` in a field of percent is 0.6. Null for what is no number. */
export function typedNumber(text: string, unit: MetricUnit, locale: string): number | null {
  const typed = parseNumber(text, locale);
  return typed === null ? null : typed / shownTimes(unit);
}

/** The same back: a number as a person would type it into its field, with every digit that counts. */
export const typedText = (value: number, unit: MetricUnit, locale: string): string =>
  plainNumber(value * shownTimes(unit), locale);

/** What is wrong with a number that a field does not take. */
export function typingError(value: number, bounds: Bounds): TypingError {
  if (value < 0 && !bounds.maySink) return 'negative';
  if (Math.abs(value) < 1) return 'number';
  return limitOf(bounds) === 1 ? 'percent' : 'tooLarge';
}

/** What stands beside a field: a currency symbol, `%`, `×`, or nothing. */
export const unitSign = (unit: MetricUnit, { symbol }: Formatter): string =>
  ({ currency: symbol, fraction: '%', ratio: '×' })[unit as 'ratio'] ?? '';
