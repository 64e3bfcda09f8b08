import { assertObject } from '../../campaign/check/check-fields.ts';
import { assertNumber } from '../../campaign/check/check-number.ts';
import { expectedPeriods } from '../../campaign/expected-periods.ts';
import * as metrics from '../rows/customer.ts';
import { calculate } from './calculate.ts';

/**
 * Margin a customer brings: `a * m / c` without a horizon, `a * m * (1 - (1 - c) ** H) / c` within one,
 * `a * m * H` when nobody leaves (a: revenue a period, m: margin, c: churn, H: horizon).
 *
 * @param input revenue in currency units a period, margin and churn as fractions, horizon in periods
 * @returns currency units, or null when nobody leaves and no horizon ends it
 * @throws InputError for what is not a number or exceeds 1e15, or churn outside 0 to 1
 */
export function lifetimeValue(input: {
  revenuePerPeriod: number;
  margin: number;
  churn: number;
  horizon?: number;
}): number | null {
  assertObject('input', input);
  const { revenuePerPeriod, margin, churn, horizon } = input;
  assertNumber('revenuePerPeriod', revenuePerPeriod);
  assertNumber('margin', margin);
  assertNumber('churn', churn, 'fraction');
  if (horizon !== undefined) assertNumber('horizon', horizon, 'amount');
  const periods = expectedPeriods(churn, horizon);
  if (periods === null || !Number.isFinite(periods)) return null;
  return calculate(metrics.lifetimeValue, {
    revenuePerPeriod,
    margin,
    expectedPeriods: Math.min(periods, 1e15),
  });
}

/**
 * Discounted customer lifetime value, in two variants (M: margin, S: retention spend, r: retention, d: discount):
 * `(M - S) * (1 + d) / (1 + d - r)` when the first payment is certain, `(M - S) * r / (1 + d - r)` otherwise.
 * Source: Gupta and Lehmann, Journal of Interactive Marketing 17(1), 2003.
 *
 * @param input margin and retention spend in currency units a period, retention and discount as fractions a period
 * @returns currency units, or null when the sum has no end (r of 1 + d or more)
 * @throws InputError for what is not a number or exceeds 1e15, retention outside 0 to 1, a discount of -1 or below
 */
export function customerLifetimeValue(input: {
  margin: number;
  retentionSpend?: number;
  retention: number;
  discount: number;
  firstPaymentCertain: boolean;
}): number | null {
  assertObject('input', input);
  const { margin, retentionSpend = 0, retention, discount, firstPaymentCertain } = input;
  assertNumber('margin', margin);
  assertNumber('retention', retention, 'fraction');
  assertNumber('discount', discount, 'discount');
  const metric = firstPaymentCertain ? metrics.clvFirstCertain : metrics.clvFirstUncertain;
  return calculate(metric, { marginPerPeriod: margin, retentionSpend, retention, discount });
}

/**
 * Periods of margin that pay back what a customer cost: `cac / (revenuePerPeriod * margin)`.
 *
 * @param input currency units (a period), margin as a fraction
 * @returns periods, or null when a period leaves no margin
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const cacPayback = (input: { cac: number; revenuePerPeriod: number; margin: number }): number | null =>
  calculate({ ...metrics.cacPayback, requires: [] }, input);
