import { type DatedFlow, yearsFromFirst } from './dated-flow.ts';
import { type RatesOfReturn, ratesOfReturn } from './rates-of-return.ts';
import type { ExponentialSum } from './zeros-of-sum.ts';

/**
 * Internal rates of return of dated flows: all distinct real rates above -1 at which `xnpv(rate, dated)` is zero,
 * actual/365. No guess needed, and flows may come in any order.
 *
 * @returns fractions a year, ascending, with a status
 * @throws InputError for a date that is not on the calendar or an amount that is not a number of at most 1e15
 */
export function xirr(dated: readonly DatedFlow[]): RatesOfReturn {
  const years = yearsFromFirst(dated);
  const amounts = new Map<number, number>();
  dated.forEach(({ amount }, i) => {
    amounts.set(years[i]!, (amounts.get(years[i]!) ?? 0) + amount);
  });
  const exponents = [...amounts.keys()].sort((a, b) => a - b);
  const coefficients = exponents.map((year) => amounts.get(year)!);
  return ratesOfReturn({ coefficients, exponents }, exponentials);
}

/** Divided by the largest exponential, so that no part exceeds its coefficient. */
function exponentials({ coefficients, exponents }: ExponentialSum, s: number): number {
  const largest = s < 0 ? exponents[0]! : exponents.at(-1)!;
  let value = 0;
  for (let i = 0; i < coefficients.length; i++) {
    value += coefficients[i]! * Math.exp((exponents[i]! - largest) * s);
  }
  return value;
}
