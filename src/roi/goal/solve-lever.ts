import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { findZero } from '../finance/find-zero.ts';
import type { Lever } from './lever.ts';
import type { LeverLimits } from './lever-limits.ts';
import { leverLine } from './lever-line.ts';

/**
 * Where a lever closes the gap, within its limits, or null. A gap that is linear in the lever is solved in closed
 * form from two measurements; any other is searched for where it changes sign: between the limits and where the lever
 * stands.
 */
export function solveLever(
  lever: Lever,
  gap: (campaign: ExpectedCampaign) => number,
  limits: LeverLimits,
): number | null {
  const { least, most } = limits;
  const { here, slope, zero, left } = leverLine(lever, gap);
  if (Math.abs(left) <= 1e-9 * Math.max(Math.abs(here), Math.abs(slope * zero))) {
    return within(limits, zero, lever);
  }
  const gapAt = (value: number) => gap(lever.expect(value));
  // At nothing at all a quotient may have no answer: next to nothing it has.
  const stops = [least, most * 1e-15, lever.value, most].filter((stop) => stop >= least && stop <= most);
  stops.sort((a, b) => a - b);
  const end = stops.findIndex((stop, i) => i > 0 && gapAt(stops[i - 1]!) * gapAt(stop) < 0);
  return end < 0 ? null : findZero(gapAt, stops[end - 1]!, stops[end]!);
}

/** The value if it is within the limits: a limit itself where only rounding lies between. */
function within({ least, most }: LeverLimits, value: number, lever: Lever): number | null {
  const slack = 1e-12 * Math.max(Math.abs(value), Math.abs(lever.value));
  if (value < least - slack || value > most + slack) return null;
  if (value < least + slack) return least;
  return value > most - slack ? most : value;
}
