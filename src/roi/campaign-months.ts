import type { StageName, Timing } from './campaign.ts';
import { convolve } from './convolve.ts';
import type { ExpectedCampaign } from './expected-campaign.ts';
import { marketingTotal } from './total-cost.ts';

/**
 * The campaign month by month, to its very end: every list has one number for each month, the first month first
 * (a list may be shorter where nothing more happens). Counts unrounded, money in currency units.
 */
export interface CampaignMonths {
  counts: { name: StageName; monthly: number[] }[];
  /** Marketing costs, as they are spent. */
  marketing: number[];
  /** Sales costs: the fixed ones as marketing is spent, those of an opportunity in the month it opens. */
  sales: number[];
  revenue: number[];
  /** How many months anything happens in. */
  length: number;
}

/**
 * Entrants follow the spend; each stage's arrivals are the arrivals before, delayed by its distribution, times its
 * rate. Revenue follows customers by `collection`. Nothing is cut off: the horizon is the reader's business.
 */
export function campaignMonths(campaign: ExpectedCampaign, timing: Partial<Timing> = {}): CampaignMonths {
  const { costs, volume, stages, averageSale, ordersPerCustomer } = campaign;
  const spend = shares(timing.spend ?? [1]);
  const spread = (total: number) => spend.map((share) => total * share);

  let arrivals = spread(volume);
  const counts = stages.map(({ name, rate, delay }) => {
    arrivals = convolve(arrivals, shares(delay)).map((count) => count * rate);
    return { name, monthly: arrivals };
  });
  const monthlyOf = (wanted: StageName) => counts.find(({ name }) => name === wanted)?.monthly ?? [];

  const fixedSales = spread(costs.sales);
  const worked = monthlyOf('opportunities').map((count) => count * costs.salesPerOpportunity);
  const sales = Array.from({ length: Math.max(fixedSales.length, worked.length) }, (_, month) => {
    return (fixedSales[month] ?? 0) + (worked[month] ?? 0);
  });
  const orders = convolve(monthlyOf('customers'), shares(timing.collection ?? [1]));
  const revenue = orders.map((customers) => customers * averageSale * ordersPerCustomer);
  const marketing = spread(marketingTotal(costs));
  const length = Math.max(arrivals.length, sales.length, revenue.length);
  return { counts, marketing, sales, revenue, length };
}

/** Weights as shares of their sum. */
function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
