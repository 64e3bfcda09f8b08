import type { Change, Queries } from '../store/store.ts';
import type { SpendTable } from '../store/tables.ts';

export type Cost = Omit<SpendTable, 'id' | 'example'> & { id: number };

/** As many are listed, at most. */
export const mostCosts = 200;

/** What stands of costs, the latest days first; a month stands after its days. */
export const latestCosts = (read: Queries): Promise<Cost[]> =>
  read
    .selectFrom('spend')
    .select(['id', 'day', 'source', 'campaign', 'kind', 'amount', 'impressions', 'clicks'])
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(mostCosts)
    .execute();

/**
 * Takes a cost away.
 * @param amount as whoever presses has seen it
 * @returns what stood there; `null` if it is another one by now, or gone
 */
export async function removeCost(change: Change, id: number, amount: number): Promise<Cost | null> {
  const removed = await change
    .deleteFrom('spend')
    .where('id', '=', id)
    .where('amount', '=', amount)
    .returning(['id', 'day', 'source', 'campaign', 'kind', 'amount', 'impressions', 'clicks'])
    .executeTakeFirst();
  return removed ?? null;
}
