import { findZero } from './find-zero.ts';

/**
 * A sum of exponentials `f(s) = sum of coefficients[i] * exp(exponents[i] * s)`, exponents ascending. A cash flow is
 * one, with `s = -ln(1 + rate)`: the polynomial in the discount factor when the exponents are whole.
 */
export interface ExponentialSum {
  coefficients: readonly number[];
  exponents: readonly number[];
}

/** The sum at `s`, divided by a positive factor that depends on the exponents and `s` alone, so that nothing overflows. */
export type Evaluate = (sum: ExponentialSum, s: number) => number;

/** Below this share of its parts' size, a sum is rounding noise: it touches zero. */
const NOISE = 2e-14;

/**
 * All distinct real zeros between two points, ascending, double ones too.
 *
 * Descartes' rule as an algorithm: `f(s) * exp(-p * s)` has the zeros of `f`, and its derivative is again such a sum,
 * with coefficients times `exponents - p`. Taking `p` where the coefficients change sign, the derivative has one sign
 * change less; without any there is no zero. Between the derivative's zeros the function is monotone and crosses at
 * most once. As deep as there are sign changes; proved up to ten.
 */
export function zerosOfSum(sum: ExponentialSum, evaluate: Evaluate, low: number, high: number): number[] {
  const { coefficients, exponents } = sum;
  const change = firstSignChange(coefficients);
  if (change === null) return [];
  const pivot = (exponents[change[0]]! + exponents[change[1]]!) / 2;
  const derivative = normalised(coefficients.map((coefficient, i) => coefficient * (exponents[i]! - pivot)));
  const turns = zerosOfSum({ coefficients: derivative, exponents }, evaluate, low, high);

  const zeros: number[] = [];
  const valueAt = (s: number) => evaluate(sum, s);
  const sizeAt = (s: number) => evaluate({ coefficients: coefficients.map(Math.abs), exponents }, s);
  let from = low;
  let before = Math.sign(valueAt(low));
  for (const to of [...turns, high]) {
    const value = valueAt(to);
    const touches = to !== high && Math.abs(value) <= NOISE * sizeAt(to);
    const sign = touches ? 0 : Math.sign(value);
    if (before * sign < 0) zeros.push(findZero(valueAt, from, to));
    if (touches) zeros.push(to);
    from = to;
    before = sign;
  }
  return zeros;
}

/** The indices on both sides of the first change of sign (zeros between them do not count). */
function firstSignChange(coefficients: readonly number[]): [number, number] | null {
  let last = -1;
  for (let i = 0; i < coefficients.length; i++) {
    if (coefficients[i] === 0) continue;
    if (last >= 0 && coefficients[i]! > 0 !== coefficients[last]! > 0) return [last, i];
    last = i;
  }
  return null;
}

function normalised(coefficients: readonly number[]): number[] {
  const largest = coefficients.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0);
  return coefficients.map((coefficient) => coefficient / largest);
}
