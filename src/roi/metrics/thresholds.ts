import type { MetricDefinition } from '../metric.ts';
import { lifetimeValue } from './customer.ts';
import { cvr } from './media.ts';

const base = { group: 'thresholds', whenNotPositive: 'never-breaks-even' } as const;

/** Ratio: the ROAS at which margin pays for media. */
export const breakEvenRoas = {
  ...base,
  id: 'breakEvenRoas',
  unit: 'ratio',
  formula: '1 / margin',
} as const satisfies MetricDefinition;

/** Ratio: the ROAS that leaves the wanted fraction of revenue as profit. */
export const targetRoas = {
  ...base,
  id: 'targetRoas',
  unit: 'ratio',
  formula: '1 / (margin - targetProfit)',
} as const satisfies MetricDefinition;

/** Customers whose contribution pays what is fixed (everything except the sales cost of each opportunity). */
export const breakEvenCustomers = {
  ...base,
  id: 'breakEvenCustomers',
  unit: 'count',
  formula: 'fixedCost / (averageSale * margin * ordersPerCustomer - salesCostPerCustomer)',
} as const satisfies MetricDefinition;

/** Leads that bring the break-even customers, at the campaign's rates. */
export const breakEvenLeads = {
  group: 'thresholds',
  id: 'breakEvenLeads',
  unit: 'count',
  uses: [breakEvenCustomers],
  formula: 'breakEvenCustomers / leadToCustomer',
} as const satisfies MetricDefinition;

/** Currency units of media that bring the break-even customers, at what media costs a customer today. */
export const breakEvenSpend = {
  group: 'thresholds',
  id: 'breakEvenSpend',
  unit: 'currency',
  uses: [breakEvenCustomers],
  formula: 'breakEvenCustomers * (adSpend / customers)',
} as const satisfies MetricDefinition;

/** Currency units: what a lead may cost before its customers are worth less than they cost. */
export const maximumCpl = {
  group: 'thresholds',
  id: 'maximumCpl',
  unit: 'currency',
  uses: [lifetimeValue],
  formula: '(lifetimeValue - salesCostPerCustomer) * leadToCustomer',
} as const satisfies MetricDefinition;

/** Currency units: what a click may cost, likewise. Needs clicks and leads in the funnel. */
export const maximumCpc = {
  group: 'thresholds',
  id: 'maximumCpc',
  unit: 'currency',
  uses: [maximumCpl, cvr],
  formula: 'maximumCpl * cvr',
} as const satisfies MetricDefinition;
