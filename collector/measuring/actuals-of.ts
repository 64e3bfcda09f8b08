import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import { type SpendKind, spendKinds } from '../store/tables.ts';

/** What is looked at. */
export interface Span {
  /** Days: the first, and the first that does not belong to it any more. */
  from: string;
  until: string;
  /** Those whose people count; all where there are none. */
  campaigns: readonly string[];
}

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

const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

/** What happened to those who first asked within a span, up to a moment, by the dates on which it happened. */
export async function actualsOf(read: Queries, span: Span, now: Date): Promise<Actuals> {
  const end = [`${span.until}T00:00:00.000Z`, now.toISOString()].sort()[0]!;
  const [people, spent, visits] = await Promise.all([
    peopleIn(read, span, end),
    spentIn(read, span, now),
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
    ...spent,
    revenue: known.length > 0 ? known.reduce((sum, { revenue }) => sum + Number(revenue), 0) : null,
    priced: people.reduce((sum, { priced }) => sum + Number(priced), 0),
    months: [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, counted]) => ({ month, ...counted })),
  };
}

/** People by the months in which they came to each stage, as far as they have by the end. */
function peopleIn(read: Queries, { from, campaigns }: Span, end: string) {
  const month = (column: (typeof stages)[keyof StageTallies]) =>
    sql<string | null>`case when ${sql.ref(column)} < ${end} then substr(${sql.ref(column)}, 1, 7) end`;
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
          sql<number | null>`case when customer_at < ${end} then revenue end`.as('revenue'),
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

/**
 * What was spent, and what media brought. Of what is known by the month alone, the month that is still running counts by
 * the days it has had: otherwise all of it would be spent on its first day.
 */
async function spentIn(
  read: Queries,
  { from, until, campaigns }: Span,
  now: Date,
): Promise<Pick<Actuals, 'impressions' | 'clicks' | 'costs'>> {
  const today = now.toISOString().slice(0, 10);
  const month = sql<string>`substr(day, 1, 7)`;
  let query = read
    .selectFrom('spend')
    .select(({ fn }) => [
      'kind',
      month.as('month'),
      fn.max('day').as('latest'),
      fn.sum<number>('amount').as('amount'),
      fn.sum<number | null>('impressions').as('impressions'),
      fn.sum<number | null>('clicks').as('clicks'),
    ])
    .where('day', '>=', from)
    .where('day', '<', until)
    .where('day', '<=', today)
    .groupBy(['kind', 'source', 'campaign', month]);
  if (campaigns.length > 0) query = query.where('campaign', 'in', campaigns);
  const costs = Object.fromEntries(spendKinds.map((kind) => [kind, null])) as Actuals['costs'];
  const brought: { impressions: number | null; clicks: number | null } = { impressions: null, clicks: null };
  for (const row of await query.execute()) {
    const isRunning = today.startsWith(row.month) && row.latest.endsWith('-01');
    const share = isRunning ? (Number(today.slice(8)) - 1) / daysIn(row.month) : 1;
    costs[row.kind] = (costs[row.kind] ?? 0) + Number(row.amount) * share;
    for (const what of ['impressions', 'clicks'] as const)
      if (row[what] !== null) brought[what] = (brought[what] ?? 0) + Number(row[what]) * share;
  }
  return { costs, ...brought };
}

/** Views of pages with a form, as they were tallied. */
async function visitsIn(read: Queries, { from, until, campaigns }: Span, now: Date): Promise<number | null> {
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
