import type { StageName } from './campaign.ts';
import { campaignPace, type Shares } from './campaign-pace.ts';
import type { ExpectedCampaign } from './expected-campaign.ts';
import { stageCounts } from './stage-counts.ts';
import { marketingTotal } from './total-cost.ts';

/** Money that moves in a month, or in all the months beyond the horizon. Currency units, undiscounted. */
export interface CashFlow {
  marketingCost: number;
  salesCost: number;
  revenue: number;
  costOfGoods: number;
  /** Revenue less goods less costs. */
  net: number;
  /** How many reach each stage of the funnel, unrounded. */
  counts: Partial<Record<StageName, number>>;
}

/**
 * The campaign month by month, and all that falls later. Entrants and fixed costs follow the spend, each stage's
 * arrivals those before by its delay, what an opportunity costs falls in the month it opens, and revenue follows
 * customers by `collection`.
 */
export function campaignMonths(
  campaign: ExpectedCampaign,
  months: number,
): { months: CashFlow[]; tail: CashFlow } {
  const { costs, stages, averageSale, ordersPerCustomer, margin } = campaign;
  const pace = campaignPace(campaign, months);
  const totals = stageCounts(campaign);
  const marketing = marketingTotal(costs);
  const revenueInAll = (totals.customers ?? 0) * averageSale * ordersPerCustomer;

  function flow(shareOf: (shares: Shares) => number): CashFlow {
    const counts: CashFlow['counts'] = {};
    stages.forEach(({ name }, index) => {
      counts[name] = totals[name]! * shareOf(pace.stages[index]!);
    });
    const spent = shareOf(pace.spend);
    const marketingCost = marketing * spent;
    const salesCost = costs.sales * spent + costs.salesPerOpportunity * (counts.opportunities ?? 0);
    const revenue = revenueInAll * shareOf(pace.collection);
    const costOfGoods = revenue * (1 - margin);
    const net = revenue - costOfGoods - marketingCost - salesCost;
    return { marketingCost, salesCost, revenue, costOfGoods, net, counts };
  }
  return {
    months: Array.from({ length: months }, (_, month) => flow(({ monthly }) => monthly[month] ?? 0)),
    tail: flow(({ later }) => later),
  };
}
