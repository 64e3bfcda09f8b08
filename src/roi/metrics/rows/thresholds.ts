import { conversions, type Term } from '../campaign-terms.ts';
import type { MetricDefinition } from '../metric.ts';
import { lifetimeValue } from './customer.ts';

const base = { group: 'thresholds', better: 'lower', whenNotPositive: 'never-breaks-even' } as const;

/** Ratio: the ROAS at which margin pays for media alone, which is what bidding asks. */
export const breakEvenRoas = {
  ...base,
  id: 'breakEvenRoas',
  unit: 'ratio',
  formula: '1 / margin',
} as const satisfies MetricDefinition;

/** Ratio: the ROAS at which margin pays for all that is spent. */
export const breakEvenRoasAllCosts = {
  ...base,
  id: 'breakEvenRoasAllCosts',
  unit: 'ratio',
  formula: 'cost / adSpend / margin',
} as const satisfies MetricDefinition;

const targetProfit: Term = ({ campaign }) => campaign.targetProfit ?? 'needs-a-target-profit';

/** Ratio: the ROAS that leaves the wanted fraction of revenue as profit, of media alone. */
export const targetRoas = {
  ...base,
  id: 'targetRoas',
  unit: 'ratio',
  formula: '1 / (margin - targetProfit)',
  terms: { targetProfit },
} as const satisfies MetricDefinition;

/** Ratio: the ROAS that leaves the wanted fraction of revenue as profit, after all that is spent. */
export const targetRoasAllCosts = {
  ...base,
  id: 'targetRoasAllCosts',
  unit: 'ratio',
  formula: 'cost / adSpend / (margin - targetProfit)',
  terms: { targetProfit },
} as const satisfies MetricDefinition;

/**
 * Customers whose contribution pays what is budgeted: every cost except that of each opportunity, media included, since
 * the budget is held and only the number of customers moves. `breakEvenSpend` moves media with them.
 */
export const breakEvenCustomers = {
  ...base,
  id: 'breakEvenCustomers',
  unit: 'count',
  isWhole: true,
  requires: ['inTime'],
  formula: 'fixedCost / (averageSale * margin * ordersPerCustomer - salesCostPerCustomer)',
} as const satisfies MetricDefinition;

/** Leads that bring the break-even customers, whole ones, at the campaign's rates and for the media that is budgeted. */
export const breakEvenLeads = {
  group: 'thresholds',
  id: 'breakEvenLeads',
  unit: 'count',
  better: 'lower',
  uses: [breakEvenCustomers],
  formula: 'breakEvenCustomers / leadToCustomer',
} as const satisfies MetricDefinition;

/** Ratio: what a unit of media brings back, at today's price for volume: margin less what its opportunities cost. */
const contributionOfMedia = {
  group: 'thresholds',
  id: 'contributionOfMedia',
  unit: 'ratio',
  better: 'higher',
  formula: '(revenue * margin - (cost - fixedCost)) / adSpend',
} as const satisfies MetricDefinition;

/**
 * Currency units of media at which profit is zero when volume grows with media and every other fixed cost stays.
 * Never where a unit of media brings back no more than itself: then more of it only loses more.
 */
export const breakEvenSpend = {
  ...base,
  id: 'breakEvenSpend',
  unit: 'currency',
  uses: [contributionOfMedia],
  formula: '(fixedCost - adSpend) / (contributionOfMedia - 1)',
} as const satisfies MetricDefinition;

const most = { group: 'thresholds', unit: 'currency', better: 'higher', isForLife: true } as const;

/** Currency units: what a lead may cost before its customers are worth less than they cost, each opportunity included. */
export const maximumCpl = {
  ...most,
  id: 'maximumCpl',
  uses: [lifetimeValue],
  formula: '(lifetimeValue - salesCostPerCustomer) * leadToCustomer',
} as const satisfies MetricDefinition;

/** Currency units: what marketing may spend a lead, once all that sales costs is paid: at this CPL nothing is left. */
export const maximumCplAllCosts = {
  ...most,
  id: 'maximumCplAllCosts',
  uses: [lifetimeValue],
  formula: '(lifetimeValue * customers - salesCost) / leads',
} as const satisfies MetricDefinition;

/** Currency units: what a click may cost, as `maximumCpl`. Needs clicks and leads in the funnel. */
export const maximumCpc = {
  ...most,
  id: 'maximumCpc',
  uses: [maximumCpl],
  formula: 'maximumCpl * (conversions / clicks)',
  terms: { conversions },
} as const satisfies MetricDefinition;

/** Currency units: what media may pay a click, once everything else is paid: at this CPC nothing is left. */
export const maximumCpcAllCosts = {
  ...most,
  id: 'maximumCpcAllCosts',
  uses: [lifetimeValue],
  formula: '(lifetimeValue * customers - (cost - adSpend)) / clicks',
} as const satisfies MetricDefinition;

/** In the order a report shows them: the place to add the next. */
export default [
  breakEvenRoas,
  breakEvenRoasAllCosts,
  targetRoas,
  targetRoasAllCosts,
  breakEvenCustomers,
  breakEvenLeads,
  breakEvenSpend,
  maximumCpl,
  maximumCplAllCosts,
  maximumCpc,
  maximumCpcAllCosts,
] as const;
