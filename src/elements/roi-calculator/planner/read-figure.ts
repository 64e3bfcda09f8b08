import type { CalculatorMessages } from '../../../i18n/calculator-messages.ts';
import type { Formatter } from '../../../i18n/formatter.ts';
import { parseNumber } from '../../../i18n/parse-number.ts';

/** What a planning field takes. `fraction` is shown in percent and may exceed 100; a `share` may not. */
export type FigureKind = 'currency' | 'count' | 'fraction' | 'share' | 'ratio' | 'months';

export type FigureError = keyof CalculatorMessages['errors'] | 'wholeMonths';

const largest = 1e12;
const longest = 120;
const isPercent = (kind: FigureKind) => kind === 'fraction' || kind === 'share';

/** What was typed as a number (fractions as such), null for nothing, or the name of what is wrong. */
export function readFigure(text: string, kind: FigureKind, locale: string): number | null | FigureError {
  if (!text.trim()) return null;
  const typed = parseNumber(text, locale);
  if (typed === null) return 'number';
  if (kind === 'months')
    return Number.isInteger(typed) && typed >= 1 && typed <= longest ? typed : 'wholeMonths';
  if (typed < 0) return 'negative';
  if (kind === 'share' && typed > 100) return 'percent';
  if (typed > largest) return 'tooLarge';
  return isPercent(kind) ? typed / 100 : typed;
}

/** A number as a person would type it into its field. */
export const typedFigure = (value: number, kind: FigureKind, { number }: Formatter): string =>
  number(isPercent(kind) ? value * 100 : value, kind === 'count' && value >= 100 ? 0 : 2);
