import type { Timing } from './campaign.ts';
import { numberProblem } from './check-number.ts';
import type { Problem } from './input-error.ts';

const LONGEST = 1200;

/** Everything wrong with a campaign's timing. */
export function checkTiming(timing: Timing): Problem[] {
  if (typeof timing !== 'object' || timing === null) {
    return [{ field: 'timing', code: 'required', expected: 'a number of months' }];
  }
  const { months, spend, collection, discountRate } = timing;
  return [
    numberProblem('timing.months', months, 'months') ?? [],
    spend === undefined ? [] : checkSpend(spend),
    collection === undefined ? [] : checkDistribution('timing.collection', collection),
    (discountRate === undefined ? null : numberProblem('timing.discountRate', discountRate, 'discount')) ??
      [],
  ].flat();
}

/** Shares by months of delay: each from 0 to 1, together 1 (within 1e-9). */
export function checkDistribution(field: string, shares: readonly number[]): Problem[] {
  const problems = checkMonths(field, shares, 'fraction');
  if (problems.length) return problems;
  const sum = shares.reduce((total, share) => total + share, 0);
  return Math.abs(sum - 1) <= 1e-9
    ? []
    : [{ field, code: 'not-a-distribution', expected: 'shares that sum to 1' }];
}

function checkSpend(spend: readonly number[]): Problem[] {
  const problems = checkMonths('timing.spend', spend, 'amount');
  if (problems.length || spend.some((weight) => weight > 0)) return problems;
  return [{ field: 'timing.spend', code: 'no-spend', expected: 'a month with spend' }];
}

function checkMonths(field: string, months: readonly number[], kind: 'fraction' | 'amount'): Problem[] {
  if (!Array.isArray(months) || months.length === 0)
    return [{ field, code: 'required', expected: 'a list of months' }];
  if (months.length > LONGEST)
    return [{ field, code: 'not-whole-months', expected: `at most ${LONGEST} months` }];
  return months.flatMap((value, month) => numberProblem(`${field}[${month}]`, value, kind) ?? []);
}
