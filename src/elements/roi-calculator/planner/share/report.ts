import type { Calculation } from '../../../../lead/calculation.ts';
import type { Campaign } from '../../../../roi/campaign.ts';
import type { Variance } from '../../../../roi/explain-variance.ts';
import type { Goal, GoalPlan } from '../../../../roi/goal.ts';
import { planForGoal } from '../../../../roi/plan-for-goal.ts';
import type { CalculatorContext } from '../../planner.ts';
import { actualAsked } from '../actual/actual-asked.ts';
import { goalAsked } from '../goal/goal-asked.ts';
import { panelsWithEntries } from '../panels-with-entries.ts';

/**
 * What is saved as a file: the calculation, and where somebody has entered one, the goal and what has happened. Each
 * with its inputs as the model takes them (`inputs`, `goal.asked`, `actual.campaign`), so that it can be recomputed.
 */
export interface Report extends Calculation {
  goal?: { asked: Goal; plan: Omit<GoalPlan, 'campaign'> };
  actual?: { campaign: Campaign; asOf: number; variance: Variance };
}

export function reportOf(context: CalculatorContext): Report {
  const { campaign, scenario, host } = context;
  const entered = panelsWithEntries(scenario);
  const report: Report = host.calculation;
  const { goal: asked } = goalAsked(context);
  if (entered.includes('goal') && asked) {
    const { campaign: _, ...plan } = planForGoal(campaign, asked);
    report.goal = { asked, plan };
  }
  if (entered.includes('actual')) {
    const { actual, month, variance } = actualAsked(context);
    if (variance) report.actual = { campaign: actual, asOf: month, variance };
  }
  return report;
}
