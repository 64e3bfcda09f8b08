import { conversions } from '../campaign-terms.ts';
import type { MetricDefinition } from '../metric.ts';

const base = { group: 'media', unit: 'currency', better: 'lower' } as const;

/** Currency units of media for a thousand impressions. */
export const cpm = {
  ...base,
  id: 'cpm',
  formula: '1000 * adSpend / impressions',
} as const satisfies MetricDefinition;

/** Currency units of media a click. */
export const cpc = { ...base, id: 'cpc', formula: 'adSpend / clicks' } as const satisfies MetricDefinition;

/** Fraction of impressions that are clicked. */
export const ctr = {
  ...base,
  id: 'ctr',
  unit: 'fraction',
  better: 'higher',
  formula: 'clicks / impressions',
} as const satisfies MetricDefinition;

/** Fraction of clicks that convert: into leads, or into customers where the funnel has no leads. */
export const cvr = {
  ...base,
  id: 'cvr',
  unit: 'fraction',
  better: 'higher',
  formula: 'conversions / clicks',
  terms: { conversions },
} as const satisfies MetricDefinition;

/** In the order a report shows them: the place to add the next. */
export default [cpm, cpc, ctr, cvr] as const;
