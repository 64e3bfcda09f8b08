import { assertNumber } from '../campaign/check/check-number.ts';

/**
 * Compound growth a period: `(last / first) ** (1 / periods) - 1`.
 *
 * @param first value at the start, above zero
 * @param last value at the end, zero or more
 * @param periods above zero
 * @returns fraction a period, or null where growth has no rate (a start of zero or below, an end below zero, no time)
 * @throws InputError for what is not a number or exceeds 1e15
 */
export function cagr(first: number, last: number, periods: number): number | null {
  assertNumber('first', first);
  assertNumber('last', last);
  assertNumber('periods', periods);
  if (first <= 0 || last < 0 || periods <= 0) return null;
  const rate = (last / first) ** (1 / periods) - 1;
  return Number.isFinite(rate) ? rate + 0 : null;
}
