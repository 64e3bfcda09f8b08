import { decimalSeparator } from '../../../i18n/decimal-separator.ts';
import type { Calculation } from '../../../lead/calculation.ts';

/**
 * A calculation as a table of two columns, one number a row, the way spreadsheets of the locale read it: where the
 * comma is in the numbers, a semicolon parts the columns.
 */
export function calculationCsv(
  { currency, definition, inputs, results }: Calculation,
  locale: string,
): string {
  const point = decimalSeparator(locale);
  const separator = point === ',' ? ';' : ',';
  const rows: [string, string][] = [
    ['currency', currency],
    ['definition', definition],
  ];
  const list = (value: unknown, path: string): void => {
    if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) list(inner, `${path}.${key}`);
    else rows.push([path, value == null ? '' : String(value).replace('.', point)]);
  };
  list(inputs, 'inputs');
  list(results, 'results');
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
}
