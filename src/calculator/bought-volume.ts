import { largest, smallest } from './bounds.ts';

/**
 * How many a budget buys, at the price that so many were bought for. It is reckoned from the number that was set, and
 * never from what it came to in between, so that a budget which goes down and up again buys as many as before.
 *
 * @param count as it was set, for a budget of `paid` (major units); nothing paid is no price, and the number stays
 */
export function boughtVolume(count: number, paid: number, budget: number): number {
  if (!paid || paid === budget) return count;
  const bought = (count * budget) / paid;
  return bought < smallest ? 0 : Math.min(largest, bought);
}
