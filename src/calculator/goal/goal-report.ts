import type { Owner } from '../../roi/campaign/campaign.ts';
import type { Goal, GoalPlan } from '../../roi/goal/goal.ts';
import { solveGoal } from '../../roi/goal/plan-for-goal.ts';
import { leverLabel } from '../lever-words.ts';
import { answered } from '../question.ts';
import type { Cell } from '../share/csv-text.ts';
import { stageName } from '../stage-name.ts';
import type { Worksheet } from '../worksheet.ts';
import { canMove, goalAsked } from './goal-asked.ts';
import { hasPlan } from './has-plan.ts';
import { verdict } from './verdict.ts';

/** A goal with what it takes, as it is saved: `asked` is what the model was asked, so that it can be asked again. */
export interface SavedGoal {
  asked: Goal;
  plan: Omit<GoalPlan, 'campaign'>;
}

/** Null until there is a target. */
export function savedGoal(sheet: Worksheet): { goal: SavedGoal } | null {
  const { goal: asked, metric } = goalAsked(sheet);
  if (!asked) return null;
  const { campaign: _, levers, ...plan } = solveGoal(sheet.campaign, asked, metric);
  return { goal: { asked, plan: { ...plan, levers: levers.filter((id) => canMove(id, sheet)) } } };
}

/** The same as rows of a table: what was asked, and what each owner must deliver. */
export function goalRows(sheet: Worksheet): Cell[][] {
  const saved = savedGoal(sheet);
  if (!saved) return [];
  const { plan } = saved.goal;
  const { texts, scenario, campaign } = sheet;
  const messages = texts('calculator');
  const words = texts('planner').goal;
  const goal = goalAsked(sheet);
  const { metric, lever, questions } = goal;
  const asked = Object.values(questions).map((question): Cell[] => [
    words.title,
    question.label,
    '',
    answered(question, scenario.entries ?? {}),
  ]);
  const delivered = [
    ...plan.stages.map((stage) => ({ ...stage, what: stageName(stage.name, messages) })),
    { ...plan.spend.marketing, what: words.spend, owner: 'marketing' as Owner },
    { ...plan.spend.sales, what: words.spend, owner: 'sales' as Owner },
  ];
  return [
    [words.title, words.metric, '', metric.label],
    ...asked,
    [words.title, words.vary, '', leverLabel(lever.id, campaign, messages)],
    ...verdict(plan, goal, sheet).map((sentence): Cell[] => [words.title, sentence, '', '']),
    ...(hasPlan(plan) ? delivered : []).flatMap(({ what, owner, total, perMonth }): Cell[][] => [
      [words.title, `${what}: ${words.total}`, messages.owners[owner], total],
      [words.title, `${what}: ${words.perMonth}`, messages.owners[owner], perMonth],
    ]),
  ];
}
