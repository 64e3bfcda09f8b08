import type { Binding, Goal } from './goal.ts';
import type { GoalMeasures } from './goal-measures.ts';
import type { Lever } from './lever.ts';
import { leverLine } from './lever-line.ts';

/** Between where a lever may stand, and what stops it at the upper end. Empty when `least` exceeds `most`. */
export interface LeverLimits {
  least: number;
  most: number;
  mostBinds: Binding;
}

/**
 * A lever's own bounds, the upper one narrowed by the goal's budget and by what sales can work: both linear in the
 * lever, and never less for more of it.
 */
export function leverLimits(lever: Lever, { cost, load }: GoalMeasures, goal: Goal): LeverLimits {
  const { least } = lever;
  let { most } = lever;
  let mostBinds: Binding = 'limit';
  const caps = [
    [cost, goal.budget, 'budget'],
    [load, goal.salesCapacity, 'sales-capacity'],
  ] as const;
  for (const [amount, cap, binds] of caps) {
    if (cap === undefined) continue;
    const { here, slope, zero } = leverLine(lever, (campaign) => amount(campaign) - cap);
    const until = slope > 0 ? zero : here > cap * 1e-12 ? Number.NEGATIVE_INFINITY : most;
    if (until < most) [most, mostBinds] = [until, binds];
  }
  return { least, most, mostBinds };
}
