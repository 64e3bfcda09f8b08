import type { Campaign, CostKind, Costs, StageName } from '../../roi/campaign/campaign.ts';
import { campaignBy } from '../../roi/campaign/campaign-by.ts';
import type { ExpectedCampaign } from '../../roi/campaign/expected-campaign.ts';
import { campaignTerms } from '../../roi/metrics/campaign-terms.ts';

/** What a plan expects by the end of a month: a count for each stage, costs, and what a customer brings, paid or not. */
export interface DueFigures {
  counts: { name: StageName; count: number }[];
  costs: Record<CostKind, number>;
  averageSale: number;
  grossMargin: number;
  ordersPerCustomer: number;
}

/** @param month whole months since the start */
export function dueFigures(plan: ExpectedCampaign, month: number): DueFigures {
  const due = campaignBy(plan, month);
  const terms = campaignTerms(due);
  const { averageSale, margin: grossMargin, ordersPerCustomer, costs } = due;
  return {
    counts: due.stages.map(({ name }) => ({ name, count: terms[name] ?? 0 })),
    costs,
    averageSale,
    grossMargin,
    ordersPerCustomer,
  };
}

/** Figures as the campaign that was observed; the costs that the plan knows, and no others. */
export function actualCampaign(plan: Campaign, actual: DueFigures): Campaign {
  const { counts, costs, averageSale, grossMargin, ordersPerCustomer } = actual;
  const kinds = Object.keys(plan.costs) as CostKind[];
  return {
    costs: Object.fromEntries(kinds.map((kind) => [kind, costs[kind]])) as unknown as Costs,
    funnel: counts.map(({ name, count }, index) => {
      const { owner } = plan.funnel[index]!;
      return { name, ...(owner && { owner }), volume: count };
    }),
    value: { averageSale, grossMargin, ordersPerCustomer },
  };
}
