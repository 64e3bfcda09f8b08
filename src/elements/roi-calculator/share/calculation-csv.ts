import type { Calculation } from '../../../lead/calculation.ts';

/** A calculation as a table of two columns, one number a row. Plain numbers with a point, as every spreadsheet reads them. */
export function calculationCsv({ currency, definition, inputs, results }: Calculation): string {
  const rows: [string, string][] = [
    ['currency', currency],
    ['definition', definition],
  ];
  const list = (value: unknown, path: string): void => {
    if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) list(inner, `${path}.${key}`);
    else rows.push([path, value == null ? '' : String(value)]);
  };
  list(inputs, 'inputs');
  list(results, 'results');
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}
