import { sql } from 'kysely';
import type { Tally } from 'unisono/schema';
import type { Change } from '../store/store.ts';
import { longestName } from './person-after.ts';

/** Adds what a page has counted to what is known of that day. */
export async function keepTallies(change: Change, tallies: readonly Tally[]): Promise<void> {
  // One page may count the same twice, and a statement may touch a row once.
  const sums = new Map<string, Tally>();
  for (const counted of tallies) {
    const [form, campaign] = [counted.form, counted.campaign].map((name) => name.slice(0, longestName)) as [
      string,
      string,
    ];
    const tally = { ...counted, form, campaign };
    const key = JSON.stringify([tally.day, tally.form, tally.campaign, tally.event]);
    sums.set(key, { ...tally, number: tally.number + (sums.get(key)?.number ?? 0) });
  }
  // In one order everywhere, so that two processes never wait for each other.
  const rows = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, tally]) => ({ ...tally, example: 0 as const }));
  await change
    .insertInto('tallies')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'form', 'campaign', 'event', 'example'])
        .doUpdateSet({ number: sql`tallies.number + excluded.number` }),
    )
    .execute();
}
