import type { Change } from '../store/store.ts';
import { keepSpend, type SpendFate } from './keep-spend.ts';
import type { SpendRow } from './read-spend.ts';

/** Keeps a cost that somebody wrote by hand, and puts down who did. What comes of it is as with a row of a file. */
export async function keepCost(
  change: Change,
  cost: Omit<SpendRow, 'line'>,
  by: number,
  now: Date,
): Promise<SpendFate> {
  const [[, fate]] = (await keepSpend(change, [{ ...cost, lines: [1] }])) as [[unknown, SpendFate]];
  await change
    .insertInto('imports')
    .values({
      at: now.toISOString(),
      account_id: by,
      kind: 'spend',
      file: '',
      total: 1,
      added: 0,
      changed: 0,
      same: 0,
      newer: 0,
      refused: 0,
      refused_rows: '',
      [fate]: 1,
    })
    .execute();
  return fate;
}
