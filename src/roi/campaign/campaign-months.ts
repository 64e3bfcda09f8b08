import type { StageName } from './campaign.ts';
import { campaignPace, paidLater, type Shares } from './campaign-pace.ts';
import type { ExpectedCampaign } from './expected-campaign.ts';
import { marketingSpent } from './fixed-costs.ts';
import { stageCounts } from './stage-counts.ts';

/** Money that moves in a month. Currency units, undiscounted. */
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

/** Money that moves in all the months beyond those looked at. */
export type CashTail = Omit<CashFlow, 'revenue' | 'costOfGoods' | 'net'> & {
  [Endless in 'revenue' | 'costOfGoods' | 'net']: number | null;
};

/**
 * The campaign month by month, and all that falls later: its revenue is null where customers stay for ever (or for so
 * long that no number holds it), since there is no end of it. Entrants follow media, each stage's arrivals those before by its delay, what an opportunity costs
 * falls in the month it opens, and revenue follows customers by `collection`, for as long as they order.
 */
export function campaignMonths(
  campaign: ExpectedCampaign,
  months: number,
): { months: CashFlow[]; tail: CashTail } {
  const { costs, stages, averageSale, ordersPerCustomer, margin } = campaign;
  const { spent, stages: arrivals, firstOrders, paid } = campaignPace(campaign, months);
  const totals = stageCounts(campaign);
  const customers = stages.at(-1)?.name === 'customers' ? totals.at(-1)! : 0;
  const revenueOfOrders = customers * averageSale * ordersPerCustomer;

  function flow<Orders extends number | null>(shareOf: (shares: Shares) => number, orders: Orders) {
    const counts: CashFlow['counts'] = {};
    for (const [stage, { name }] of stages.entries()) {
      counts[name] = totals[stage]! * shareOf(arrivals[stage]!);
    }
    const marketingCost = marketingSpent(costs, (kind) => shareOf(spent[kind]));
    const salesCost =
      costs.sales * shareOf(spent.sales) + costs.salesPerOpportunity * (counts.opportunities ?? 0);
    const revenue = (orders === null ? null : revenueOfOrders * orders) as Orders;
    const costOfGoods = (revenue === null ? null : revenue * (1 - margin)) as Orders;
    const net = (revenue === null ? null : revenue - costOfGoods! - marketingCost - salesCost) as Orders;
    return { marketingCost, salesCost, revenue, costOfGoods, net, counts };
  }
  const later = customers * ordersPerCustomer === 0 ? 0 : paidLater(campaign, firstOrders, months);
  const isEndless = later === null || !Number.isFinite(revenueOfOrders * later);
  return {
    months: Array.from({ length: months }, (_, month) =>
      flow(({ monthly }) => monthly[month] ?? 0, paid[month] ?? 0),
    ),
    tail: flow(({ later }) => later, isEndless ? null : later),
  };
}
