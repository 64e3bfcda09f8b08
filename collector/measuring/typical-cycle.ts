import { sql } from 'kysely';
import { monthsAfter } from '../agreeing/month.ts';
import type { Queries } from '../store/store.ts';
import { dayNumber } from './date-parts.ts';
import { endOf, type Span } from './span.ts';

/** Months before the end from which people are looked at: long enough to see a slow business win somebody. */
const lookedBack = 36;

/**
 * How long it typically takes from the first request to the customer: the median of those who were won by the end, in
 * days; `null` if nobody was. Those who are still on their way may take longer.
 */
export async function typicalCycle(read: Queries, span: Span, now: Date): Promise<number | null> {
  const end = endOf(span, now);
  const days = sql<number>`${dayNumber('customer_at')} - ${dayNumber('asked_at')}`;
  const { median } = await read
    .selectFrom((inner) =>
      inner
        .selectFrom((won) =>
          won
            .selectFrom('persons')
            .select(days.as('days'))
            .where('asked_at', '>=', monthsAfter(span.until, -lookedBack))
            .where('asked_at', '<', end)
            .where('customer_at', '<', end)
            .as('won'),
        )
        .select([
          'days',
          sql<number>`row_number() over (order by days)`.as('place'),
          sql<number>`count(*) over ()`.as('count'),
        ])
        .as('placed'),
    )
    .select(
      sql<number | null>`avg(case when place * 2 in (count, count + 1, count + 2) then days end)`.as(
        'median',
      ),
    )
    .executeTakeFirstOrThrow();
  return median === null ? null : Number(median);
}
