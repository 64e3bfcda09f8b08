import { assertNumber } from './check-number.ts';
import { type MetricDefinition, outcome } from './metric.ts';

/**
 * A metric's formula on numbers handed in by name: the plain functions and the campaign share each formula.
 *
 * @returns a finite number, or null where the answer does not exist
 * @throws InputError naming a field that is not a number or exceeds 1e15
 */
export function calculate(metric: MetricDefinition, input: Readonly<Record<string, number>>): number | null {
  for (const field in input) assertNumber(field, input[field]);
  return outcome(metric, input).value;
}
