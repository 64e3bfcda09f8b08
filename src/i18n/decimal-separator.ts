import { numberFormat } from './number-format.ts';

/** The character before the decimals: `,` in Italian, `.` in English. */
export const decimalSeparator = (locale: string): string =>
  numberFormat(locale)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value ?? '.';
