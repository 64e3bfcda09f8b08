import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import type { SpendKind } from '../store/tables.ts';
import type { CampaignSpan } from './span.ts';

/** What was spent in a month on a kind of cost, for a source and a campaign. Money in major units. */
export interface Spent {
  /** `2026-09` */
  month: string;
  source: string;
  campaign: string;
  kind: SpendKind;
  amount: number;
  /** `null`: not known. */
  impressions: number | null;
  clicks: number | null;
}

const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

/**
 * What was spent, and what media brought. Of what is known by the month alone, the month that is still running counts by
 * the days it has had: otherwise all of it would be spent on its first day.
 */
export async function spendIn(
  read: Queries,
  { from, until, campaigns }: CampaignSpan,
  now: Date,
): Promise<Spent[]> {
  const today = now.toISOString().slice(0, 10);
  const month = sql<string>`substr(day, 1, 7)`;
  let query = read
    .selectFrom('spend')
    .select(({ fn }) => [
      'kind',
      'source',
      'campaign',
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
  return (await query.execute()).map(({ latest, amount, impressions, clicks, ...row }) => {
    const isRunning = today.startsWith(row.month) && latest.endsWith('-01');
    const share = isRunning ? (Number(today.slice(8)) - 1) / daysIn(row.month) : 1;
    const counted = (number: number | null): number | null =>
      number === null ? null : Number(number) * share;
    return {
      ...row,
      amount: Number(amount) * share,
      impressions: counted(impressions),
      clicks: counted(clicks),
    };
  });
}
