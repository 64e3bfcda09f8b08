import type { Chance } from './seeded-chance.ts';

/** A draw from Beta(a, b), both above 0: X / (X + Y) of two gammas. */
export function drawBeta(a: number, b: number, chance: Chance): number {
  const x = drawGamma(a, chance);
  return x / (x + drawGamma(b, chance));
}

/**
 * A draw from Gamma(shape, 1). Source: Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26(3);
 * below 1 by their boost, `Gamma(shape + 1) * U ** (1 / shape)`.
 */
export function drawGamma(shape: number, chance: Chance): number {
  if (shape < 1) return drawGamma(shape + 1, chance) * chance.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = chance.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = chance.uniform();
    // Their squeeze: nearly always decides without a logarithm.
    if (u < 1 - 0.0331 * (x * x) ** 2 || Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v;
  }
}
