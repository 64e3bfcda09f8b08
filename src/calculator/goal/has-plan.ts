import type { GoalPlan } from '../../roi/goal/goal.ts';
import { largest } from '../bounds.ts';

/** Whether only a number that no campaign reaches stops the lever. */
export const isEndless = ({ binds, value }: Pick<GoalPlan, 'binds' | 'value'>): boolean =>
  binds === 'limit' && value !== null && value > largest;

/** Whether what a goal takes is something to deliver. */
export const hasPlan = (plan: Pick<GoalPlan, 'binds' | 'value'>): boolean =>
  plan.value !== null && !isEndless(plan);
