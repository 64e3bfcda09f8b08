import type { Campaign } from '../campaign/campaign.ts';
import { fraction } from '../campaign/mean.ts';
import { stageIndex } from '../campaign/stage-counts.ts';
import type { Standing } from '../campaign/standing.ts';
import { type KnownRate, knownRate, luckInterval } from '../chance/luck-interval.ts';
import { ownInterval } from '../chance/own-interval.ts';
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

  return (from, to) => {
    if (!from) return isWithin(to.actual, volumeInterval(plan, due));
    if (from.due === 0 || !to.isMeasured) return false;
    const whole = rateOver(stageIndex(campaign, from.name), stageIndex(campaign, to.name));
    const mean = to.due / from.due;
    // As much of the rate as has come through by the date, and as much of what is not known of it.
    const variance = whole.mean === 0 ? 0 : whole.variance * (mean / whole.mean) ** 2;
    return isWithin(to.actual, luckInterval(from.actual, { mean, variance }));
  };
}

/** What the first stage may hold by the date; null where its volume was given as sure, which has no luck. */
function volumeInterval(plan: Campaign, due: Standing) {
  const own = ownInterval(plan.funnel[0]!.volume ?? 0);
  const share = due.progress.arrived[0]!;
  return own && { low: own.low * share, high: own.high * share };
}

const isWithin = (value: number, interval: { low: number; high: number } | null): boolean =>
  interval !== null && value >= interval.low && value <= interval.high;
