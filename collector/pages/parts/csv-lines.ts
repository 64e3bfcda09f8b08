import { stringify } from 'csv-stringify/sync';
import { plainNumber } from 'unisono/calculator';
import type { Visit } from '../route.ts';

/** The mark by which a spreadsheet knows that letters beyond ASCII are UTF-8: a file begins with it. */
export const csvMark = '\ufeff';

/**
 * Lines of a file as a spreadsheet of the reader's language expects them. Whatever it would take for a formula is marked
 * as the text that it is.
 */
export const csvLines = (rows: readonly unknown[][], { words, language }: Visit): string =>
  stringify([...rows], {
    delimiter: words.lists.csvDelimiter,
    quoted: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    cast: { number: (value) => plainNumber(value, language) },
  });
