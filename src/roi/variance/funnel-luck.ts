import type { Campaign } from '../campaign/campaign.ts';
import { fraction } from '../campaign/mean.ts';
import { stageIndex } from '../campaign/stage-counts.ts';
import type { Standing } from '../campaign/standing.ts';
import { type KnownRate, knownRate, luckInterval } from '../chance/luck-interval.ts';
import { normalAt } from '../chance/normal-at.ts';
import { ownInterval } from '../chance/own-interval.ts';
import type { ComparedStage } from './forecast.ts';
import type { Luck } from './funnel-chain.ts';

/** Whether what has come to a stage by the date is no further from the plan than chance brings two times in ten. */
export function funnelLuck(plan: Campaign, due: Standing): Luck {
  const { campaign } = due;

  /** The rate over a span of stages; how well it is known adds up from all of them. */
  function rateOver(from: number, to: number): KnownRate {
    let [mean, spread] = [1, 0];
    for (const { rate } of plan.funnel.slice(from + 1, to + 1)) {
      const known = rate === undefined ? null : knownRate(rate);
      if (!known) continue;
      mean *= fraction(rate!);
      if (known.mean > 0) spread += known.variance / known.mean ** 2;
    }
    return { mean, variance: mean ** 2 * spread };
  }

  /** What comes to a stage out of so many before it, by the date: what is due of them, and what is not known of that. */
  function isLuck(before: { stage: number; due: number; count: number }, to: ComparedStage, spread = 0) {
    const whole = rateOver(before.stage, stageIndex(campaign, to.name));
    const mean = to.due / before.due;
    // As much of the rate as has come through by the date, and as much of what is not known of it.
    const known = whole.mean === 0 ? 0 : whole.variance / whole.mean ** 2;
    return isWithin(to.actual, luckInterval(before.count, { mean, variance: mean ** 2 * (known + spread) }));
  }

  return (from, to) => {
    if (!to.isMeasured) return false;
    if (from) {
      const { name, due: expected, actual } = from;
      if (expected === 0) return false;
      return isLuck({ stage: stageIndex(campaign, name), due: expected, count: actual }, to);
    }
    const own = volumeInterval(plan, due);
    if (stageIndex(campaign, to.name) === 0) return isWithin(to.actual, own);
    // Nobody counted those before: as many as planned, with what the plan leaves open of them.
    const entered = due.counts[0]!;
    const spread = own === null ? 0 : ((own.high - own.low) / (2 * normalAt(0.9)) / entered) ** 2;
    return entered > 0 && isLuck({ stage: 0, due: entered, count: entered }, to, spread);
  };
}

/** What the first stage may hold by the date; null where its volume was given as sure, which has no luck. */
function volumeInterval(plan: Campaign, due: Standing) {
  const { volume, price } = plan.funnel[0]!;
  const own = ownInterval(price ?? volume ?? 0);
  if (!own) return null;
  const share = due.progress.arrived[0]!;
  const { media } = due.campaign.costs;
  // What is bought at a price is the more, the less each costs.
  return price === undefined
    ? { low: own.low * share, high: own.high * share }
    : { low: (media / own.high) * share, high: (media / own.low) * share };
}

const isWithin = (value: number, interval: { low: number; high: number } | null): boolean =>
  interval !== null && value >= interval.low && value <= interval.high;
