import { fill } from '../../i18n/fill.ts';
import { standingBy } from '../../roi/campaign/standing.ts';
import type { Goal } from '../../roi/goal/goal.ts';
import { type Lever, type LeverId, leversOf } from '../../roi/goal/lever.ts';
import { workedStage } from '../../roi/goal/worked-stage.ts';
import { answering } from '../../roi/metrics/evaluate-metrics.ts';
import type { Bounds } from '../bounds.ts';
import { answered, type Question } from '../question.ts';
import { stageName } from '../stage-name.ts';
import type { Worksheet } from '../worksheet.ts';
import { type GoalMetric, goalMetrics } from './goal-metrics.ts';

/** What a goal is asked of: no more than a link says, and the words to ask in. */
export type GoalSheet = Pick<Worksheet, 'campaign' | 'expected' | 'definition' | 'texts' | 'scenario'>;

/** A goal as it is asked for, question by question, and as the model takes it. */
export interface GoalAsked {
  metrics: readonly GoalMetric[];
  metric: GoalMetric;
  levers: readonly Lever[];
  lever: Lever;
  questions: Record<'target' | 'deadline' | 'budget' | 'capacity', Question>;
  deadline: number;
  /** Null until there is a target. */
  goal: (Goal & { deadline: number }) | null;
}

export function goalAsked(sheet: GoalSheet): GoalAsked {
  const {
    campaign,
    expected,
    texts,
    scenario: { entries = {} },
  } = sheet;
  const messages = texts('planner').goal;
  const metrics = goalMetrics(sheet);
  const metric = metrics.find(({ choice }) => choice === entries['goal-metric']) ?? metrics[0]!;
  const levers = leversOf(campaign).filter(({ id, value }) => value > 0 || !id.startsWith('cost:'));
  const lever = levers.find(({ id }) => id === entries['goal-lever']) ?? levers[0]!;

  const worked = stageName(expected.stages[workedStage(expected)]?.name ?? 'customers', texts('calculator'));
  const ask = (name: string, label: string, bounds: Bounds, planned: number | null = null): Question => ({
    name: `goal-${name}`,
    label,
    ...bounds,
    planned,
  });
  const months = { unit: 'months', isWhole: true } as const;
  const deadlineAsked = ask('deadline', messages.deadline, months, campaign.timing?.months ?? 1);
  const deadline = answered(deadlineAsked, entries)!;
  const questions = {
    target: {
      ...ask(
        metric.id,
        messages.target,
        { unit: metric.unit, maySink: metric.id === 'profit' || metric.unit === 'fraction' },
        plannedResult(sheet, metric, deadline),
      ),
      isNeeded: true,
    } as const,
    deadline: deadlineAsked,
    budget: ask('budget', messages.budget, { unit: 'currency' }),
    capacity: ask('capacity', fill(messages.capacity, { stage: worked }), { unit: 'count' }),
  };
  const target = answered(questions.target, entries);
  const budget = answered(questions.budget, entries);
  const salesCapacity = answered(questions.capacity, entries);
  // More than the model takes is no target, wherever the plan got it from.
  const isTarget = target !== null && Math.abs(target) <= 1e15;
  const goal = isTarget && {
    metric: metric.id,
    target,
    deadline,
    vary: lever.id,
    ...(budget !== null && { budget }),
    ...(salesCapacity !== null && { salesCapacity }),
  };
  return { metrics, metric, levers, lever, questions, deadline, goal: goal || null };
}

/** Whether a lever can be moved alone: a volume that follows its budget comes along with it. */
export const canMove = (id: LeverId, { whole }: Pick<Worksheet, 'whole'>): boolean =>
  id !== 'cost:media' || !whole.follows;

/** What the plan comes to by the deadline as it stands. */
function plannedResult({ expected }: GoalSheet, metric: GoalMetric, deadline: number): number | null {
  return answering(standingBy(expected, deadline))(metric).value;
}
