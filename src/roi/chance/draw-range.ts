import type { Range } from '../campaign/campaign.ts';
import type { Random } from './seeded-random.ts';

/** A draw between low and high, likeliest at likely: the triangular distribution, which assumes nothing more. */
export function drawRange(range: Range, random: Random): number {
  if (typeof range === 'number') return range;
  const { low, likely, high } = range;
  const width = high - low;
  if (width === 0) return likely;
  const share = random();
  const rising = (likely - low) / width;
  return share < rising
    ? low + Math.sqrt(share * width * (likely - low))
    : high - Math.sqrt((1 - share) * width * (high - likely));
}
