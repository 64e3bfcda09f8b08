import { formatNumber } from './format.ts';
import { exact } from './precision.ts';

/** A number at rest, in groups like every other figure on the screen, with every digit that counts. */
export const groupedNumber = (value: number, locale: string): string =>
  formatNumber(exact(value), locale, 20);
