import { compoundRate } from '../../finance/compound-rate.ts';
import { revenuePerPeriod, type Term } from '../campaign-terms.ts';
import type { MetricDefinition } from '../metric.ts';
import { cac } from './sales.ts';

const base = { group: 'customer', unit: 'currency', better: 'higher', isForLife: true } as const;

/**
 * Currency units of margin a customer brings over the months that count (`expectedPeriods`: 1/churn, the horizon,
 * or what churn leaves of it; 1 for a customer who only buys once).
 */
export const lifetimeValue = {
  ...base,
  id: 'lifetimeValue',
  formula: 'revenuePerPeriod * margin * expectedPeriods',
} as const satisfies MetricDefinition;

/** Ratio: what a customer is worth for each currency unit it cost. */
export const ltvToCac = {
  ...base,
  id: 'ltvToCac',
  unit: 'ratio',
  uses: [lifetimeValue, cac],
  formula: 'lifetimeValue / cac',
} as const satisfies MetricDefinition;

/** Months of margin that pay back a customer's acquisition. Only for customers who pay every month. */
export const cacPayback = {
  ...base,
  id: 'cacPayback',
  unit: 'months',
  better: 'lower',
  uses: [cac],
  requires: ['recurring'],
  whenNotPositive: 'never-pays-back',
  formula: 'cac / (revenuePerPeriod * margin)',
} as const satisfies MetricDefinition;

/** What a discounted value is made of, a period each. */
const discounted = {
  marginPerPeriod: (standing) => revenuePerPeriod(standing) * standing.campaign.margin,
  retention: ({ campaign }) => (campaign.churn === null ? 'needs-churn' : 1 - campaign.churn),
  retentionSpend: ({ campaign }) => campaign.retentionSpend,
  discount: ({ campaign }) =>
    campaign.timing?.discountRate === undefined
      ? 'needs-a-discount-rate'
      : compoundRate(campaign.timing.discountRate, 1 / 12),
} as const satisfies Record<string, Term>;

/** Currency units: discounted value when the first payment is certain (paid on the day of the win). */
export const clvFirstCertain = {
  ...base,
  id: 'clvFirstCertain',
  whenNotPositive: 'needs-a-horizon',
  terms: discounted,
  formula: '(marginPerPeriod - retentionSpend) * (1 + discount) / (1 + discount - retention)',
} as const satisfies MetricDefinition;

/** Currency units: discounted value when even the first payment is subject to retention (Gupta and Lehmann, 2003). */
export const clvFirstUncertain = {
  ...base,
  id: 'clvFirstUncertain',
  whenNotPositive: 'needs-a-horizon',
  terms: discounted,
  formula: '(marginPerPeriod - retentionSpend) * retention / (1 + discount - retention)',
} as const satisfies MetricDefinition;

/** In the order a report shows them: the place to add the next. */
export default [lifetimeValue, ltvToCac, cacPayback, clvFirstCertain, clvFirstUncertain] as const;
