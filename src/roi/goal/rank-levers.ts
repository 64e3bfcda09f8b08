import type { Campaign, Owner } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { assertObject } from '../campaign/check/check-fields.ts';
import { type ExpectedCampaign, expectedCampaign } from '../campaign/expected-campaign.ts';
import { standingsBy } from '../campaign/standing.ts';
import { type Interval, ownInterval } from '../chance/own-interval.ts';
import { answering } from '../metrics/evaluate-metrics.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { ReasonCode } from '../metrics/reason.ts';
import { assertGoal, type Goal } from './goal.ts';
import { goalMeasures } from './goal-measures.ts';
import { type Lever, type LeverId, leversOf } from './lever.ts';
import { type Measure, measureDefinition } from './measure.ts';
import { isReached, moveLever } from './move-lever.ts';

/** How far a lever without an uncertainty of its own is moved, as a fraction of where it stands. */
export const leverStep = 0.1;

/** One input moved alone, everything else held. */
export interface RankedLever {
  lever: LeverId;
  owner: Owner;
  /** Where it stands. */
  value: number;
  /** Between where it is moved: the 10th and the 90th percentile of its own uncertainty, or a step either way. */
  interval: Interval;
  /** `own`: it was given with an uncertainty; `step`: it was not, and moves by `leverStep`. */
  basis: 'own' | 'step';
  /** The metric at either end. */
  atLow: number | null;
  atHigh: number | null;
  /** How far the metric moves between the ends; null where it has no answer at one of them. */
  swing: number | null;
  /** Where it must stand for the goal, alone and under the goal's limits; null if nowhere, or without a goal. */
  needed: number | null;
  /**
   * Whether it alone reaches the goal, under its limits: within its interval if that is its own, anywhere possible if
   * not. Null without a goal.
   */
  reachesGoal: boolean | null;
}

export interface LeverRanking {
  metric: Measure;
  /** The metric as the campaign stands. */
  value: number | null;
  /** Widest swing first. A lever that cannot move the metric is not among them. */
  levers: RankedLever[];
  /** Why no lever is among them; null when there are some. */
  reason: ReasonCode | null;
}

/**
 * Which input matters most: each moved alone over the middle 80 % of what it may be, or by an equal step where nothing
 * is known of that, with its owner.
 *
 * @throws InputError naming the first field of the campaign, the metric or the goal that is outside the model
 */
export function rankLevers(campaign: Campaign, options: { metric: Measure; goal?: Goal }): LeverRanking {
  assertCampaign(campaign);
  assertObject('options', options);
  const { metric, goal } = options;
  const definition = measureDefinition('metric', metric);
  const expected = expectedCampaign(campaign);
  const alone = goal === undefined ? undefined : goalOf(campaign, goal, expected);
  return leverRanking(campaign, definition, expected, alone);
}

/**
 * The same for a campaign that is known to be sound, and a metric's own definition.
 *
 * @param alone what a lever can do for a goal
 */
export function leverRanking(
  campaign: Campaign,
  metric: MetricDefinition,
  expected: ExpectedCampaign = expectedCampaign(campaign),
  alone?: ReturnType<typeof goalOf>,
): LeverRanking {
  const standing = standingsBy(expected, campaign.timing?.months ?? null);
  const measure = (moved: ExpectedCampaign) => answering(standing(moved))(metric).value;

  const levers = leversOf(campaign, expected).flatMap((lever): RankedLever[] => {
    const own = ownInterval(lever.given);
    const interval = own ?? step(lever);
    const atLow = measure(lever.expect(interval.low));
    const atHigh = measure(lever.expect(interval.high));
    if (!isMoved(atLow, atHigh)) return [];
    return [
      {
        lever: lever.id,
        owner: lever.owner,
        value: lever.value,
        interval,
        basis: own ? 'own' : 'step',
        atLow,
        atHigh,
        swing: atLow === null || atHigh === null ? null : Math.abs(atHigh - atLow),
        ...(alone?.(lever, own) ?? { needed: null, reachesGoal: null }),
      },
    ];
  });
  levers.sort((a, b) => (b.swing ?? -1) - (a.swing ?? -1));
  const { value, reason } = answering(standing(expected))(metric);
  const whyNone = levers.length > 0 ? null : (reason ?? 'nothing-to-compare');
  return { metric: metric.id as Measure, value, levers, reason: whyNone };
}

/** An equal step either way, as far as the lever goes. */
function step({ value, least, most }: Lever): Interval {
  const size = Math.abs(value) * leverStep;
  return { low: Math.max(least, value - size), high: Math.min(most, value + size) };
}

/** Whether a metric differs between two ends by more than rounding. */
function isMoved(low: number | null, high: number | null): boolean {
  if (low === null || high === null) return low !== high;
  return Math.abs(high - low) > 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}

/** What a lever alone can do for a goal. */
function goalOf(campaign: Campaign, goal: Goal, expected: ExpectedCampaign) {
  const definition = assertGoal(campaign, goal);
  const deadline = goal.deadline ?? campaign.timing?.months ?? 1;
  const measures = goalMeasures(expected, definition, goal.target, deadline);
  return (lever: Lever, interval: Interval | null): Pick<RankedLever, 'needed' | 'reachesGoal'> => {
    const move = moveLever(lever, measures, goal);
    if (!isReached(move)) return { needed: null, reachesGoal: false };
    // What is needed may lie beyond the interval, and something within it be enough all the same.
    const reachesGoal = !interval || isReached(moveLever(confined(lever, interval), measures, goal));
    return { needed: move.value!, reachesGoal };
  };
}

/** A lever that moves no further than an interval, from where it stands. */
const confined = (lever: Lever, { low, high }: Interval): Lever => ({
  ...lever,
  least: Math.min(lever.value, low),
  most: Math.max(lever.value, high),
});
