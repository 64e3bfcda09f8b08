import type { StageName } from '../campaign/campaign.ts';
import { InputError } from '../campaign/check/input-error.ts';
import { isStage } from '../campaign/owner.ts';
import { everyMetric, type MetricId } from '../metrics/every-metric.ts';
import type { MetricDefinition } from '../metrics/metric.ts';

/** What a question can be about: any metric, or how many reach a stage. */
export type Measure = MetricId | StageName;

/** How many reach a stage, as a metric: the count is its own formula. */
export const stageCount = (stage: StageName): MetricDefinition<StageName> => ({
  id: stage,
  group: 'sales',
  unit: 'count',
  better: 'higher',
  formula: stage,
});

/**
 * The definition behind a measure.
 *
 * @throws InputError naming the field when there is no such measure
 */
export function measureDefinition(field: string, measure: Measure): MetricDefinition {
  if (isStage(measure)) return stageCount(measure);
  const metric = everyMetric.find(({ id }) => id === measure);
  if (metric) return metric;
  throw new InputError({
    field,
    code: 'unknown-name',
    expected: 'the id of a metric or the name of a stage',
  });
}
