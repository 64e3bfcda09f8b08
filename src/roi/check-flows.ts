import { assertNumber } from './check-number.ts';

/**
 * @throws InputError naming the first flow that is not a number of at most 1e15 either way
 */
export function assertFlows(flows: readonly number[]): void {
  for (let index = 0; index < flows.length; index++) {
    const flow = flows[index];
    if (!(Math.abs(flow as number) <= 1e15)) assertNumber(`flows[${index}]`, flow);
  }
}
