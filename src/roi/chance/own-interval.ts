import type { Range, Rate, Volume } from '../campaign/campaign.ts';
import { betaInterval } from './beta-interval.ts';
import { betaOfCounts } from './beta-of-counts.ts';
import { normalAt } from './normal-at.ts';
import { rangeAt } from './range-at.ts';

export interface Interval {
  low: number;
  high: number;
}

/**
 * From the 10th to the 90th percentile of what an input may be, whichever way it was said to be uncertain: by a range,
 * by the counts of a rate, or by a volume that was counted. Null for a sure number.
 */
export function ownInterval(given: Range | Rate | Volume): Interval | null {
  if (typeof given !== 'object') return null;
  const [low, high] =
    'hits' in given
      ? betaInterval(...betaOfCounts(given))
      : 'counted' in given
        ? [gammaAt(given.counted, 0.1), gammaAt(given.counted, 0.9)]
        : [rangeAt(given, 0.1), rangeAt(given, 0.9)];
  return { low: low + 0, high: high + 0 };
}

/** A point of Gamma(counted + 1/3). Source: Wilson and Hilferty (1931), PNAS 17. */
function gammaAt(counted: number, share: number): number {
  const shape = counted + 1 / 3;
  const root = 1 - 1 / (9 * shape) + normalAt(share) / (3 * Math.sqrt(shape));
  return shape * Math.max(0, root) ** 3;
}
