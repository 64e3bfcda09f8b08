import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import type { Formatter } from '../i18n/formatter.ts';
import { otherReading } from '../i18n/other-reading.ts';
import { parseNumber } from '../i18n/parse-number.ts';
import { plainNumber } from '../i18n/plain-number.ts';
import type { MetricUnit } from '../roi/metrics/metric.ts';
import { type Bounds, limitOf, takes } from './bounds.ts';

/** What can be wrong with a number in a field. */
export type TypingError = keyof CalculatorMessages['errors'];

// A field of a fraction holds its percent.
const shownTimes = (unit: MetricUnit) => (unit === 'fraction' ? 100 : 1);

/** What was typed, in its field's unit: `60` in a field of percent is 0.6. Null for what is no number. */
export function typedNumber(text: string, unit: MetricUnit, locale: string): number | null {
  const typed = parseNumber(text, locale);
  return typed === null ? null : typed / shownTimes(unit);
}

/** How a number is written into a field: plainly while it is edited, in groups at rest. */
export type Writing = (value: number, locale: string) => string;

/** The same back: a number as it stands in its field, with every digit that counts. */
export const typedText = (
  value: number,
  unit: MetricUnit,
  locale: string,
  write: Writing = plainNumber,
): string => write(value * shownTimes(unit), locale);

/** What else a text may mean that could be read, in its field's unit; null for nothing that the field takes. */
export function otherTyped(text: string, bounds: Bounds, locale: string): number | null {
  const other = otherReading(text, locale);
  const value = other && other / shownTimes(bounds.unit);
  return value && takes(value, bounds) ? value : null;
}

/** What is wrong with a number that a field does not take. */
export function typingError(value: number, bounds: Bounds): TypingError {
  if (value < 0 && !bounds.maySink) return 'negative';
  if (Math.abs(value) < 1) return 'number';
  return limitOf(bounds) === 1 ? 'percent' : 'tooLarge';
}

/** What stands beside a field: a currency symbol, `%`, `×`, or nothing. */
export const unitSign = (unit: MetricUnit, { symbol }: Formatter): string =>
  ({ currency: symbol, fraction: '%', ratio: '×' })[unit as 'ratio'] ?? '';
