import { keyOf, type SpendRow } from './read-spend.ts';

/** What was spent for one source, campaign and kind on one day, with the lines of the file that it comes from. */
export interface SpendSum extends Omit<SpendRow, 'line'> {
  lines: number[];
}

/** Money as it is kept: without what binary fractions add up to beside it. */
const rounded = (amount: number): number => Math.round(amount * 1e6) / 1e6;

const added = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/** Rows of one day, source, campaign and kind as one, in the order of days. */
export function sumSpend(rows: readonly SpendRow[]): SpendSum[] {
  const sums = new Map<string, SpendSum>();
  for (const { line, ...row } of rows) {
    const key = keyOf(row);
    const sum = sums.get(key);
    if (!sum) sums.set(key, { ...row, lines: [line] });
    else {
      sum.amount += row.amount;
      sum.impressions = added(sum.impressions, row.impressions);
      sum.clicks = added(sum.clicks, row.clicks);
      sum.lines.push(line);
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => ({ ...sum, amount: rounded(sum.amount) }));
}
