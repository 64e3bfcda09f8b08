import type { Campaign } from '../campaign/campaign.ts';
import { InputError } from '../campaign/check/input-error.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { ownCopy } from '../campaign/own-copy.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import { deliveries } from './deliveries.ts';
import { assertGoal, type Goal, type GoalPlan } from './goal.ts';
import { goalMeasures } from './goal-measures.ts';
import { type Lever, leversOf } from './lever.ts';
import { isReached, moveLever } from './move-lever.ts';

/**
 * From a SMART objective back to what marketing and sales must each deliver. By default rates hold and volume (with
 * its media) scales; `vary` names another lever. Closed form where the metric is a product or a quotient of products,
 * otherwise a bracketed search.
 *
 * @throws InputError naming the first field of the campaign or the goal that is outside the model
 */
export function planForGoal(given: Campaign, goal: Goal): GoalPlan {
  return solveGoal(given, goal, assertGoal(given, goal));
}

/**
 * The same for a campaign and a goal that are known to be sound.
 *
 * @param metric what the goal's measure means
 * @throws InputError for a lever that the campaign has not got
 */
export function solveGoal(given: Campaign, goal: Goal, metric: MetricDefinition): GoalPlan {
  const campaign = ownCopy(given);
  const { vary = 'volume', deadline = campaign.timing?.months ?? 1 } = goal;
  const expected = expectedCampaign(campaign);
  const levers = leversOf(campaign, expected);
  const lever = levers.find(({ id }) => id === vary);
  if (!lever) {
    const expected = `one of ${levers.map(({ id }) => id).join(', ')}`;
    throw new InputError({ field: 'goal.vary', code: 'unknown-name', expected });
  }
  const measures = goalMeasures(expected, metric, goal.target, deadline);
  const move = moveLever(lever, measures, goal);
  const moved = move.value === null ? campaign : lever.move(move.value);
  return {
    ...move,
    lever: vary,
    owner: lever.owner,
    levers: isReached(move)
      ? []
      : levers
          .filter((other) => other !== lever && isReached(moveLever(other, measures, goal)))
          .map(({ id }) => id),
    deadline,
    ...deliveries(expectedCampaign(moved), metric, goal, deadline),
    isFreeVolume: vary === 'volume' && isFree(lever, move.value),
    campaign: moved,
  };
}

/** Whether more volume is asked for than is planned, and none of it costs media. */
const isFree = (volume: Lever, value: number | null): boolean =>
  value !== null && value > volume.value && volume.expect(value).costs.media === 0;
