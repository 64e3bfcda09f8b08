import type { CalculatorMessages } from '../../../i18n/calculator-messages.ts';
import type { Formatter } from '../../../i18n/formatter.ts';
import { parseNumber } from '../../../i18n/parse-number.ts';
import { plainNumber } from '../../../i18n/plain-number.ts';
import { limitOf, smallest } from '../input.ts';

/** What a planning field takes. `fraction` is shown in percent and may exceed 100; a `share` may not. */
export type FigureKind = 'currency' | 'count' | 'fraction' | 'share' | 'ratio' | 'months';

export type FigureError = keyof CalculatorMessages['errors'] | 'wholeMonths';

const isPercent = (kind: FigureKind) => kind === 'fraction' || kind === 'share';

/** What was typed as a number (fractions as such), null for nothing, or the name of what is wrong. */
export function readFigure(text: string, kind: FigureKind, locale: string): number | null | FigureError {
  if (!text.trim()) return null;
  const typed = parseNumber(text, locale);
  if (typed === null) return 'number';
  const value = isPercent(kind) ? typed / 100 : typed;
  if (isFigure(value, kind)) return value;
  if (kind === 'months') return 'wholeMonths';
  if (value < 0) return 'negative';
  if (value < smallest) return 'number';
  return kind === 'share' ? 'percent' : 'tooLarge';
}

/** Whether a number is one that a field of this kind takes. */
export function isFigure(value: number, kind: FigureKind): boolean {
  if (kind === 'months') return Number.isInteger(value) && value >= 1 && value <= limitOf('months');
  return value === 0 || (value >= smallest && value <= limitOf(kind === 'share' ? 'percent' : 'count'));
}

/** A number as a person would type it into its field. */
export const typedFigure = (value: number, kind: FigureKind, { locale }: Formatter): string =>
  plainNumber(
    Number((isPercent(kind) ? value * 100 : value).toFixed(kind === 'count' && value >= 100 ? 0 : 2)),
    locale,
  );
