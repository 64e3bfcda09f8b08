import { marketingSpent } from '../campaign/fixed-costs.ts';
import { portion, type Standing } from '../campaign/standing.ts';
import { formula } from '../metrics/formula.ts';
import * as metrics from '../metrics/rows/returns.ts';

/** The terms that differ from draw to draw. */
type DrawnTerms = Record<
  'customers' | 'averageSale' | 'ordersPerCustomer' | 'revenue' | 'margin' | 'cost',
  number
>;

/**
 * The returns of one draw after another, by the metrics' own formulas: as the model answers them, without an object for
 * each answer. ROI is not a finite number where nothing was spent.
 */
export function drawnReturns(): {
  of: (standing: Standing) => DrawnTerms;
  profit: () => number;
  roiMargin: () => number;
} {
  const revenueOf = formula(metrics.revenue.formula).compute;
  const profitOf = formula(metrics.profit.formula).compute;
  const roiOf = formula(metrics.roiMargin.formula).compute;
  const terms: DrawnTerms = {
    customers: 0,
    averageSale: 0,
    ordersPerCustomer: 0,
    revenue: 0,
    margin: 0,
    cost: 0,
  };
  return {
    of({ campaign, progress, counts }) {
      const { costs, stages } = campaign;
      const { spent } = progress;
      const opened = costs.salesPerOpportunity
        ? stages.findIndex(({ name }) => name === 'opportunities')
        : -1;
      terms.customers = counts.at(-1)!;
      terms.averageSale = campaign.averageSale;
      terms.ordersPerCustomer =
        campaign.ordersPerCustomer * portion(progress.paid ?? 0, progress.arrived.at(-1)!);
      terms.margin = campaign.margin;
      terms.revenue = revenueOf(terms);
      terms.cost =
        marketingSpent(costs, (kind) => spent[kind]) +
        costs.sales * spent.sales +
        (opened < 0 ? 0 : costs.salesPerOpportunity * counts[opened]!);
      return terms;
    },
    profit: () => profitOf(terms),
    roiMargin: () => roiOf(terms),
  };
}
