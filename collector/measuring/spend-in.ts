import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import type { Cost } from '../store/tables.ts';
import type { CampaignSpan } from './span.ts';

/** What was spent in a month on a kind of cost, for a source and a campaign. Money in major units. */
export interface Spent extends Omit<Cost, 'day'> {
  /** `2026-09` */
  month: string;
}

const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

/** What is known of a month as a whole, and what of its days. */
type Known = Partial<Record<'month' | 'days', Pick<Spent, 'amount' | 'impressions' | 'clicks'>>>;

/** The larger of two figures of the same: what is known of some days is part of what is known of their month. */
const larger = (one: number | null | undefined, other: number | null | undefined): number | null =>
  one == null ? (other ?? null) : Math.max(one, other ?? 0);

/**
 * What was spent, and what media brought. A month's own figure holds its days. While the month is running it counts by
 * the days it has had: otherwise all of it would be spent on its first day.
 * @param span whole months
 */
export async function spendIn(
  read: Queries,
  { from, until, campaigns }: CampaignSpan,
  now: Date,
): Promise<Spent[]> {
  const today = now.toISOString().slice(0, 10);
  const month = sql<string>`substr(day, 1, 7)`;
  const isMonth = sql<number>`case when length(day) = 7 then 1 else 0 end`;
  let query = read
    .selectFrom('spend')
    .select(({ fn }) => [
      'kind',
      'source',
      'campaign',
      month.as('month'),
      isMonth.as('isMonth'),
      fn.sum<number>('amount').as('amount'),
      fn.sum<number | null>('impressions').as('impressions'),
      fn.sum<number | null>('clicks').as('clicks'),
    ])
    // A month stands before its first day.
    .where('day', '>=', from.slice(0, 7))
    .where('day', '<', until.slice(0, 7))
    .where('day', '<=', today)
    .groupBy(['kind', 'source', 'campaign', month, isMonth]);
  if (campaigns.length > 0) query = query.where('campaign', 'in', campaigns);
  const groups = new Map<string, { of: Omit<Spent, 'amount' | 'impressions' | 'clicks'>; known: Known }>();
  for (const { isMonth, amount, impressions, clicks, ...of } of await query.execute()) {
    const share = isMonth && today.startsWith(of.month) ? (Number(today.slice(8)) - 1) / daysIn(of.month) : 1;
    const counted = (number: number | null): number | null =>
      number === null ? null : Number(number) * share;
    const key = JSON.stringify([of.kind, of.source, of.campaign, of.month]);
    const known: Known = groups.get(key)?.known ?? {};
    known[isMonth ? 'month' : 'days'] = {
      amount: Number(amount) * share,
      impressions: counted(impressions),
      clicks: counted(clicks),
    };
    groups.set(key, { of, known });
  }
  return [...groups.values()].map(({ of, known: { month, days } }) => ({
    ...of,
    amount: larger(month?.amount, days?.amount) ?? 0,
    impressions: larger(month?.impressions, days?.impressions),
    clicks: larger(month?.clicks, days?.clicks),
  }));
}
