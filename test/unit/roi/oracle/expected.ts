import type { Campaign, Range, Rate, Volume } from '../../../../src/roi/index.ts';

/** The mean of all that a triangular range may be. */
export const point = (range: Range): number =>
  typeof range === 'number' ? range : (range.low + range.likely + range.high) / 3;

export const fraction = (rate: Rate): number => (typeof rate === 'number' ? rate : rate.hits / rate.of);

const counted = (volume: Volume): number =>
  typeof volume === 'object' && 'counted' in volume ? volume.counted : point(volume);

/** How likely a triangular range is near `x`. */
function density({ low, likely, high }: Exclude<Range, number>, x: number): number {
  if (x < low || x > high) return 0;
  if (x < likely) return (2 * (x - low)) / ((high - low) * (likely - low));
  if (x > likely) return (2 * (high - x)) / ((high - low) * (high - likely));
  return 2 / (high - low);
}

/** Simpson's rule. */
export function integral(f: (x: number) => number, from: number, to: number, steps = 2000): number {
  if (!(to > from)) return 0;
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * width);
  return (sum * width) / 3;
}

/** The mean of 1 / x for all that a range of prices may be, added up along ln x. */
export function meanOfOneOver(range: Range): number {
  if (typeof range === 'number') return 1 / range;
  const { low, likely, high } = range;
  if (low === high) return 1 / low;
  const along = (from: number, to: number) =>
    integral((u) => density(range, Math.min(to, Math.max(from, Math.exp(u)))), Math.log(from), Math.log(to));
  return along(low, likely) + along(likely, high);
}

/** How many enter, and the rate into each later stage. */
export function flowOf({ funnel, costs }: Campaign): { volume: number; rates: number[] } {
  const [first] = funnel;
  const volume =
    first!.price === undefined ? counted(first!.volume!) : point(costs.media) * meanOfOneOver(first!.price);
  const rates = [1];
  let before = volume;
  for (const stage of funnel.slice(1)) {
    const rate =
      stage.rate !== undefined ? fraction(stage.rate) : before === 0 ? 0 : counted(stage.volume!) / before;
    rates.push(rate);
    before *= rate;
  }
  return { volume, rates };
}
