import { formatNumber } from './format.ts';

/** A number at rest, in groups like every other figure on the screen, with every digit that counts. */
export const groupedNumber = (value: number, locale: string): string =>
  formatNumber(Number(value.toPrecision(10)), locale, 20);
