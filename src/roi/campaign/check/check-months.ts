import type { Check } from './check-fields.ts';
import { checkNumber, MONTHS, type NumberKind } from './check-number.ts';
import type { Problem } from './input-error.ts';

/** Shares by months of delay: each from 0 to 1, together 1 (within 1e-9). */
export const checkDistribution: Check = (field, shares) =>
  checkMonths(field, shares, 'fraction', {
    holds: (sum) => Math.abs(sum - 1) <= 1e-9,
    problem: { field, code: 'not-a-distribution', expected: 'shares that sum to 1' },
  });

/** Weights by month, of which one at least is above zero. */
export const checkSpend: Check = (field, weights) =>
  checkMonths(field, weights, 'amount', {
    holds: (sum) => sum > 0,
    problem: { field, code: 'no-spend', expected: 'a month with spend' },
  });

function checkMonths(
  field: string,
  months: unknown,
  kind: NumberKind,
  sum: { holds: (sum: number) => boolean; problem: Problem },
): Problem[] {
  if (!Array.isArray(months) || months.length === 0 || months.length > MONTHS) {
    return [{ field, code: 'required', expected: `a list of 1 to ${MONTHS} months` }];
  }
  const number = checkNumber(kind);
  // A hole in a list is a missing number, and flatMap alone would pass over it.
  const problems = Array.from(months).flatMap((value, month) => number(`${field}[${month}]`, value));
  if (problems.length > 0 || sum.holds(months.reduce((total, value) => total + value, 0))) return problems;
  return [sum.problem];
}
