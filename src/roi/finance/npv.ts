import { assertObject } from '../campaign/check/check-fields.ts';
import { assertNumber } from '../campaign/check/check-number.ts';
import { assertFlows } from './check-flows.ts';

/**
 * Net present value of periodic flows: `sum of flows[t] / (1 + rate) ** (t + firstPeriod)`.
 * The first flow is at t = 0; the spreadsheets' `NPV` discounts it too: `{ firstPeriod: 1 }`.
 * Source: Brealey, Myers, Allen, Principles of Corporate Finance; support.microsoft.com NPV for the convention.
 *
 * @param rate fraction a period
 * @param flows currency units, one a period
 * @returns currency units, or null at a rate of -1 or below, or beyond what a number holds
 * @throws InputError for a flow, a rate or a first period that is not a number or exceeds 1e15
 */
export function npv(
  rate: number,
  flows: readonly number[],
  options: { firstPeriod?: number } = {},
): number | null {
  assertObject('options', options);
  const { firstPeriod = 0 } = options;
  assertNumber('rate', rate);
  assertFlows(flows);
  assertNumber('firstPeriod', firstPeriod);
  if (rate <= -1) return null;
  let sum = 0;
  for (let period = flows.length - 1; period >= 0; period--) sum = sum / (1 + rate) + flows[period]!;
  const value = sum / (1 + rate) ** firstPeriod;
  return Number.isFinite(value) ? value + 0 : null;
}
