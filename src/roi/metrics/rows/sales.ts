import type { MetricDefinition } from '../metric.ts';

/** Currency units, marketing and sales, a new customer (customer acquisition cost). */
export const cac = {
  id: 'cac',
  group: 'sales',
  unit: 'currency',
  better: 'lower',
  formula: 'cost / customers',
} as const satisfies MetricDefinition;

/** In the order a report shows them: the place to add the next. */
export default [cac] as const;
