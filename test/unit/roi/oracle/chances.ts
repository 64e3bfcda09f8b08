import type { Range, Rate, Volume } from '../../../../src/roi/index.ts';
import { integral } from './expected.ts';

/** How likely a triangular range is at most `x`. */
export function triangularBelow({ low, likely, high }: Exclude<Range, number>, x: number): number {
  if (x <= low) return 0;
  if (x >= high) return 1;
  if (x < likely) return (x - low) ** 2 / ((high - low) * (likely - low));
  return 1 - (high - x) ** 2 / ((high - low) * (high - likely));
}

/** Of a density on an interval, given by its logarithm and peaked or not, the part below `x`. */
function partBelow(logDensity: (u: number) => number, from: number, to: number, x: number): number {
  if (x <= from) return 0;
  if (x >= to) return 1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= 1000; i++) highest = Math.max(highest, logDensity(from + ((to - from) * i) / 1000));
  const density = (u: number) => Math.exp(logDensity(u) - highest);
  const below = integral(density, from, x);
  return below / (below + integral(density, x, to));
}

/**
 * How likely Beta(a, b) is at most `x`. Counted along the cube root, where a density that has no bound at zero (a of a
 * third) has one.
 */
export function betaBelow(a: number, b: number, x: number): number {
  if (b < 1) return 1 - betaBelow(b, a, 1 - x);
  const mean = a / (a + b);
  const far = 14 * Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  const from = Math.cbrt(Math.max(0, mean - far));
  const to = Math.cbrt(Math.min(1, mean + far));
  const log = (u: number) =>
    (Math.abs(3 * a - 1) < 1e-12 ? 0 : (3 * a - 1) * Math.log(Math.max(u, 1e-300))) +
    (b === 1 ? 0 : (b - 1) * Math.log1p(-Math.min(u ** 3, 1 - 1e-16)));
  return partBelow(log, from, to, Math.cbrt(x));
}

/** How likely Gamma(a), of scale 1, is at most `x`. */
export function gammaBelow(a: number, x: number): number {
  const from = Math.cbrt(Math.max(0, a - 14 * Math.sqrt(a)));
  const to = Math.cbrt(a + 14 * Math.sqrt(a) + 40);
  const log = (u: number) =>
    (Math.abs(3 * a - 1) < 1e-12 ? 0 : (3 * a - 1) * Math.log(Math.max(u, 1e-300))) - u ** 3;
  return partBelow(log, from, to, Math.cbrt(x));
}

/** How likely what an input may be is at most `x`; null for what is sure. */
export function likelyBelow(given: Range | Rate | Volume, x: number): number | null {
  if (typeof given === 'number') return null;
  if ('counted' in given) return gammaBelow(given.counted + 1 / 3, x);
  if ('of' in given) return betaBelow(given.hits + 1 / 3, given.of - given.hits + 1 / 3, x);
  return given.low === given.high ? null : triangularBelow(given, x);
}

/** Chances of 0, 1, 2 … successes out of `n`. */
export function binomial(n: number, p: number): number[] {
  let chances = [1];
  // One person after the other.
  for (let person = 0; person < n; person++) {
    const next: number[] = new Array(chances.length + 1).fill(0);
    for (const [hits, chance] of chances.entries()) {
      next[hits]! += chance * (1 - p);
      next[hits + 1]! += chance * p;
    }
    chances = next;
  }
  return chances;
}

/** The same where the rate itself is only known from counts: one more success is likelier after each success. */
export function betaBinomial(n: number, a: number, b: number): number[] {
  let chances = [1];
  for (let person = 0; person < n; person++) {
    const next: number[] = new Array(chances.length + 1).fill(0);
    for (const [hits, chance] of chances.entries()) {
      next[hits]! += (chance * (b + person - hits)) / (a + b + person);
      next[hits + 1]! += (chance * (a + hits)) / (a + b + person);
    }
    chances = next;
  }
  return chances;
}

/** Poisson of a rate that is itself Gamma(a), each thinned to a share: how many there are, up to `most`. */
export function thinnedGammaPoisson(a: number, share: number, most: number): number[] {
  const chances = [(1 / (1 + share)) ** a];
  for (let n = 1; n <= most; n++) chances.push((chances[n - 1]! * (a + n - 1) * (share / (1 + share))) / n);
  return chances;
}

/** The chance of at least so many. */
export const atLeast = (chances: readonly number[], target: number): number =>
  chances.reduce((sum, chance, many) => (many >= target ? sum + chance : sum), 0);

/** The mean over many equally likely points of a triangular range. */
export function overTriangle(range: Exclude<Range, number>, f: (x: number) => number, points = 400): number {
  const { low, likely, high } = range;
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const p = (i + 0.5) / points;
    const turn = (likely - low) / (high - low);
    const x =
      p < turn
        ? low + Math.sqrt(p * (high - low) * (likely - low))
        : high - Math.sqrt((1 - p) * (high - low) * (high - likely));
    sum += f(x);
  }
  return sum / points;
}

/** The same over Beta(a, b), by the middle of equal steps weighed by the density; a and b of at least 1. */
export function overBeta(a: number, b: number, f: (x: number) => number, steps = 2000): number {
  let sum = 0;
  let all = 0;
  for (let i = 0; i < steps; i++) {
    const x = (i + 0.5) / steps;
    const weight = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
    sum += weight * f(x);
    all += weight;
  }
  return sum / all;
}
