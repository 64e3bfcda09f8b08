import type { Campaign, CostKind, Stage } from '../campaign/campaign.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { marketingTotal, salesTotal } from '../campaign/total-cost.ts';
import { formula } from '../metrics/formula.ts';
import * as returns from '../metrics/rows/returns.ts';
import { betaOfCounts } from './beta-of-counts.ts';
import { drawBeta } from './draw-beta.ts';
import { drawBinomial } from './draw-binomial.ts';
import { drawRange } from './draw-range.ts';
import type { Random } from './seeded-random.ts';

/** The terms that differ from draw to draw. */
type DrawnTerms = Record<
  'customers' | 'averageSale' | 'ordersPerCustomer' | 'revenue' | 'margin' | 'cost',
  number
>;

/** One way the campaign could turn out. */
export interface DrawnOutcome {
  terms: DrawnTerms;
  /** As drawn, in the funnel's order; 1 for the first stage. */
  rates: Float64Array;
}

export interface OutcomeDrawer {
  /** Fills and returns the same object each time: a draw allocates nothing to speak of. */
  draw(): DrawnOutcome;
  /** Of the last draw, by the metrics' own formulas. ROI is not a finite number where nothing was spent. */
  profit(): number;
  roiMargin(): number;
}

/**
 * Draws outcomes of a (checked) campaign. A rate with counts is drawn from what they say of it; then how many follow
 * it is drawn too, for sure rates as well. The first stage's volume is given, not drawn. Outcomes are final: when they happen does not matter.
 */
export function outcomeDrawer(campaign: Campaign, random: Random): OutcomeDrawer {
  const { costs, funnel, value } = campaign;
  const { volume, stages, costs: drawnCosts } = expectedCampaign(campaign);
  const kinds = Object.keys(costs) as CostKind[];
  const opened = funnel.findIndex(({ name }) => name === 'opportunities');
  const won = funnel.findIndex(({ name }) => name === 'customers');
  const counts = new Float64Array(funnel.length);
  const rates = new Float64Array(funnel.length).fill(1);
  const terms: DrawnTerms = {
    customers: 0,
    averageSale: 0,
    ordersPerCustomer: 0,
    revenue: 0,
    margin: 0,
    cost: 0,
  };
  const revenueOf = formula(returns.revenue.formula).compute;
  const profitOf = formula(returns.profit.formula).compute;
  const roiOf = formula(returns.roiMargin.formula).compute;

  function drawRate(stage: Stage, index: number): number {
    const { rate } = stage;
    if (typeof rate !== 'object') return stages[index]!.rate;
    return drawBeta(...betaOfCounts(rate), random);
  }

  function draw(): DrawnOutcome {
    counts[0] = volume;
    for (let i = 1; i < funnel.length; i++) {
      rates[i] = drawRate(funnel[i]!, i);
      counts[i] = drawBinomial(counts[i - 1]!, rates[i]!, random);
    }
    for (const kind of kinds) drawnCosts[kind] = drawRange(costs[kind] ?? 0, random);
    terms.customers = counts[won] ?? 0;
    terms.averageSale = drawRange(value.averageSale, random);
    terms.ordersPerCustomer = drawRange(value.ordersPerCustomer ?? 1, random);
    terms.margin = drawRange(value.grossMargin, random);
    terms.revenue = revenueOf(terms);
    terms.cost = marketingTotal(drawnCosts) + salesTotal(drawnCosts, counts[opened] ?? 0);
    return { terms, rates };
  }

  return { draw, profit: () => profitOf(terms), roiMargin: () => roiOf(terms) };
}
