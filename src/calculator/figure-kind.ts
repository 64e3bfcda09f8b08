import { formatPercent } from '../i18n/format.ts';
import type { Formatter } from '../i18n/formatter.ts';
import { parseNumber } from '../i18n/parse-number.ts';
import { plainNumber } from '../i18n/plain-number.ts';
import { takes, type Unit } from './input.ts';
import type { TypingError } from './quantity.ts';

/**
 * What a planning field takes: a `balance` is money that may be less than nothing, `growth` a fraction that may be so
 * and may exceed 1, a `share` a fraction that may not.
 */
export type FigureKind = 'currency' | 'balance' | 'count' | 'growth' | 'share' | 'ratio' | 'months';

interface FigureRules {
  /** The unit whose limits it has. */
  unit: Unit;
  maySink?: boolean;
  isPercent?: boolean;
  /** Beside its field. */
  sign?(format: Formatter): string;
  /** As it stands in a sentence. */
  write(value: number, format: Formatter): string;
}

const symbol = (format: Formatter) => format.symbol;
const money = (value: number, format: Formatter) => format.money(Number(value.toFixed(2)));
const percent = (value: number, { locale }: Formatter) => formatPercent(value, locale, 2);
const plain = (value: number, format: Formatter) => format.number(value, 2);

const rules: Readonly<Record<FigureKind, FigureRules>> = {
  currency: { unit: 'money', sign: symbol, write: money },
  balance: { unit: 'money', sign: symbol, write: money, maySink: true },
  count: { unit: 'count', write: (value, format) => format.number(value, value < 100 ? 2 : 0) },
  growth: { unit: 'number', sign: () => '%', write: percent, isPercent: true, maySink: true },
  share: { unit: 'percent', sign: () => '%', write: percent, isPercent: true },
  ratio: { unit: 'number', sign: () => '×', write: plain },
  months: { unit: 'months', write: plain },
};

export type FigureError = TypingError | 'wholeMonths';

/** What was typed as a number (fractions as such), null for nothing, or the name of what is wrong. */
export function readFigure(text: string, kind: FigureKind, locale: string): number | null | FigureError {
  if (!text.trim()) return null;
  const typed = parseNumber(text, locale);
  if (typed === null) return 'number';
  const value = rules[kind].isPercent ? typed / 100 : typed;
  if (isFigure(value, kind)) return value;
  if (kind === 'months') return 'wholeMonths';
  if (value < 0 && !rules[kind].maySink) return 'negative';
  if (Math.abs(value) < 1) return 'number';
  return kind === 'share' ? 'percent' : 'tooLarge';
}

/** Whether a number is one that a field of this kind takes. */
export const isFigure = (value: number, kind: FigureKind): boolean =>
  takes(rules[kind].maySink ? Math.abs(value) : value, rules[kind].unit);

/** A number as a person would type it into its field, with every digit that counts. */
export const typedFigure = (value: number, kind: FigureKind, { locale }: Formatter): string =>
  plainNumber(rules[kind].isPercent ? value * 100 : value, locale);

/** The same of what a plan comes to: as a person would round it. */
export const roundedFigure = (value: number, kind: FigureKind, format: Formatter): string => {
  const digits = (kind === 'count' && value >= 100 ? 0 : 2) + (rules[kind].isPercent ? 2 : 0);
  return typedFigure(Number(value.toFixed(digits)), kind, format);
};

/** What stands beside a field of this kind: a currency symbol, `%`, `×`, or nothing. */
export const figureSign = (kind: FigureKind, format: Formatter): string => rules[kind].sign?.(format) ?? '';

/** A figure as it stands in a sentence, with its unit. */
export const writtenFigure = (value: number, kind: FigureKind, format: Formatter): string =>
  rules[kind].write(value, format);
