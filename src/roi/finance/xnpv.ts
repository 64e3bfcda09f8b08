import { assertNumber } from '../campaign/check/check-number.ts';
import { type DatedFlow, yearsFromFirst } from './dated-flow.ts';

/**
 * Net present value of dated flows, on the day of the first: `sum of amount / (1 + rate) ** (days / 365)`.
 * Source: support.microsoft.com XNPV.
 *
 * @param rate fraction a year
 * @param dated flows in any order; the first listed is at t = 0
 * @returns currency units, or null at a rate of -1 or below, or beyond what a number holds
 * @throws InputError for a date that is not on the calendar or an amount that is not a number of at most 1e15
 */
export function xnpv(rate: number, dated: readonly DatedFlow[]): number | null {
  assertNumber('rate', rate);
  const years = yearsFromFirst(dated);
  if (rate <= -1) return null;
  const value = dated.reduce((sum, { amount }, i) => sum + amount / (1 + rate) ** years[i]!, 0);
  return Number.isFinite(value) ? value + 0 : null;
}
