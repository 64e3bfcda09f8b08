import { numberFormat } from './number-format.ts';
import { moneyDigits } from './precision.ts';

/**
 * A value that rounds to nothing has no sign. A loss has a minus: screen readers skip the hyphen that engines write. No
 * line ends between it and its currency.
 */
const formatWith = (
  value: number,
  locale: string,
  digits: number,
  options?: Intl.NumberFormatOptions,
): string =>
  numberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'always', ...options })
    .format(value)
    .replace(/^[-−]([^1-9]*)$/, '$1')
    .replace('-', '−')
    .replace(/−(?!\d)/, '−\u2060');

/** A number with grouping and at most `digits` decimals. */
export const formatNumber = (value: number, locale: string, digits: number): string =>
  formatWith(value, locale, digits);

/**
 * An amount in a currency.
 * @param value major units
 * @param currency ISO 4217
 */
export function formatMoney(value: number, locale: string, currency: string): string {
  const digits = moneyDigits(value, currency);
  return formatWith(value, locale, digits, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
  });
}

/** A fraction as percent: `0.034` is `3.4 %` in its locale's way. */
export const formatPercent = (fraction: number, locale: string, digits: number): string =>
  formatWith(fraction, locale, digits, { style: 'percent' });
