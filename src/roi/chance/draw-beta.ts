import type { Random } from './seeded-random.ts';

/** A draw from Beta(a, b), both above 0: X / (X + Y) of two gammas. */
export function drawBeta(a: number, b: number, random: Random): number {
  const x = drawGamma(a, random);
  return x / (x + drawGamma(b, random));
}

/**
 * A draw from Gamma(shape, 1). Source: Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26(3);
 * below 1 by their boost, `Gamma(shape + 1) * U ** (1 / shape)`.
 */
function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = random();
    // Their squeeze: nearly always decides without a logarithm.
    if (u < 1 - 0.0331 * (x * x) ** 2 || Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v;
  }
}

/** A draw from the standard normal. Source: Box and Muller (1958). */
const drawNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
