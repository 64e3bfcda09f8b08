import type { MetricUnit } from '../roi/metrics/metric.ts';
import { formatMoney, formatNumber, formatPercent } from './format.ts';
import { minorUnits } from './minor-units.ts';
import { numberFormat } from './number-format.ts';
import { digitsOf, formulaDigits, type Precision, result, whole } from './precision.ts';

/** Everything a calculation can show, in one locale and one currency. */
export interface Formatter {
  locale: string;
  /** What a return is told for: one unit of the currency, or a hundred where it has no cents. */
  one: number;
  /** The currency's symbol as the locale writes it. */
  symbol: string;
  /** An amount in major units. */
  money(value: number): string;
  /** A number in a formula. */
  number(value: number): string;
  /** So many months, with the word for them. */
  months(value: number): string;
  /** A result. Counts are people, and rounded up: nobody can win 6.9 customers. A ratio is so many times as much. */
  figure(value: number, unit: MetricUnit): string;
  /** Any other figure: nobody is rounded up, and what stands beside a ratio says what it is. */
  precise(value: number, unit: MetricUnit, precision: Precision): string;
}

/** @param currency ISO 4217 */
export function formatter(locale: string, currency: string): Formatter {
  const money = (value: number) => formatMoney(value, locale, currency);
  const precise = (value: number, unit: MetricUnit, precision: Precision) =>
    unit === 'currency'
      ? money(value)
      : (unit === 'fraction' ? formatPercent : formatNumber)(value, locale, digitsOf(value, unit, precision));
  const parts = numberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return {
    locale,
    one: minorUnits(currency) ? 1 : 100,
    symbol: parts.find(({ type }) => type === 'currency')!.value,
    money,
    number: (value) => formatNumber(value, locale, formulaDigits),
    months: (value) =>
      numberFormat(locale, { style: 'unit', unit: 'month', unitDisplay: 'long' }).format(value),
    figure: (value, unit) =>
      precise(unit === 'count' ? whole(value) : value, unit, result) + (unit === 'ratio' ? '×' : ''),
    precise,
  };
}
