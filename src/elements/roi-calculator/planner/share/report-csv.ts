import { decimalSeparator } from '../../../../i18n/decimal-separator.ts';
import type { Report } from './report.ts';

/**
 * A report as a table of two columns, one number a row, the way spreadsheets of the locale read it: where the comma
 * is in the numbers, a semicolon parts the columns.
 */
export function reportCsv(report: Report, locale: string): string {
  const point = decimalSeparator(locale);
  const separator = point === ',' ? ';' : ',';
  const rows: [string, string][] = [];
  const list = (value: unknown, path: string): void => {
    if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) list(inner, path ? `${path}.${key}` : key);
    else if (typeof value === 'number')
      rows.push([path, String(Number(value.toPrecision(12))).replace('.', point)]);
    else rows.push([path, String(value ?? '')]);
  };
  list(report, '');
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
}
