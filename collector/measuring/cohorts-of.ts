import { sql } from 'kysely';
import { monthsAfter } from '../agreeing/month.ts';
import type { Queries } from '../store/store.ts';
import { monthsBetween } from './date-parts.ts';
import { endOf, type Span } from './span.ts';

/** The stages that a month's people are followed to. */
export const followed = ['opportunities', 'customers'] as const;
export type Followed = (typeof followed)[number];

/** Those who first asked in one month. */
export interface Cohort {
  /** `2026-09` */
  month: string;
  leads: number;
  /**
   * How many came to a stage within so many months of their own request, as `within` has them. `null`: too early, not
   * all of them have had that time.
   */
  reached: Record<Followed, (number | null)[]>;
}

export interface Cohorts {
  /** Months after the request. */
  within: number[];
  of: Cohort[];
}

/** Months after the request that are looked at: one by one, then wider. */
const steps = [1, 2, 3, 4, 5, 6, 9, 12];

const columns = { opportunities: 'opportunity_at', customers: 'customer_at' } as const;

/** Milliseconds */
const dayLength = 86_400_000;

/** How many of each month's people have come to a stage, by how many whole months that took them. */
async function agesOf(read: Queries, stage: Followed, span: Span, now: Date) {
  const column = columns[stage];
  const month = sql<string>`substr(asked_at, 1, 7)`;
  const age = monthsBetween('asked_at', column);
  return read
    .selectFrom('persons')
    .select(({ fn }) => [month.as('month'), age.as('age'), fn.countAll<number>().as('number')])
    .where('asked_at', '>=', span.from)
    .where('asked_at', '<', endOf(span, now))
    .where(column, '<', now.toISOString())
    .groupBy([month, age])
    .execute();
}

/**
 * Follows the people of each month to what became of them, until now. The months before a business's cycle is over say
 * nothing of it, so they are `null` and not small.
 * @param leads how many first asked in each month
 */
export async function cohortsOf(
  read: Queries,
  leads: ReadonlyMap<string, number>,
  span: Span,
  now: Date,
): Promise<Cohorts> {
  const ages = await Promise.all(followed.map((stage) => agesOf(read, stage, span, now)));
  const today = now.toISOString().slice(0, 10);
  /** The last of the month's people have had so many months. */
  const hasHad = (month: string, within: number): boolean => monthsAfter(`${month}-01`, within + 1) <= today;
  const names = [...leads.keys()];
  const within = steps.filter((step) => step === 1 || names.some((month) => hasHad(month, step)));
  return {
    within,
    of: names.map((month) => ({
      month,
      leads: leads.get(month)!,
      reached: Object.fromEntries(
        followed.map((stage, at) => [
          stage,
          within.map((step) =>
            hasHad(month, step)
              ? ages[at]!.filter((each) => each.month === month && Number(each.age) < step).reduce(
                  (sum, { number }) => sum + Number(number),
                  0,
                )
              : null,
          ),
        ]),
      ) as Cohort['reached'],
    })),
  };
}

/** Whether some of a month's people have had less time than it typically takes to win somebody, in days. */
export function isStillOpen(month: string, typicalDays: number | null, now: Date): boolean {
  if (typicalDays === null) return false;
  const ended = Date.parse(monthsAfter(`${month}-01`, 1));
  return now.getTime() - ended < typicalDays * dayLength;
}
