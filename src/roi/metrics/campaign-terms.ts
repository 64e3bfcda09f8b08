import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { rateBetween, stageCounts } from '../campaign/stage-counts.ts';
import { marketingTotal, salesTotal } from '../campaign/total-cost.ts';
import { compoundRate } from '../finance/compound-rate.ts';
import { expectedPeriods } from './expected-periods.ts';
import { outcome } from './outcome.ts';
import * as metrics from './rows/returns.ts';

/** Every name a metric's formula may use, with its value in one campaign. Null or not there: the campaign does not say. */
export type CampaignTerms = Record<string, number | null>;

/**
 * The campaign as the names of its formulas. Money in currency units, rates as fractions, counts unrounded.
 * `cost` is all that was spent to win these customers, marketing and sales; `adSpend` is media alone.
 */
export function campaignTerms(campaign: ExpectedCampaign): CampaignTerms {
  const { costs, averageSale, margin, ordersPerCustomer, churn, horizon } = campaign;
  const counts = stageCounts(campaign);
  const { leads, opportunities, customers } = counts;
  const marketingCost = marketingTotal(costs);
  const salesCost = salesTotal(costs, opportunities ?? 0);
  const revenuePerPeriod = averageSale * ordersPerCustomer;
  const recurring = churn !== null || horizon !== null;
  const yearlyDiscount = campaign.timing?.discountRate;
  const terms: CampaignTerms = {
    conversions: leads ?? customers ?? null,
    leadToCustomer: rateBetween(campaign, 'leads', 'customers'),
    adSpend: costs.media,
    marketingCost,
    salesCost,
    cost: marketingCost + salesCost,
    fixedCost: marketingCost + costs.sales,
    salesCostPerCustomer: salesCostPerCustomer(campaign),
    averageSale,
    margin,
    ordersPerCustomer,
    baseline: campaign.baseline,
    targetProfit: campaign.targetProfit,
    recurring: recurring ? 1 : null,
    revenuePerPeriod,
    marginPerPeriod: revenuePerPeriod * margin,
    expectedPeriods: recurring ? expectedPeriods(churn ?? 0, horizon) : 1,
    retention: churn === null ? null : 1 - churn,
    retentionSpend: campaign.retentionSpend,
    discount: yearlyDiscount === undefined ? null : compoundRate(yearlyDiscount, 1 / 12),
    // Last: V8 takes ten times as long for an object that begins with a spread.
    ...counts,
  };
  const { value: revenue } = outcome(metrics.revenue, terms);
  terms.revenue = revenue;
  terms.costOfGoods = revenue === null ? null : revenue * (1 - margin);
  return terms;
}

function salesCostPerCustomer(campaign: ExpectedCampaign): number | null {
  const { salesPerOpportunity } = campaign.costs;
  if (salesPerOpportunity === 0) return 0;
  const rate = rateBetween(campaign, 'opportunities', 'customers');
  return rate ? salesPerOpportunity / rate : null;
}
