/**
 * What a rate comes to over so many of its periods, or over a part of one: `(1 + rate) ** periods - 1`, exact for tiny
 * rates too.
 *
 * @param rate fraction a period, above -1
 * @returns fraction; not finite beyond what a number holds
 */
export const compoundRate = (rate: number, periods: number): number =>
  Math.expm1(Math.log1p(rate) * periods) + 0;
