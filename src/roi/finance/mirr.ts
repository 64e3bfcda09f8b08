import { assertNumber } from '../campaign/check/check-number.ts';
import { assertFlows } from './check-flows.ts';
import { npv } from './npv.ts';

/**
 * Modified internal rate of return: losses are financed at one rate, gains reinvested at another.
 * `(future value of gains / present value of losses) ** (1 / (n - 1)) - 1`.
 * Source: Lin (1976); support.microsoft.com MIRR.
 *
 * @param flows currency units, one a period
 * @param financeRate fraction a period
 * @param reinvestRate fraction a period
 * @returns fraction a period, or null without both a gain and a loss, or at a rate of -1 or below
 * @throws InputError for a flow that is not a number or exceeds 1e15
 */
export function mirr(flows: readonly number[], financeRate: number, reinvestRate: number): number | null {
  assertNumber('financeRate', financeRate);
  assertNumber('reinvestRate', reinvestRate);
  assertFlows(flows);
  const periods = flows.length - 1;
  const losses = npv(
    financeRate,
    flows.map((flow) => Math.min(flow, 0)),
  );
  const gains = npv(
    reinvestRate,
    flows.map((flow) => Math.max(flow, 0)),
  );
  if (!losses || !gains) return null;
  const growth = Math.log1p(reinvestRate) + Math.log(gains / -losses) / periods;
  const rate = Math.expm1(growth);
  return Number.isFinite(rate) ? rate + 0 : null;
}
