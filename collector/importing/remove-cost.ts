import type { Change, Queries } from '../store/store.ts';
import type { Cost } from '../store/tables.ts';

export type KeptCost = Cost & { id: number };

const columns = ['id', 'day', 'source', 'campaign', 'kind', 'amount', 'impressions', 'clicks'] as const;

/** As many are listed, at most. */
export const mostCosts = 200;

/** What stands of costs, the latest days first; a month stands after its days. */
export const latestCosts = (read: Queries): Promise<KeptCost[]> =>
  read
    .selectFrom('spend')
    .select(columns)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(mostCosts)
    .execute();

/**
 * Takes a cost away.
 * @param amount as whoever presses has seen it
 * @returns what stood there; `null` if it is another one by now, or gone
 */
export async function removeCost(change: Change, id: number, amount: number): Promise<KeptCost | null> {
  const removed = await change
    .deleteFrom('spend')
    .where('id', '=', id)
    .where('amount', '=', amount)
    .returning(columns)
    .executeTakeFirst();
  return removed ?? null;
}
