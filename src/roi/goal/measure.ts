import type { StageName } from '../campaign/campaign.ts';
import { InputError } from '../campaign/check/input-error.ts';
import { isStage } from '../campaign/owner.ts';
import { everyMetric, type MetricId } from '../metrics/every-metric.ts';
import type { MetricDefinition } from '../metrics/metric.ts';

/** What a question can be about: any metric, or how many reach a stage. */
export type Measure = MetricId | StageName;

/**
 * The definition behind a measure; a stage's count is its own formula.
 *
 * @throws InputError naming the field when there is no such measure
 */
export function measureDefinition(field: string, measure: Measure): MetricDefinition {
  if (isStage(measure)) {
    return { id: measure, group: 'sales', unit: 'count', formula: measure };
  }
  const metric = everyMetric.find(({ id }) => id === measure);
  if (metric) return metric;
  throw new InputError({
    field,
    code: 'unknown-name',
    expected: 'the id of a metric or the name of a stage',
  });
}

const lowerIsBetter: readonly string[] = [
  'cpm',
  'cpc',
  'cpl',
  'costPerMql',
  'costPerSql',
  'cac',
  'cacPayback',
  'payback',
  'discountedPayback',
  'peakExposure',
  'breakEvenRoas',
  'targetRoas',
  'breakEvenCustomers',
  'breakEvenLeads',
  'breakEvenSpend',
];

/**
 * Whether a value is at least as good as the target: at most as much for what costs or takes time.
 *
 * @param size of the metric, to tell zero from rounding by where the target is zero and has no size of its own
 */
export const meets = (measure: Measure, value: number, target: number, size: number): boolean => {
  const slack = 1e-9 * Math.abs(target || size);
  return lowerIsBetter.includes(measure) ? value <= target + slack : value >= target - slack;
};
