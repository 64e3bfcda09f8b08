import { minorUnits } from './minor-units.ts';
import { numberFormat } from './number-format.ts';

/** A value that rounds to nothing has no sign. A loss has a minus: screen readers skip the hyphen that engines write. */
const formatWith = (locale: string, options: Intl.NumberFormatOptions, value: number): string =>
  numberFormat(locale, options)
    .format(value)
    .replace(/^[-−]([^1-9]*)$/, '$1')
    .replace('-', '−');

/** A number with grouping and at most `digits` decimals. */
export const formatNumber = (value: number, locale: string, digits = 0): string =>
  formatWith(locale, { maximumFractionDigits: digits, useGrouping: 'always' }, value);

/**
 * An amount in a currency. Whole amounts and those of a thousand and more are shown without decimals.
 * @param value major units
 * @param currency ISO 4217
 */
export function formatMoney(value: number, locale: string, currency: string): string {
  const digits = Math.abs(value) >= 1000 || Number.isInteger(value) ? 0 : minorUnits(currency);
  return formatWith(
    locale,
    {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always',
    },
    value,
  );
}

/** A fraction as percent: `0.034` is `3.4 %` in its locale's way. */
export const formatPercent = (fraction: number, locale: string, digits = 1): string =>
  formatWith(locale, { style: 'percent', maximumFractionDigits: digits, useGrouping: 'always' }, fraction);
