import { formatMoney, formatNumber, formatPercent } from './format.ts';
import { minorUnits } from './minor-units.ts';
import { numberFormat } from './number-format.ts';

/** Everything a calculation can show, in one locale and one currency. */
export interface Formatter {
  locale: string;
  /** What a return is told for: one unit of the currency, or a hundred where it has no cents. */
  one: number;
  /** The currency's symbol as the locale writes it. */
  symbol: string;
  money(value: number): string;
  number(value: number, digits?: number): string;
  percent(fraction: number): string;
  /** By the unit of a figure. Counts are people, and rounded up: nobody can win 6.9 customers. */
  figure(value: number, unit: 'currency' | 'fraction' | 'ratio' | 'months' | 'count'): string;
}

/** @param currency ISO 4217 */
export function formatter(locale: string, currency: string): Formatter {
  const money = (value: number) => formatMoney(value, locale, currency);
  const number = (value: number, digits = 0) => formatNumber(value, locale, digits);
  const percent = (fraction: number) => formatPercent(fraction, locale);
  const units = {
    currency: money,
    fraction: percent,
    ratio: (value: number) => `${number(value, 1)}×`,
    months: (value: number) => number(value, 1),
    count: (value: number) => number(Math.ceil(value - 1e-9)),
  };
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
    number,
    percent,
    figure: (value, unit) => units[unit](value),
  };
}
