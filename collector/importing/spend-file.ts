import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import { type Fate, type FileResult, resultOf } from './counts.ts';
import { compareSpend, keepSpend, type SpendFate } from './keep-spend.ts';
import { portionsOf } from './portions.ts';
import type { RowContext } from './read-row.ts';
import { type ReadSpend, readSpend } from './read-spend.ts';
import { type SpendSum, sumSpend } from './sum-spend.ts';

type Handle = (portion: readonly SpendSum[]) => Promise<[SpendSum, SpendFate][]>;

export interface SpendResult extends FileResult {
  read: ReadSpend;
  /** Of all rows that can be taken. */
  amount: number;
}

/** Between two portions others have their turn. */
async function each(context: RowContext, handle: Handle): Promise<SpendResult> {
  const read = readSpend(context);
  await turn();
  const sums = sumSpend(read.rows);
  const fates = new Map<number, Fate>();
  for (const portion of portionsOf(sums)) {
    for (const [{ lines }, fate] of await handle(portion)) for (const line of lines) fates.set(line, fate);
    await turn();
  }
  const amount = sums.reduce((sum, row) => sum + row.amount, 0);
  return { ...resultOf(fates, read.refused), read, amount };
}

/** What would come of a file of spend. */
export const previewSpend = ({ read }: Store, context: RowContext): Promise<SpendResult> =>
  each(context, (portion) => compareSpend(read, portion));

/** Keeps a file of spend, portion by portion: whoever breaks it off does it again, and nothing is there twice. */
export const importSpend = (store: Store, context: RowContext): Promise<SpendResult> =>
  each(context, (portion) => store.change((change) => keepSpend(change, portion)));
