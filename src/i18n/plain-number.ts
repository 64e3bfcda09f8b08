import { decimalSeparator } from './decimal-separator.ts';
import { exact } from './precision.ts';

/**
 * A number to be edited: without groups, since a digit more or less would make `5,000` a five, and with every digit
 * that counts.
 */
export const plainNumber = (value: number, locale: string): string =>
  String(exact(value)).replace('.', decimalSeparator(locale));
