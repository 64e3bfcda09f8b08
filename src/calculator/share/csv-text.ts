import { decimalSeparator } from '../../i18n/decimal-separator.ts';

/** One cell: a text, a number (rates as fractions, money in major units), or nothing. */
export type Cell = string | number | null | undefined;

/**
 * Rows as spreadsheets of the locale read them: where the comma is in the numbers, a semicolon parts the columns. The
 * mark at the beginning tells them that it is UTF-8. A text that they would run as a formula is marked as a text: a
 * campaign's name may have come by somebody else's link.
 */
export function csvText(rows: readonly (readonly Cell[])[], locale: string): string {
  const point = decimalSeparator(locale);
  const separator = point === ',' ? ';' : ',';
  const text = (cell: Cell) =>
    typeof cell === 'number'
      ? String(Number(cell.toPrecision(12))).replace('.', point)
      : (cell ?? '').replace(/^[=+@\t\r-]/, "'$&");
  const quoted = (cell: Cell) => `"${text(cell).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(quoted).join(separator)).join('\r\n')}`;
}
