import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import { type SpendKind, spendKinds } from '../store/tables.ts';
import { type CampaignSpan, endOf } from './span.ts';
import { type Spent, spendIn } from './spend-in.ts';

/** How many came to each stage. */
export interface StageTallies {
  leads: number;
  mql: number;
  sql: number;
  opportunities: number;
  customers: number;
}

/** What happened. `null`: nobody measured it. Money in major units of the team's currency. */
export interface Actuals extends StageTallies {
  impressions: number | null;
  clicks: number | null;
  visits: number | null;
  /** Won with customers; `null` where nobody wrote it down. */
  revenue: number | null;
  /** Of how many customers the revenue is known. */
  priced: number;
  costs: Record<SpendKind, number | null>;
  /** By the month in which it happened, `2026-09`, in order; months without any are left out. */
  months: ({ month: string } & StageTallies)[];
}

const stages = {
  leads: 'asked_at',
  mql: 'mql_at',
  sql: 'sql_at',
  opportunities: 'opportunity_at',
  customers: 'customer_at',
} as const satisfies Record<keyof StageTallies, string>;

const stageNames = Object.keys(stages) as (keyof StageTallies)[];

/**
 * What happened to those who first asked within a span, by the dates on which it happened.
 * @param followed until when: to the end of the span, or to today, however long ago that end is
 */
export async function actualsOf(
  read: Queries,
  span: CampaignSpan,
  now: Date,
  followed: 'to-the-end' | 'to-today' = 'to-the-end',
): Promise<Actuals> {
  const reached = followed === 'to-today' ? now.toISOString() : endOf(span, now);
  const [people, spent, visits] = await Promise.all([
    peopleIn(read, span, endOf(span, now), reached),
    spendIn(read, span, now),
    visitsIn(read, span, now),
  ]);
  const counts = new Map<string, StageTallies>();
  const all: StageTallies = { leads: 0, mql: 0, sql: 0, opportunities: 0, customers: 0 };
  for (const { number, ...cameIn } of people) {
    for (const stage of stageNames) {
      const month = cameIn[stage];
      if (month === null) continue;
      const counted = counts.get(month) ?? { leads: 0, mql: 0, sql: 0, opportunities: 0, customers: 0 };
      counted[stage] += Number(number);
      counts.set(month, counted);
      all[stage] += Number(number);
    }
  }
  const known = people.filter(({ revenue }) => revenue !== null);
  return {
    ...all,
    visits,
    ...sumsOf(spent),
    revenue: known.length > 0 ? known.reduce((sum, { revenue }) => sum + Number(revenue), 0) : null,
    priced: people.reduce((sum, { priced }) => sum + Number(priced), 0),
    months: [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, counted]) => ({ month, ...counted })),
  };
}

/** Who asked by the end, by the months in which they came to each stage until they are followed no more. */
function peopleIn(read: Queries, { from, campaigns }: CampaignSpan, end: string, reached: string) {
  const month = (column: (typeof stages)[keyof StageTallies]) =>
    sql<string | null>`case when ${sql.ref(column)} < ${reached} then substr(${sql.ref(column)}, 1, 7) end`;
  return read
    .selectFrom((inner) => {
      const each = inner
        .selectFrom('persons')
        .select([
          month('asked_at').as('leads'),
          month('mql_at').as('mql'),
          month('sql_at').as('sql'),
          month('opportunity_at').as('opportunities'),
          month('customer_at').as('customers'),
          sql<number | null>`case when customer_at < ${reached} then revenue end`.as('revenue'),
        ])
        .where('asked_at', '>=', from)
        .where('asked_at', '<', end);
      return (campaigns.length > 0 ? each.where('first_campaign', 'in', campaigns) : each).as('each');
    })
    .select(stageNames)
    .select(({ fn }) => [
      fn.countAll<number>().as('number'),
      fn.sum<number | null>('revenue').as('revenue'),
      fn.count<number>('revenue').as('priced'),
    ])
    .groupBy(stageNames)
    .execute();
}

/** What was spent, kind by kind, and what media brought. */
function sumsOf(spent: readonly Spent[]): Pick<Actuals, 'impressions' | 'clicks' | 'costs'> {
  const costs = Object.fromEntries(spendKinds.map((kind) => [kind, null])) as Actuals['costs'];
  const brought: { impressions: number | null; clicks: number | null } = { impressions: null, clicks: null };
  for (const row of spent) {
    costs[row.kind] = (costs[row.kind] ?? 0) + row.amount;
    for (const what of ['impressions', 'clicks'] as const)
      if (row[what] !== null) brought[what] = (brought[what] ?? 0) + row[what];
  }
  return { costs, ...brought };
}

/** Views of pages with a form, as they were tallied. */
async function visitsIn(
  read: Queries,
  { from, until, campaigns }: CampaignSpan,
  now: Date,
): Promise<number | null> {
  let query = read
    .selectFrom('tallies')
    .select(({ fn }) => fn.sum<number | null>('number').as('views'))
    .where('event', '=', 'view')
    .where('day', '>=', from)
    .where('day', '<', until)
    .where('day', '<=', now.toISOString().slice(0, 10));
  if (campaigns.length > 0) query = query.where('campaign', 'in', campaigns);
  const { views } = await query.executeTakeFirstOrThrow();
  return views === null ? null : Number(views);
}
