import type { Campaign } from './campaign.ts';
import { findZero } from './find-zero.ts';
import type { Lever } from './lever.ts';
import { elsewhere, type LeverLimits } from './lever-limits.ts';

/**
 * Where a lever closes the gap, within its limits, or null. A gap that is linear in the lever is solved in closed
 * form from two measurements; any other is bracketed by the limits.
 */
export function solveLever(
  lever: Lever,
  gap: (campaign: Campaign) => number,
  limits: LeverLimits,
): number | null {
  const gapAt = (value: number) => gap(lever.move(value));
  const here = gapAt(lever.value);
  const there = elsewhere(lever);
  const slope = (here - gapAt(there)) / (lever.value - there);
  const guess = lever.value - here / slope;
  const left = gapAt(guess);
  if (Math.abs(left) <= 1e-9 * Math.max(Math.abs(here), Math.abs(slope * guess))) {
    return within(limits, guess - left / slope, lever);
  }
  const low = Math.max(limits.least, limits.most * 1e-15);
  const [atLow, atMost] = [gapAt(low), gapAt(limits.most)];
  return atLow * atMost < 0 ? findZero(gapAt, low, limits.most) : null;
}

/** The value if it is within the limits: a limit itself where only rounding lies between. */
function within({ least, most }: LeverLimits, value: number, lever: Lever): number | null {
  const slack = 1e-12 * Math.max(Math.abs(value), Math.abs(lever.value));
  if (value < least - slack || value > most + slack) return null;
  if (value < least + slack) return least;
  return value > most - slack ? most : value;
}
