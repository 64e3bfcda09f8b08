import type { Binding, Goal } from './goal.ts';
import type { GoalMeasures } from './goal-measures.ts';
import type { Lever } from './lever.ts';
import { leverLine } from './lever-line.ts';

/** Between where a lever may stand, and what stops it at either end. Empty when `least` exceeds `most`. */
export interface LeverLimits {
  least: number;
  most: number;
  leastBinds: Binding;
  mostBinds: Binding;
}

/** A lever's own bounds, narrowed by the goal's budget and by what sales can work: both linear in the lever. */
export function leverLimits(lever: Lever, { cost, load }: GoalMeasures, goal: Goal): LeverLimits {
  const limits: LeverLimits = {
    least: lever.least,
    most: lever.most,
    leastBinds: 'limit',
    mostBinds: 'limit',
  };
  const caps = [
    [cost, goal.budget, 'budget'],
    [load, goal.salesCapacity, 'sales-capacity'],
  ] as const;
  for (const [amount, cap, binds] of caps) {
    if (cap === undefined) continue;
    const { here, slope, zero } = leverLine(lever, (campaign) => amount(campaign) - cap);
    if (slope === 0) {
      if (here > cap * 1e-12) Object.assign(limits, { most: Number.NEGATIVE_INFINITY, mostBinds: binds });
    } else if (slope > 0 && zero < limits.most) Object.assign(limits, { most: zero, mostBinds: binds });
    else if (slope < 0 && zero > limits.least) Object.assign(limits, { least: zero, leastBinds: binds });
  }
  return limits;
}
