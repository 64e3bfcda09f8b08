import type { MetricDefinition } from '../metric.ts';

const base = { group: 'leads', unit: 'currency', better: 'lower' } as const;

/** Currency units of marketing a lead. */
export const cpl = {
  ...base,
  id: 'cpl',
  formula: 'marketingCost / leads',
} as const satisfies MetricDefinition;

/** Currency units of marketing a marketing-qualified lead. */
export const costPerMql = {
  ...base,
  id: 'costPerMql',
  formula: 'marketingCost / mql',
} as const satisfies MetricDefinition;

/** Currency units of marketing a sales-qualified lead. */
export const costPerSql = {
  ...base,
  id: 'costPerSql',
  formula: 'marketingCost / sql',
} as const satisfies MetricDefinition;

/** In the order a report shows them: the place to add the next. */
export default [cpl, costPerMql, costPerSql] as const;
