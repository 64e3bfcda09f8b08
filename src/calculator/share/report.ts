import type { Calculation } from '../../lead/calculation.ts';
import type { Campaign } from '../../roi/campaign.ts';
import type { Variance } from '../../roi/explain-variance.ts';
import type { Goal, GoalPlan } from '../../roi/goal.ts';
import { planForGoal } from '../../roi/plan-for-goal.ts';
import { actualAsked } from '../actual/actual-asked.ts';
import { goalAsked } from '../goal/goal-asked.ts';
import { panelsWithEntries } from '../panels-with-entries.ts';
import type { Worksheet } from '../worksheet.ts';

/**
 * What is saved as a file: the calculation, and where somebody has entered one, the goal and what has happened. Each
 * with its inputs as the model takes them (`inputs`, `goal.asked`, `actual.campaign`), so that it can be recomputed.
 */
export interface Report extends Calculation {
  goal?: { asked: Goal; plan: Omit<GoalPlan, 'campaign'> };
  actual?: { campaign: Campaign; asOf: number; variance: Variance };
}

export function reportOf(sheet: Worksheet): Report {
  const { campaign, scenario, calculation } = sheet;
  const entered = panelsWithEntries(scenario);
  const report: Report = { ...calculation };
  const { goal: asked } = goalAsked(sheet);
  if (entered.includes('goal') && asked) {
    const { campaign: _, ...plan } = planForGoal(campaign, asked);
    report.goal = { asked, plan };
  }
  if (entered.includes('actual')) {
    const { actual, month, variance } = actualAsked(sheet);
    if (variance) report.actual = { campaign: actual, asOf: month, variance };
  }
  return report;
}
