import type { Campaign, StageName } from '../../../src/roi/index.ts';
import { point } from './oracle/expected.ts';
import { moneyBy as moneyOf } from './oracle/figures.ts';
import { happenedBy as happenedOf } from './oracle/happened.ts';

/** What has happened by the end of a month, as the oracle counts it. */
export interface Happened {
  counts: Partial<Record<StageName, number>>;
  /** Fraction of what media costs. */
  spent: number;
  /** Customers, as far as they have paid. */
  paid: number;
}

/** Everything at once without timing; part of a month counts in proportion. */
export function happenedBy(campaign: Campaign, months: number): Happened {
  const { counts, paid } = happenedOf(campaign, months);
  const spent = happenedOf({ ...campaign, costs: { media: 1 } }, months).costs.media;
  return { counts, spent, paid: paid ?? Number.POSITIVE_INFINITY };
}

/** Currency units by the end of a month: what is spent, and what customers are worth, as won and as paid. */
export function moneyBy(campaign: Campaign, months: number) {
  const { averageSale, ordersPerCustomer = 1 } = campaign.value;
  const { marketing, cost, revenue } = moneyOf(campaign, months);
  const { counts, costs } = happenedOf(campaign, months);
  return {
    adSpend: costs.media,
    marketing,
    cost,
    won: counts.customers! * point(averageSale) * point(ordersPerCustomer),
    collected: revenue ?? Number.POSITIVE_INFINITY,
  };
}
