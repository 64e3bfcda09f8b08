import { parseNumber } from 'unisono/calculator';

/** One group of three digits after what may be a decimal point or comma. */
const grouped = /^[^\d]*\d{1,3}([.,])\d{3}[^\d]*$/;

const decimalSign = (language: string): string | undefined =>
  new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;

/**
 * Reads an amount of money as somebody of the team writes it.
 * @returns `null` for what is none; `'unclear'` for `1.234` in English and `1,234` in Italian: nobody has thousandths of
 * a euro, and where revenue is put down nobody guesses
 */
export function amountTyped(text: string, language: string): number | 'unclear' | null {
  if (grouped.exec(text)?.[1] === decimalSign(language)) return 'unclear';
  // A spreadsheet writes 1e6; a person who does has slipped.
  return /\de/i.test(text) ? null : parseNumber(text, language);
}
