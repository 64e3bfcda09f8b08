import { drawBeta } from './draw-beta.ts';
import type { Random } from './seeded-random.ts';

/** Up to so many expected hits, they are counted one probability at a time. */
const FEW = 16;

/**
 * How many of n trials hit, exactly distributed for any n. A fractional n is rounded up or down by chance, so that
 * its mean is kept.
 *
 * Many trials are split: of n uniform numbers in order, the one about to be p is itself a Beta draw, and whether it
 * lies below p says on which side the rest has to be counted: about the square root of what there was.
 * Source: Relles (1972), JASA 67; Devroye (1986), Non-Uniform Random Variate Generation, X.4.3.
 */
export function drawBinomial(n: number, p: number, random: Random): number {
  let hits = 0;
  let trials = Math.floor(n) + (n % 1 > 0 && random() < n % 1 ? 1 : 0);
  let chance = p;
  while (trials * Math.min(chance, 1 - chance) > FEW) {
    const place = Math.floor((trials + 1) * chance);
    const uniform = drawBeta(place, trials + 1 - place, random);
    if (uniform <= chance) {
      hits += place;
      trials -= place;
      chance = (chance - uniform) / (1 - uniform);
    } else {
      trials = place - 1;
      chance /= uniform;
    }
  }
  const few = drawFew(trials, Math.min(chance, 1 - chance), random);
  return hits + (chance > 0.5 ? trials - few : few);
}

/** Inversion: walks up the probabilities until they exceed a uniform number. */
function drawFew(n: number, p: number, random: Random): number {
  if (p <= 0) return 0;
  const odds = p / (1 - p);
  let left = random();
  let probability = Math.exp(n * Math.log1p(-p));
  let hits = 0;
  while (left > probability && hits < n) {
    left -= probability;
    hits++;
    probability *= (odds * (n - hits + 1)) / hits;
    if (probability < 1e-300) break;
  }
  return hits;
}
