import { z95 } from './wilson.ts';

/** How often a won deal ranks above a lost one, with the 95 % interval, all as fractions of 1. */
export interface Ranking {
  share: number;
  low: number;
  high: number;
}

/**
 * The area under the ROC curve (ties count half), with the interval of Hanley and McNeil (1982).
 * @returns `null` where nothing was won, or nothing lost
 */
export function ranking(won: readonly number[], lost: readonly number[]): Ranking | null {
  if (!won.length || !lost.length) return null;
  let above = 0;
  for (const one of won) for (const other of lost) above += one > other ? 1 : one === other ? 0.5 : 0;
  const share = above / (won.length * lost.length);
  const square = share * share;
  const variance =
    (share * (1 - share) +
      (won.length - 1) * (share / (2 - share) - square) +
      (lost.length - 1) * ((2 * square) / (1 + share) - square)) /
    (won.length * lost.length);
  const reach = z95 * Math.sqrt(Math.max(0, variance));
  return { share, low: Math.max(0, share - reach), high: Math.min(1, share + reach) };
}
