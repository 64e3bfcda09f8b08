import { inBatches } from '../store/in-batches.ts';
import type { Change, Queries } from '../store/store.ts';
import { keyOf } from './read-spend.ts';
import type { SpendSum } from './sum-spend.ts';

/** What comes of a row: it says something new, something else than what is known, or what is known already. */
export type SpendFate = 'added' | 'changed' | 'same';

/** What becomes of each sum. What a file does not say, such as clicks, stays as it is known. */
export async function compareSpend(
  queries: Queries,
  sums: readonly SpendSum[],
): Promise<[SpendSum, SpendFate][]> {
  if (sums.length === 0) return [];
  const days = sums.map(({ day }) => day).sort();
  const known = await queries
    .selectFrom('spend')
    .select(['day', 'source', 'campaign', 'kind', 'amount', 'impressions', 'clicks'])
    .where('example', '=', 0)
    .where('day', '>=', days[0]!)
    .where('day', '<=', days.at(-1)!)
    .execute();
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  return sums.map((sum) => {
    const row = byKey.get(keyOf(sum));
    if (!row) return [sum, 'added'];
    const isSame =
      row.amount === sum.amount &&
      (sum.impressions === null || sum.impressions === row.impressions) &&
      (sum.clicks === null || sum.clicks === row.clicks);
    return [sum, isSame ? 'same' : 'changed'];
  });
}

/** Keeps sums, each in the place of what was known of its day, source, campaign and kind. */
export async function keepSpend(change: Change, sums: readonly SpendSum[]): Promise<[SpendSum, SpendFate][]> {
  const compared = await compareSpend(change, sums);
  const rows = compared
    .filter(([, fate]) => fate !== 'same')
    .map(([{ lines: _, ...row }]) => ({ ...row, example: 0 as const }));
  for (const batch of inBatches(rows))
    await change
      .insertInto('spend')
      .values([...batch])
      .onConflict((conflict) =>
        conflict.columns(['day', 'source', 'campaign', 'kind', 'example']).doUpdateSet(({ ref, fn }) => ({
          amount: ref('excluded.amount'),
          impressions: fn.coalesce('excluded.impressions', 'spend.impressions'),
          clicks: fn.coalesce('excluded.clicks', 'spend.clicks'),
        })),
      )
      .execute();
  return compared;
}
