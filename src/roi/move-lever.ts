import type { Campaign } from './campaign.ts';
import type { Binding, Goal, GoalPlan } from './goal.ts';
import type { GoalMeasures } from './goal-measures.ts';
import type { Lever } from './lever.ts';
import { elsewhere, leverLimits } from './lever-limits.ts';
import { meets } from './measure.ts';
import type { Outcome } from './metric.ts';
import { solveLever } from './solve-lever.ts';

/** What one lever alone can do for a goal. */
export interface LeverMove {
  status: GoalPlan['status'];
  value: number | null;
  binds: Binding | null;
}

/** The lever where it stands, if that is as good as the goal asks or better, under the goal's limits. */
export function asItStands(lever: Lever, measures: GoalMeasures, goal: Goal): LeverMove | null {
  const { least, most } = leverLimits(lever, measures, goal);
  const { value } = measures.result(lever.move(lever.value));
  const isMet = value !== null && meets(goal.metric, value, goal.target);
  return isMet && lever.value >= least && lever.value <= most
    ? { status: 'met', value: lever.value, binds: null }
    : null;
}

/** Where one lever alone must stand for exactly what the goal asks, under the goal's limits; or the nearest it gets, and what stops it. */
export function moveLever(lever: Lever, measures: GoalMeasures, goal: Goal): LeverMove {
  const limits = leverLimits(lever, measures, goal);
  const { least, most, leastBinds, mostBinds } = limits;
  if (least > most) {
    return { status: 'unreachable', value: null, binds: mostBinds === 'limit' ? leastBinds : mostBinds };
  }
  const resultAt = (value: number) => measures.result(lever.move(value)).value;
  const distance = (value: number) => {
    const result = resultAt(value);
    return result === null ? Number.POSITIVE_INFINITY : Math.abs(result - goal.target);
  };
  const stays = lever.value >= least && lever.value <= most && distance(lever.value) === 0;
  const value = stays ? lever.value : solveLever(lever, measures.gap, limits);
  // A target of zero (to break even) has no size of its own: then the metric's as it stands is the measure.
  const size = Math.abs(goal.target) || Math.abs(resultAt(lever.value) ?? 0);
  if (value !== null && distance(value) <= 1e-9 * size) return { status: 'reached', value, binds: null };

  if (isFlat(lever, measures.result)) {
    return isFlat(lever, measures.resultInTheEnd)
      ? { status: 'no-effect', value: null, binds: null }
      : { status: 'unreachable', value: null, binds: 'deadline' };
  }
  const [toLeast, toMost] = [distance(least), distance(most)];
  if (toLeast === Number.POSITIVE_INFINITY && toMost === toLeast) {
    return { status: 'unreachable', value: null, binds: mostBinds };
  }
  return toLeast < toMost
    ? { status: 'unreachable', value: least, binds: leastBinds }
    : { status: 'unreachable', value: most, binds: mostBinds };
}

/** Whether a metric is the same wherever the lever stands. */
function isFlat(lever: Lever, result: (campaign: Campaign) => Outcome): boolean {
  const at = lever.value > 0 ? lever.value : lever.most;
  const [one, other] = [result(lever.move(at)).value, result(lever.move(elsewhere(lever))).value];
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}
