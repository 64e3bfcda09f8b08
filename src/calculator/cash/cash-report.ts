import { type CashMonth, cashCurve } from '../../roi/finance/cash-curve.ts';
import type { Cell } from '../share/csv-text.ts';
import type { Worksheet } from '../worksheet.ts';

/** Cash as it is saved, month by month, in major units. */
export const savedCash = ({ expected }: Worksheet): { cash: readonly CashMonth[] } => ({
  // The calculator always gives a timing.
  cash: cashCurve(expected)!.months,
});

/** The same as rows of a table: what each month adds, from where to where. */
export function cashRows(sheet: Worksheet): Cell[][] {
  const { title, month: words } = sheet.texts('cash');
  return savedCash(sheet).cash.map(({ month, net, cumulative }) => [
    title,
    words.replace('{month}', `${month}`),
    '',
    net,
    cumulative - net,
    cumulative,
  ]);
}
