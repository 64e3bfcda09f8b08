import type { Campaign } from '../campaign/campaign.ts';
import { assertObject } from '../campaign/check/check-fields.ts';
import { assertNumber } from '../campaign/check/check-number.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { ownCopy } from '../campaign/own-copy.ts';
import type { SimulationOptions } from '../chance/create-simulation.ts';
import { outcomeDrawer } from '../chance/outcome-drawer.ts';
import { seededChance } from '../chance/seeded-chance.ts';
import { whyNotDrawn } from '../chance/why-not-drawn.ts';
import { answering } from '../metrics/evaluate-metrics.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { ReasonCode } from '../metrics/reason.ts';
import { assertGoal, type Goal } from './goal.ts';
import { goalMeasures } from './goal-measures.ts';
import { leversOf } from './lever.ts';
import { leverLimits } from './lever-limits.ts';
import { solveGoal } from './plan-for-goal.ts';

/** How sure a team wants to be when it asks how much is enough. */
export const sureEnough = 0.8;

/** So near, as a fraction, that more searching would only follow the luck of the draws. */
const NEAR = 0.002;

/** How likely a goal is met by its deadline, chance and all that is uncertain in the campaign counted. */
export interface GoalLikelihood {
  /** `no-uncertainty-given`: nothing is known of what is uncertain, so no chance is stated. Null when there are chances. */
  reason: ReasonCode | null;
  /** Fraction of the draws in which the plan as it stands meets the goal. */
  planned: number | null;
  /** The same for what the goal asks for: the lever where `planForGoal` puts it. Null where it puts it nowhere. */
  asked: number | null;
  /** Where the lever must stand to meet the goal in 80 % of the draws; null where its limits do not allow that. */
  sureAt: number | null;
}

/** A likelihood that can be worked out in slices, so that a page stays responsive. */
export interface LikelihoodTask {
  /** Draws so many more. Answers whether there is more to draw. */
  run(draws: number): boolean;
  /** Null until all is drawn. */
  result(): GoalLikelihood | null;
}

/**
 * How likely a goal is met: `while (task.run(500)) await nextFrame()`. Slices of any size give the same result. The same
 * chance is drawn wherever the lever stands, so more volume is never less likely to win more customers.
 *
 * @throws InputError naming the first field of the campaign, the goal or the options that is outside the model
 */
export function createLikelihood(given: Campaign, goal: Goal, options: SimulationOptions): LikelihoodTask {
  const metric = assertGoal(given, goal);
  assertObject('options', options);
  assertNumber('draws', options.draws, 'draws');
  assertNumber('seed', options.seed);
  return likelihoodOf(given, goal, metric, options);
}

/** The same for a campaign, a goal and options that are known to be sound. */
export function likelihoodOf(
  given: Campaign,
  goal: Goal,
  metric: MetricDefinition,
  options: SimulationOptions,
): LikelihoodTask {
  const campaign = ownCopy(given);
  const reason = whyNotDrawn(campaign);
  const steps = reason ? null : likelihoodSteps(campaign, goal, metric, options);
  let found: GoalLikelihood | null = reason ? { reason, planned: null, asked: null, sureAt: null } : null;
  return {
    run(draws) {
      for (let drawn = 0; drawn < draws && !found; drawn++) found = steps!.next().value ?? null;
      return !found;
    },
    result: () => found,
  };
}

/** The same, all at once. */
export function goalLikelihood(campaign: Campaign, goal: Goal, options: SimulationOptions): GoalLikelihood {
  const task = createLikelihood(campaign, goal, options);
  while (task.run(options.draws));
  return task.result()!;
}

type Steps<Result> = Generator<undefined, Result, undefined>;

/** One step a draw. */
function* likelihoodSteps(
  campaign: Campaign,
  goal: Goal,
  metric: MetricDefinition,
  options: SimulationOptions,
): Steps<GoalLikelihood> {
  const plan = solveGoal(campaign, goal, metric);
  const expected = expectedCampaign(campaign);
  const lever = leversOf(campaign, expected).find(({ id }) => id === plan.lever)!;
  const measures = goalMeasures(expected, metric, goal.target, plan.deadline);
  const chanceOf = (moved: Campaign) => chanceSteps(moved, metric, measures.meets, plan.deadline, options);
  const chanceAt = (value: number) => chanceOf(lever.move(value));

  const planned = yield* chanceOf(campaign);
  const isAsPlanned = plan.value === null || plan.value === lever.value;
  const asked = isAsPlanned ? (plan.value === null ? null : planned) : yield* chanceAt(plan.value!);
  const { least, most } = leverLimits(lever, measures, goal);
  const sureAt = yield* searchSteps([plan.value ?? lever.value, least, most], chanceAt);
  return { reason: null, planned, asked, sureAt };
}

/** The share of draws in which a campaign meets a goal. */
function* chanceSteps(
  campaign: Campaign,
  metric: MetricDefinition,
  meets: (result: number, size: number) => boolean,
  deadline: number,
  { draws, seed }: SimulationOptions,
): Steps<number> {
  const stages = campaign.funnel.map(({ name }) => name);
  const draw = outcomeDrawer(campaign, campaign.timing ? deadline : null, stages, seededChance(seed));
  let met = 0;
  for (let drawn = 0; drawn < draws; drawn++) {
    const { value } = answering(draw())(metric);
    if (value !== null && meets(value, value)) met++;
    yield;
  }
  return met / draws;
}

/** Where a lever makes it sure enough: from where it stands outwards, then closer and closer. */
function* searchSteps(
  [from, least, most]: readonly [number, number, number],
  chanceAt: (value: number) => Steps<number>,
): Steps<number | null> {
  const isSure = function* (value: number): Steps<boolean> {
    return (yield* chanceAt(value)) >= sureEnough;
  };
  if (!(least <= from && from <= most)) return null;
  if (yield* isSure(from)) return from;
  const size = Math.abs(from) || 1;
  for (const end of [most, least]) {
    let [short, enough] = [from, from];
    // By a tenth, then twice as far each time: an end may be further than anybody would go.
    for (let reach = size / 10; enough !== end && reach < size * 1000; reach *= 2) {
      short = enough;
      enough = end > from ? Math.min(end, from + reach) : Math.max(end, from - reach);
      if (!(yield* isSure(enough))) continue;
      // Near nothing at all a share of it would be searched for ever: there, a share of where the search began.
      while (Math.abs(enough - short) > NEAR * Math.max(Math.abs(enough), size / 100)) {
        const middle = (short + enough) / 2;
        if (yield* isSure(middle)) enough = middle;
        else short = middle;
      }
      return enough;
    }
  }
  return null;
}
