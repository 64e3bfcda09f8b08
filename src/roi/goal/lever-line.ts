import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import type { Lever } from './lever.ts';

/** An amount as a straight line over a lever: exact for what is linear in it. */
export interface LeverLine {
  /** The amount where the lever stands. */
  here: number;
  slope: number;
  /** Where the line crosses zero. */
  zero: number;
  /** The amount where the line was first thought to: zero, as far as digits go, for what is linear. */
  left: number;
}

/** A second place for a lever to stand, to measure slopes by. */
export const elsewhere = ({ value, most }: Lever): number => (value > 0 ? value / 2 : Math.min(1, most / 2));

/** Measured at two places, and once more where the line crosses zero: the slope alone would lose digits on the way. */
export function leverLine(lever: Lever, amount: (campaign: ExpectedCampaign) => number): LeverLine {
  const here = amount(lever.expect(lever.value));
  const there = elsewhere(lever);
  const slope = (here - amount(lever.expect(there))) / (lever.value - there);
  const guess = lever.value - here / slope;
  const left = amount(lever.expect(guess));
  return { here, slope, zero: guess - left / slope, left };
}
