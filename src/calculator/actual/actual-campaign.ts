import type { Campaign, CostKind, Costs, StageName } from '../../roi/campaign/campaign.ts';
import { type ExpectedCampaign, expectedCampaign } from '../../roi/campaign/expected-campaign.ts';
import { fixedCosts } from '../../roi/campaign/fixed-costs.ts';
import { standingBy } from '../../roi/campaign/standing.ts';

/** What a plan expects by the end of a month: a count for each stage, costs, and what an order brings. */
export interface DueFigures {
  /** Null where nobody counted. */
  counts: { name: StageName; count: number | null }[];
  costs: Record<CostKind, number>;
  averageSale: number;
  grossMargin: number;
  ordersPerCustomer: number;
}

/** @param month whole months since the start */
export function dueFigures(plan: ExpectedCampaign, month: number): DueFigures {
  const { counts, progress } = standingBy(plan, month);
  const { averageSale, margin: grossMargin, ordersPerCustomer, stages } = plan;
  const costs = { ...plan.costs };
  for (const kind of fixedCosts) costs[kind] *= progress.spent[kind];
  return {
    counts: stages.map(({ name }, stage) => ({ name, count: counts[stage]! })),
    costs,
    averageSale,
    grossMargin,
    ordersPerCustomer,
  };
}

/**
 * The same of a plan as it was entered.
 *
 * @param months since the start; part of a month counts in proportion
 */
export const dueBy = (plan: Campaign, months: number): DueFigures =>
  dueFigures(expectedCampaign(plan), months);

/** Figures as the campaign that was observed: the costs that the plan knows, and the stages that somebody counted. */
export function actualCampaign(plan: Campaign, actual: DueFigures): Campaign {
  const { counts, costs, averageSale, grossMargin, ordersPerCustomer } = actual;
  const kinds = Object.keys(plan.costs) as CostKind[];
  return {
    costs: Object.fromEntries(kinds.map((kind) => [kind, costs[kind]])) as unknown as Costs,
    funnel: counts.flatMap(({ name, count }, index) => {
      const { owner } = plan.funnel[index]!;
      return count === null ? [] : [{ name, ...(owner && { owner }), volume: count }];
    }),
    value: { averageSale, grossMargin, ordersPerCustomer },
  };
}
