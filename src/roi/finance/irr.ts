import { assertFlows } from './check-flows.ts';
import { type RatesOfReturn, ratesOfReturn } from './rates-of-return.ts';
import type { ExponentialSum } from './zeros-of-sum.ts';

/**
 * Internal rates of return: all distinct real rates above -1 at which `npv(rate, flows)` is zero. No guess needed.
 *
 * @param flows currency units, one a period, the first at t = 0
 * @returns fractions a period, ascending, with a status
 * @throws InputError for a flow that is not a number or exceeds 1e15
 */
export function irr(flows: readonly number[]): RatesOfReturn {
  assertFlows(flows);
  return ratesOfReturn({ coefficients: flows, exponents: flows.map((_, period) => period) }, polynomial);
}

/** Horner's rule, in whichever of `v = exp(s)` and `1 / v` is at most one. */
function polynomial({ coefficients }: ExponentialSum, s: number): number {
  const v = Math.exp(-Math.abs(s));
  const last = coefficients.length - 1;
  let value = 0;
  for (let i = 0; i <= last; i++) {
    value = value * v + coefficients[s < 0 ? last - i : i]!;
  }
  return value;
}
