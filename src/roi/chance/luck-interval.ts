import { betaOfCounts } from './beta-of-counts.ts';
import { normalAt } from './normal-at.ts';
import type { Interval } from './own-interval.ts';

/** Above this deviation, counts of people are as good as normally distributed. */
const WIDE = 30;

/** So unlikely, beside the likeliest, that it moves no percentile. */
const NEGLIGIBLE = 1e-9;

/** How well a rate is known: its mean, and the variance around it (0: sure). */
export interface KnownRate {
  mean: number;
  variance: number;
}

/** A rate that was given as such is sure; counts say how well they know theirs. */
export function knownRate(rate: number | { hits: number; of: number }): KnownRate {
  if (typeof rate === 'number') return { mean: rate, variance: 0 };
  const [a, b] = betaOfCounts(rate);
  return { mean: rate.hits / rate.of, variance: (a * b) / ((a + b) ** 2 * (a + b + 1)) };
}

/**
 * From the 10th to the 90th percentile of how many of n come through at a rate: chance alone, and what is not known of
 * the rate. The beta-binomial distribution, summed outwards from its likeliest number.
 */
export function luckInterval(n: number, { mean, variance }: KnownRate): Interval {
  const trials = Math.round(n);
  if (trials === 0 || mean <= 0) return { low: 0, high: 0 };
  if (mean >= 1) return { low: trials, high: trials };
  const spread = Math.min(variance, mean * (1 - mean) * 0.999);
  const deviation = Math.sqrt(trials * mean * (1 - mean) + trials * (trials - 1) * spread);
  if (deviation > WIDE) {
    const reach = normalAt(0.9) * deviation;
    const middle = trials * mean;
    return { low: Math.max(0, middle - reach), high: Math.min(trials, middle + reach) };
  }
  return middleOf(trials, followerOf(trials, mean, spread), Math.round(trials * mean));
}

/** How much likelier one more is: the probability of k + 1 by that of k. */
function followerOf(trials: number, mean: number, variance: number): (k: number) => number {
  if (variance === 0) return (k) => (((trials - k) / (k + 1)) * mean) / (1 - mean);
  const known = (mean * (1 - mean)) / variance - 1;
  const [a, b] = [mean * known, (1 - mean) * known];
  return (k) => (((trials - k) / (k + 1)) * (a + k)) / (b + trials - k - 1);
}

/** The middle 80 % of whole numbers from 0 to `most`, by how much likelier each is than the one before. */
function middleOf(most: number, follower: (k: number) => number, start: number): Interval {
  const below: number[] = [];
  const above: number[] = [1];
  for (let k = start, weight = 1; k > 0 && weight > NEGLIGIBLE; k--) {
    weight /= follower(k - 1);
    below.push(weight);
  }
  for (let k = start, weight = 1; k < most && weight > NEGLIGIBLE; k++) {
    weight *= follower(k);
    above.push(weight);
  }
  const weights = [...below.reverse(), ...above];
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const at = (share: number) => {
    let sum = 0;
    const place = weights.findIndex((weight) => {
      sum += weight;
      return sum >= share * all;
    });
    return start - below.length + place;
  };
  return { low: at(0.1), high: at(0.9) };
}
