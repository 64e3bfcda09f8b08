import { assertList } from '../campaign/check/check-fields.ts';
import { assertNumber } from '../campaign/check/check-number.ts';

/**
 * @throws InputError naming the first flow that is not a number of at most 1e15 either way
 */
export function assertFlows(flows: readonly number[]): void {
  assertList('flows', flows);
  for (let index = 0; index < flows.length; index++) {
    const flow = flows[index];
    if (typeof flow !== 'number' || !(Math.abs(flow) <= 1e15)) assertNumber(`flows[${index}]`, flow);
  }
}
