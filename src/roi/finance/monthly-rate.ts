import { assertNumber } from '../campaign/check/check-number.ts';
import { compoundRate } from './compound-rate.ts';

/**
 * A year's rate as a month's: `(1 + r) ** (1 / 12) - 1`.
 *
 * @param yearly fraction a year, above -1
 * @returns fraction a month
 * @throws InputError for what is not a number, exceeds 1e15, or is -1 or below
 */
export function monthlyRate(yearly: number): number {
  assertNumber('yearly', yearly, 'discount');
  return compoundRate(yearly, 1 / 12);
}

/**
 * A month's rate as a year's: `(1 + r) ** 12 - 1`.
 *
 * @param monthly fraction a month, above -1
 * @returns fraction a year
 * @throws InputError for what is not a number, exceeds 1e15, or is -1 or below
 */
export function yearlyRate(monthly: number): number {
  assertNumber('monthly', monthly, 'discount');
  return compoundRate(monthly, 12);
}
