import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import type { Grouping } from './grouping.ts';
import type { PeopleCounts } from './result-row.ts';
import { endOf, type Span } from './span.ts';

/** What of a person says to which row they belong. */
export const personKey: Record<Grouping, RawBuilder<string>> = {
  source: sql<string>`first_source`,
  campaign: sql<string>`first_campaign`,
  form: sql<string>`first_form`,
  month: sql<string>`substr(asked_at, 1, 7)`,
};

/** Those who first asked within some months, row by row, as far as they had come by the end. */
export async function peopleBy(
  read: Queries,
  by: Grouping,
  span: Span,
  now: Date,
): Promise<Map<string, PeopleCounts>> {
  const end = endOf(span, now);
  const reached = (column: 'hot_at' | 'opportunity_at' | 'customer_at') =>
    sql<number>`count(case when ${sql.ref(column)} < ${end} then 1 end)`;
  const won = sql`case when customer_at < ${end} then revenue end`;
  const rows = await read
    .selectFrom('persons')
    .select(({ fn }) => [
      personKey[by].as('name'),
      fn.countAll<number>().as('leads'),
      reached('hot_at').as('hot'),
      reached('opportunity_at').as('opportunities'),
      reached('customer_at').as('customers'),
      sql<number | null>`sum(${won})`.as('revenue'),
      sql<number>`count(${won})`.as('priced'),
    ])
    .where('asked_at', '>=', span.from)
    .where('asked_at', '<', end)
    .groupBy(personKey[by])
    .execute();
  return new Map(
    rows.map(({ name, revenue, ...counts }) => [
      name,
      {
        leads: Number(counts.leads),
        hot: Number(counts.hot),
        opportunities: Number(counts.opportunities),
        customers: Number(counts.customers),
        revenue: revenue === null ? null : Number(revenue),
        priced: Number(counts.priced),
      },
    ]),
  );
}
