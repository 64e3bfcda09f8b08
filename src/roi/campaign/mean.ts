import type { Range, Rate, Volume } from './campaign.ts';

/** A rate as one fraction, whether given as such or as counts. */
export const fraction = (rate: Rate): number => (typeof rate === 'number' ? rate : rate.hits / rate.of) + 0;

/**
 * What a range amounts to on average: the mean of the triangular distribution it is drawn from, `(low + likely + high)
 * / 3`. Never -0, whatever was typed.
 */
export function mean(range: Range): number {
  if (typeof range === 'number') return range + 0;
  const { low, likely, high } = range;
  // Summed as distances from the middle, so that three equal points are that point.
  return likely + (low - likely + (high - likely)) / 3 + 0;
}

/** How many begin, on average; a count stands for itself. */
export const meanVolume = (volume: Volume): number =>
  typeof volume === 'object' && 'counted' in volume ? volume.counted + 0 : mean(volume);

/**
 * How many of a thing one unit of money buys on average, where its price is a range: the mean of `1 / price` under the
 * triangular distribution. It is more than `1 / mean`: cheap months buy more than dear months lose.
 */
export function meanReciprocal(price: Range): number {
  if (typeof price === 'number') return 1 / price;
  const { low, likely, high } = price;
  const width = high - low;
  if (width <= 1e-5 * likely) {
    // Too narrow for its logarithms to have digits: by the first two terms of the series around the mean.
    const middle = mean(price);
    const variance = (low * (low - likely) + likely * (likely - high) + high * (high - low)) / 18;
    return (1 + variance / middle ** 2) / middle;
  }
  // The two slopes of the triangle: the integral of (x - low) / x up to likely, and of (high - x) / x from there on.
  const rise = likely - low;
  const fall = high - likely;
  const rising = rise === 0 ? 0 : 1 - (low / rise) * Math.log1p(rise / low);
  const falling = fall === 0 ? 0 : (high / fall) * Math.log1p(fall / likely) - 1;
  return (2 / width) * (rising + falling);
}
