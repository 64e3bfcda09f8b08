import type { GoalMetric } from '../../../calculator/goal/goal-metrics.ts';
import { hasPlan } from '../../../calculator/goal/has-plan.ts';
import { leverFigure, leverLabel } from '../../../calculator/lever-words.ts';
import { fill } from '../../../i18n/fill.ts';
import type { Campaign } from '../../../roi/campaign/campaign.ts';
import type { Goal, GoalPlan } from '../../../roi/goal/goal.ts';
import { type GoalLikelihood, likelihoodOf } from '../../../roi/goal/goal-likelihood.ts';
import { isReached } from '../../../roi/goal/move-lever.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { seed } from '../draw-while-open.ts';
import { runInSlices } from '../run-in-slices.ts';

/** Enough for a whole number out of a hundred: it is drawn anew wherever the lever is tried. */
const draws = 2000;

/** How likely a goal is met; null when nobody wants to know any more. */
export async function goalChance(
  isWanted: () => boolean,
  campaign: Campaign,
  goal: Goal,
  metric: GoalMetric,
): Promise<GoalLikelihood | null> {
  const task = likelihoodOf(campaign, goal, metric, { draws, seed });
  const isDone = await runInSlices((units) => Number(task.run(units)), isWanted);
  return isDone ? task.result() : null;
}

/**
 * How likely it is as planned, and with what the goal asks (or, out of reach, with the best there is); and what makes it
 * 80 in 100 where neither does. One sentence each.
 */
export function chanceSentences(
  { planned, asked, sureAt }: GoalLikelihood,
  plan: GoalPlan,
  { campaign, texts, format }: CalculatorContext,
): string[] {
  const { chance, chanceAsked, chanceBest, sure, unsure, hardly, nearly } = texts('planner').goal;
  const { lever, value } = plan;
  // None of some draws is not never, and all of them not always.
  const inHundred = (share: number | null) =>
    share === null ? '' : share < 0.005 ? hardly : share > 0.995 ? nearly : String(Math.round(100 * share));
  const places = {
    planned: inHundred(planned),
    asked: inHundred(asked),
    to: value === null ? '' : leverFigure(lever, value, format),
    lever: leverLabel(lever, campaign, texts('calculator')),
    sure: sureAt === null ? '' : leverFigure(lever, sureAt, format),
  };
  const isSure = (asked ?? planned)! >= 0.8;
  const beside = isReached(plan) ? chanceAsked : hasPlan(plan) ? chanceBest : chance;
  return [
    fill(asked === planned ? chance : beside, places),
    ...(isSure ? [] : [fill(sureAt === null ? unsure : sure, places)]),
  ];
}
