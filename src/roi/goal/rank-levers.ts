import type { Campaign, Owner } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { assertObject } from '../campaign/check/check-fields.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { betaInterval } from '../chance/beta-interval.ts';
import { betaOfCounts } from '../chance/beta-of-counts.ts';
import { answerMetrics } from '../metrics/evaluate-metrics.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { ReasonCode } from '../metrics/reason.ts';
import { assertGoal, type Goal } from './goal.ts';
import { goalMeasures } from './goal-measures.ts';
import { type Lever, type LeverId, leversOf } from './lever.ts';
import { type Measure, measureDefinition } from './measure.ts';
import { isReached, moveLever } from './move-lever.ts';

/** One input moved alone, everything else held. */
export interface RankedLever {
  lever: LeverId;
  owner: Owner;
  /** Where it stands. */
  value: number;
  /** Its own: low and high of a range, P10 and P90 of a rate with counts. Null for a sure number. */
  interval: { low: number; high: number } | null;
  /** The metric at either end. */
  atLow: number | null;
  atHigh: number | null;
  /** How far the metric moves between the ends, zero or more; null without an interval or without an answer. */
  swing: number | null;
  /** Where it must stand for the goal, alone and under the goal's limits; null if nowhere, or without a goal. */
  needed: number | null;
  /** Whether it alone reaches the goal, under its limits: within its interval if it has one, anywhere possible if not. Null without a goal. */
  reachesGoal: boolean | null;
}

export interface LeverRanking {
  metric: Measure;
  /** The metric as the campaign stands. */
  value: number | null;
  /** Widest swing first; those without an interval last. */
  levers: RankedLever[];
  /** `no-uncertainty-given` when no input has an interval, so that nothing can be ranked. */
  reason: ReasonCode | null;
}

/**
 * Which input matters most: each moved alone within its own interval (never a flat percentage), with its owner.
 *
 * @throws InputError naming the first field of the campaign, the metric or the goal that is outside the model
 */
export function rankLevers(campaign: Campaign, options: { metric: Measure; goal?: Goal }): LeverRanking {
  assertCampaign(campaign);
  assertObject('options', options);
  const { metric, goal } = options;
  const definition = measureDefinition('metric', metric);
  return leverRanking(campaign, definition, goal === undefined ? undefined : goalOf(campaign, goal));
}

/**
 * The same for a campaign that is known to be sound, and a metric's own definition.
 *
 * @param alone what a lever can do for a goal
 */
export function leverRanking(
  campaign: Campaign,
  metric: MetricDefinition,
  alone?: ReturnType<typeof goalOf>,
): LeverRanking {
  const measure = (moved: Campaign) => answerMetrics(expectedCampaign(moved), [metric])[metric.id]!.value;

  const levers = leversOf(campaign).map((lever): RankedLever => {
    const interval = intervalOf(lever);
    const atLow = interval && measure(lever.move(interval.low));
    const atHigh = interval && measure(lever.move(interval.high));
    return {
      lever: lever.id,
      owner: lever.owner,
      value: lever.value,
      interval,
      atLow,
      atHigh,
      swing: atLow === null || atHigh === null ? null : Math.abs(atHigh - atLow),
      ...(alone?.(lever, interval) ?? { needed: null, reachesGoal: null }),
    };
  });
  levers.sort((a, b) => (b.swing ?? -1) - (a.swing ?? -1));
  const reason = levers.some(({ interval }) => interval) ? null : 'no-uncertainty-given';
  return { metric: metric.id as Measure, value: measure(campaign), levers, reason };
}

type Interval = RankedLever['interval'];

/** What a lever alone can do for a goal. */
function goalOf(campaign: Campaign, goal: Goal) {
  const definition = assertGoal(campaign, goal);
  const measures = goalMeasures(
    campaign,
    definition,
    goal.target,
    goal.deadline ?? campaign.timing?.months ?? 1,
  );
  return (lever: Lever, interval: Interval): Pick<RankedLever, 'needed' | 'reachesGoal'> => {
    const move = moveLever(lever, measures, goal);
    const within = interval && {
      least: Math.min(lever.value, interval.low),
      most: Math.max(lever.value, interval.high),
    };
    const alone = within ? moveLever({ ...lever, ...within }, measures, goal) : move;
    return { needed: isReached(move) ? move.value : null, reachesGoal: isReached(alone) };
  };
}

/** A range is its own interval; that of counts comes from how few they are. */
function intervalOf({ given }: Lever): Interval {
  if (typeof given !== 'object') return null;
  const [low, high] = 'hits' in given ? betaInterval(...betaOfCounts(given)) : [given.low, given.high];
  return { low: low + 0, high: high + 0 };
}
