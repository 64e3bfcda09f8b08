import { portion, progressBy } from '../../campaign/standing.ts';
import type { Term } from '../campaign-terms.ts';
import type { MetricDefinition } from '../metric.ts';

const base = { group: 'return', unit: 'fraction', better: 'higher' } as const;

/** Currency units: what the customers won bring in. */
export const revenue = {
  ...base,
  id: 'revenue',
  unit: 'currency',
  formula: 'customers * averageSale * ordersPerCustomer',
} as const satisfies MetricDefinition;

/** Currency units: gross margin less all that was spent. */
export const profit = {
  ...base,
  id: 'profit',
  unit: 'currency',
  formula: 'revenue * margin - cost',
} as const satisfies MetricDefinition;

/** Fraction: return on gross margin (ROMI). Our default. */
export const roiMargin = {
  ...base,
  id: 'roiMargin',
  definition: 'margin',
  formula: '(revenue * margin - cost) / cost',
} as const satisfies MetricDefinition;

/** Fraction: return on every cost, goods included (Google Ads, support.google.com/google-ads/answer/14090). */
export const roiTotalCost = {
  ...base,
  id: 'roiTotalCost',
  definition: 'total-cost',
  formula: '(revenue - costOfGoods - cost) / (costOfGoods + cost)',
} as const satisfies MetricDefinition;

/** Fraction: return on revenue, goods ignored (HubSpot). */
export const roiRevenue = {
  ...base,
  id: 'roiRevenue',
  definition: 'revenue',
  formula: '(revenue - cost) / cost',
} as const satisfies MetricDefinition;

/** Ratio: revenue for each currency unit of media. */
export const roas = {
  ...base,
  id: 'roas',
  unit: 'ratio',
  definition: 'roas',
  formula: 'revenue / adSpend',
} as const satisfies MetricDefinition;

/** Ratio: revenue for each currency unit of all marketing (marketing efficiency ratio). */
export const mer = {
  ...base,
  id: 'mer',
  unit: 'ratio',
  formula: 'revenue / marketingCost',
} as const satisfies MetricDefinition;

/** What would have come anyway is that of the months looked at, and comes in as the campaign's revenue does. */
const baseline: Term = ({ campaign, progress, months }) => {
  const { baseline: given, timing } = campaign;
  if (given === null) return 'needs-a-baseline';
  if (months === null || !timing || months === timing.months) return given;
  return given * portion(progress.paid ?? 0, progressBy(campaign, timing.months).paid ?? 0);
};

/** Fraction: return on margin of the revenue that would not have come anyway. */
export const incrementalRoi = {
  ...base,
  id: 'incrementalRoi',
  formula: '((revenue - baseline) * margin - cost) / cost',
  terms: { baseline },
} as const satisfies MetricDefinition;

/** In the order a report shows them: the place to add the next. */
export default [roiMargin, roiTotalCost, roiRevenue, roas, mer, incrementalRoi, revenue, profit] as const;
