import { assertNumber } from '../campaign/check/check-number.ts';
import { assertFlows } from './check-flows.ts';
import { paybackPeriod } from './payback-period.ts';

/**
 * Periods until the cumulative discounted flow turns non-negative for the last time, interpolated within the
 * discounted flow of that period. The first flow is at t = 0.
 *
 * @param rate fraction a period
 * @param flows currency units, one a period
 * @returns periods, or null at a rate of -1 or below, if it never pays back, or beyond what a number holds
 * @throws InputError for a flow that is not a number or exceeds 1e15
 */
export function discountedPaybackPeriod(rate: number, flows: readonly number[]): number | null {
  assertNumber('rate', rate);
  assertFlows(flows);
  if (rate <= -1) return null;
  const discounted = flows.map((flow, period) => flow / (1 + rate) ** period);
  return discounted.every((flow) => Math.abs(flow) <= 1e15) ? paybackPeriod(discounted) : null;
}
