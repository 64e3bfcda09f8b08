import type { Formatter } from '../i18n/formatter.ts';
import { entry, rounded } from '../i18n/precision.ts';
import type { MetricUnit } from '../roi/metrics/metric.ts';
import { type Bounds, takes } from './bounds.ts';
import { type TypingError, typedNumber, typedText, typingError, type Writing } from './typed-number.ts';

export type FigureError = TypingError | 'wholeMonths';

/** What was typed into a planning field, in its unit; null for nothing, or the name of what is wrong with it. */
export function readFigure(text: string, bounds: Bounds, locale: string): number | null | FigureError {
  if (!text.trim()) return null;
  const value = typedNumber(text, bounds.unit, locale);
  if (value === null) return 'number';
  if (takes(value, bounds)) return value;
  return bounds.isWhole ? 'wholeMonths' : typingError(value, bounds);
}

/** What a plan comes to, as a person would round it and type it into its field. */
export const roundedFigure = (value: number, unit: MetricUnit, locale: string, write?: Writing): string =>
  typedText(rounded(value, unit, entry), unit, locale, write);

/** A figure as it stands in a sentence, with its unit, as closely as a person would have entered it. */
export const writtenFigure = (value: number, unit: MetricUnit, format: Formatter): string =>
  format.precise(rounded(value, unit, entry), unit, entry);
