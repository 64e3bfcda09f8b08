import { decimalSeparator } from './decimal-separator.ts';

/**
 * A number to be edited: without groups, since a digit more or less would make `5,000` a five, and with every digit
 * that counts.
 */
export const plainNumber = (value: number, locale: string): string =>
  String(Number(value.toPrecision(10))).replace('.', decimalSeparator(locale));
