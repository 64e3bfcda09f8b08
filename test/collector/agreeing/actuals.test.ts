import { describe, expect, it } from 'vitest';
import { sameDraws } from '../../../collector/example/same-draws.ts';
import { actualsOf } from '../../../collector/measuring/actuals-of.ts';
import type { Store } from '../../../collector/store/store.ts';
import { noActuals } from '../../support/no-actuals.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const span = { from: '2026-09-01', until: '2026-12-01' };
const now = new Date('2026-11-16T00:00:00Z');
const stages = ['asked_at', 'mql_at', 'sql_at', 'opportunity_at', 'customer_at'] as const;
type Way = Record<(typeof stages)[number], string | null> & { campaign: string; revenue: number | null };

/** People around the span, each of whom has come as far as the draws say, before and after every end there is. */
function waysDrawn(count: number): Way[] {
  const random = sameDraws(13);
  return Array.from({ length: count }, () => {
    let at = Date.UTC(2026, 7, 20) + random() * 110 * 86_400_000;
    const way: Record<string, string | null> = {};
    let isIn = random() < 0.95;
    for (const stage of stages) {
      way[stage] = isIn ? new Date(at).toISOString() : null;
      at += random() * 20 * 86_400_000;
      isIn &&= random() < 0.8;
    }
    const isPriced = way.customer_at !== null && random() < 0.7;
    return {
      ...(way as Omit<Way, 'campaign' | 'revenue'>),
      campaign: ['autumn', 'spring', ''][Math.floor(random() * 3)]!,
      revenue: isPriced ? Math.round(random() * 1000) : null,
    };
  });
}

async function keepWays(store: Store, ways: readonly Way[]): Promise<void> {
  for (const [at] of ways.entries()) await keepRequest(store, requestOf(`p${at}@a.example`, 'cold'), now);
  const persons = await store.read.selectFrom('persons').select('id').orderBy('id').execute();
  await store.change(async (change) => {
    for (const [at, { campaign, ...way }] of ways.entries())
      await change
        .updateTable('persons')
        .set({ ...way, first_campaign: campaign })
        .where('id', '=', persons[at]!.id)
        .execute();
  });
}

/** The same, counted one by one. */
function counted(ways: readonly Way[], campaigns: readonly string[]) {
  const end = now.toISOString();
  const has = (at: string | null): at is string => at !== null && at < end;
  const those = ways.filter(
    ({ asked_at, campaign }) =>
      has(asked_at) && asked_at >= span.from && (campaigns.length === 0 || campaigns.includes(campaign)),
  );
  const count = (stage: (typeof stages)[number], month = '') =>
    those.filter((way) => has(way[stage]) && way[stage].startsWith(month)).length;
  const counts = (month?: string) => ({
    leads: count('asked_at', month),
    mql: count('mql_at', month),
    sql: count('sql_at', month),
    opportunities: count('opportunity_at', month),
    customers: count('customer_at', month),
  });
  const priced = those.filter(({ customer_at, revenue }) => has(customer_at) && revenue !== null);
  return {
    ...counts(),
    revenue: priced.reduce((sum, { revenue }) => sum + revenue!, 0),
    priced: priced.length,
    months: ['2026-09', '2026-10', '2026-11'].map((month) => ({ month, ...counts(month) })),
  };
}

describe('what happened', () => {
  onEachStore((open) => {
    it('is what one counts by hand, of all campaigns and of some', async () => {
      const store = await open();
      const ways = waysDrawn(60);
      await keepWays(store, ways);
      for (const campaigns of [[], ['autumn'], ['autumn', 'spring']])
        expect(await actualsOf(store.read, { ...span, campaigns }, now)).toMatchObject(
          counted(ways, campaigns),
        );
    });

    it('knows what nobody measured from nothing, and takes a month that still runs by its days', async () => {
      const store = await open();
      const none = await actualsOf(store.read, { ...span, campaigns: [] }, now);
      expect(none).toEqual(noActuals);
      const spent = (
        day: string,
        amount: number,
        clicks: number | null,
        source = 'google',
        campaign = 'autumn',
      ) => ({
        day,
        source,
        campaign,
        kind: 'media' as const,
        amount,
        impressions: null,
        clicks,
        example: 0 as const,
      });
      await store.change(async (change) => {
        await change
          .insertInto('spend')
          .values([
            spent('2026-08-31', 1, 1),
            spent('2026-09-01', 100, 10),
            spent('2026-10-15', 200, null),
            // Of the whole month half has passed, and the days that are known besides are part of it.
            spent('2026-11', 300, 30),
            spent('2026-11-02', 50, 5),
            // Here the days come to more, and one of them is the first.
            spent('2026-11', 80, null, 'meta', 'spring'),
            // Day by day: what is there is there.
            spent('2026-11-01', 40, null, 'meta', 'spring'),
            spent('2026-11-03', 60, null, 'meta', 'spring'),
            spent('2026-11-17', 7, 7, 'later'),
            spent('2026-12-01', 9, 9, 'after'),
            { ...spent('2026-10-01', 0, null), kind: 'tools' },
          ])
          .execute();
        const view = { form: 'offer', event: 'view', campaign: 'autumn', example: 0 as const };
        await change
          .insertInto('tallies')
          .values([
            { ...view, day: '2026-09-02', number: 5 },
            { ...view, day: '2026-09-02', number: 3, event: 'start' },
            { ...view, day: '2026-11-16', number: 2, campaign: 'spring' },
            { ...view, day: '2026-11-17', number: 100 },
          ])
          .execute();
      });
      expect(await actualsOf(store.read, { ...span, campaigns: [] }, now)).toMatchObject({
        impressions: null,
        clicks: 25,
        visits: 7,
        costs: { media: 550, tools: 0, agency: null },
      });
      expect(await actualsOf(store.read, { ...span, campaigns: ['spring'] }, now)).toMatchObject({
        clicks: null,
        visits: 2,
        costs: { media: 100, tools: null },
      });
    });
  });
});
