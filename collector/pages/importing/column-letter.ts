/** A column's letters as a spreadsheet has them: the first, from 0 on, is A, the 27th AA. */
export const columnLetter = (at: number): string =>
  (at >= 26 ? columnLetter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
