import type { Binding, Goal } from './goal.ts';
import type { GoalMeasures } from './goal-measures.ts';
import type { Lever } from './lever.ts';

/** Between where a lever may stand, and what stops it at either end. Empty when `least` exceeds `most`. */
export interface LeverLimits {
  least: number;
  most: number;
  leastBinds: Binding;
  mostBinds: Binding;
}

/** A second place for a lever to stand, to measure slopes by. */
export const elsewhere = ({ value, most }: Lever): number => (value > 0 ? value / 2 : Math.min(1, most / 2));

/** A lever's own bounds, narrowed by the goal's budget and by what sales can work: both linear in the lever. */
export function leverLimits(lever: Lever, measures: GoalMeasures, goal: Goal): LeverLimits {
  const limits: LeverLimits = {
    least: lever.least,
    most: lever.most,
    leastBinds: 'limit',
    mostBinds: 'limit',
  };
  if (goal.budget !== undefined) narrow(limits, lever, measures.cost, goal.budget, 'budget');
  if (goal.salesCapacity !== undefined) {
    narrow(limits, lever, measures.load, goal.salesCapacity, 'sales-capacity');
  }
  return limits;
}

function narrow(
  limits: LeverLimits,
  lever: Lever,
  amount: GoalMeasures['cost'],
  cap: number,
  binds: Binding,
): void {
  const here = amount(lever.move(lever.value));
  const there = elsewhere(lever);
  const slope = (here - amount(lever.move(there))) / (lever.value - there);
  if (slope === 0) {
    if (here > cap * (1 + 1e-12)) Object.assign(limits, { most: Number.NEGATIVE_INFINITY, mostBinds: binds });
    return;
  }
  const end = lever.value + (cap - here) / slope;
  if (slope > 0 && end < limits.most) Object.assign(limits, { most: end, mostBinds: binds });
  if (slope < 0 && end > limits.least) Object.assign(limits, { least: end, leastBinds: binds });
}
