import type { Range } from '../campaign/campaign.ts';

/**
 * The point of a range that a share of all outcomes lies below: 0.1 is its 10th percentile. Likeliest at likely and
 * nothing beyond the ends: the triangular distribution, which assumes nothing more.
 */
export function rangeAt(range: Range, share: number): number {
  if (typeof range === 'number') return range;
  const { low, likely, high } = range;
  const width = high - low;
  if (width === 0) return likely;
  const rising = (likely - low) / width;
  return share < rising
    ? low + Math.sqrt(share * width * (likely - low))
    : high - Math.sqrt((1 - share) * width * (high - likely));
}
