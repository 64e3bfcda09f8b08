import type { Binding, Goal, GoalPlan } from './goal.ts';
import type { GoalMeasures } from './goal-measures.ts';
import type { Lever } from './lever.ts';
import { leverLimits } from './lever-limits.ts';
import { elsewhere } from './lever-line.ts';
import { solveLever } from './solve-lever.ts';

/** What one lever alone can do for a goal. */
export type LeverMove = Pick<GoalPlan, 'status' | 'value' | 'binds' | 'result' | 'reason'>;

/** Whether the goal is met there, by moving or as it stands. */
export const isReached = ({ status }: LeverMove): boolean => status === 'met' || status === 'reached';

/**
 * Where one lever alone must stand for a goal, under the goal's limits: where it stands, if that is as good as the goal
 * asks; else where it meets the target exactly; else where it is better than that, as near as it can be to where it
 * stands. If none of these, the nearest it gets, and what stops it. The status is always that of the result beside it.
 */
export function moveLever(lever: Lever, measures: GoalMeasures, goal: Goal): LeverMove {
  const limits = leverLimits(lever, measures, goal);
  const { least, most, mostBinds } = limits;
  const move = (
    status: LeverMove['status'],
    value: number | null,
    at: number,
    binds: Binding | null = null,
  ) => {
    const { value: result, reason } = measures.result(lever.expect(at));
    return { status, value, binds, result, reason };
  };
  if (least > most) {
    return { status: 'unreachable', value: null, binds: mostBinds, result: null, reason: 'beyond-limits' };
  }
  const resultAt = (value: number) => measures.result(lever.expect(value)).value;
  const standing = resultAt(lever.value);
  const isMet = (value: number | null): value is number => {
    const result = value === null ? null : resultAt(value);
    return result !== null && measures.meets(result, standing ?? 0);
  };
  const nearest = Math.min(Math.max(lever.value, least), most);
  if (nearest === lever.value && isMet(nearest)) return move('met', nearest, nearest);
  const solved = [solveLever(lever, measures.gap, limits), nearest, least, most].find(isMet);
  if (solved !== undefined) return move('reached', solved, solved);

  if (isFlat(lever, measures.result)) {
    return isFlat(lever, measures.resultInTheEnd)
      ? move('no-effect', null, nearest)
      : move('unreachable', null, nearest, 'deadline');
  }
  const distance = (value: number) => {
    const result = resultAt(value);
    return result === null ? Number.POSITIVE_INFINITY : Math.abs(result - goal.target);
  };
  const best = [most, least, nearest].reduce((so, far) => (distance(far) < distance(so) ? far : so));
  const isKnown = distance(best) < Number.POSITIVE_INFINITY;
  return move('unreachable', isKnown ? best : null, best, best === least ? 'limit' : mostBinds);
}

/** Whether a metric is the same wherever the lever stands. */
function isFlat(lever: Lever, result: GoalMeasures['result']): boolean {
  const at = lever.value > 0 ? lever.value : lever.most;
  const [one, other] = [result(lever.expect(at)).value, result(lever.expect(elsewhere(lever))).value];
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}
