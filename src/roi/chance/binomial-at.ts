import { normalAt } from './normal-at.ts';

/** Up to so many expected hits, they are counted one probability at a time. */
const FEW = 80;

/**
 * How many of n trials hit, at a share of all outcomes: the smallest number that at least this share does not exceed.
 * With a share drawn evenly it is a binomial draw, and for the same share more trials or a better chance never mean
 * fewer hits. Exact for few hits; for many by the normal distribution and its first corrections for skew and tails,
 * within a thousandth of a deviation.
 * Source: Cornish and Fisher (1938), Revue de l'Institut International de Statistique 5.
 *
 * @param n whole trials
 * @param p chance of each, 0 to 1
 * @param share above 0 and below 1
 */
export function binomialAt(n: number, p: number, share: number): number {
  if (p > 0.5) return n - binomialAt(n, 1 - p, 1 - share);
  return n * p <= FEW ? fewAt(n, p, share) : manyAt(n, p, share);
}

/** Walks up the probabilities until they exceed the share. */
function fewAt(n: number, p: number, share: number): number {
  const odds = p / (1 - p);
  let left = share;
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

function manyAt(n: number, p: number, share: number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const z = normalAt(share);
  const skew = (1 - 2 * p) / deviation;
  const tails = (1 - 6 * p * (1 - p)) / deviation ** 2;
  const bent =
    z + (skew * (z ** 2 - 1)) / 6 + (tails * (z ** 3 - 3 * z)) / 24 - (skew ** 2 * (2 * z ** 3 - 5 * z)) / 36;
  return Math.min(n, Math.max(0, Math.round(n * p + deviation * bent)));
}
