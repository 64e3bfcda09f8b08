import type { Owner, StageName } from './campaign.ts';
import type { LeverId } from './lever.ts';

/** What plan and actual say of one stage. */
export interface ComparedStage {
  name: StageName;
  owner: Owner;
  planned: number;
  actual: number;
}

/** One factor of a product, in plan and in actual. */
export interface ComparedFactor {
  id: LeverId;
  owner: Owner;
  planned: number;
  actual: number;
}

/**
 * The count of a stage as a product: the volume, then a rate for each stage on the way. A stage that nobody reached
 * while somebody did come further (periods overlap) is passed over on both sides, and the next rate spans it; a rate
 * out of nobody on one side is taken from the other, since it says nothing.
 */
export function funnelChain(stages: readonly ComparedStage[]): ComparedFactor[] {
  const passable = stages.filter((stage, index) => {
    const later = stages.slice(index + 1);
    return !(['planned', 'actual'] as const).some(
      (side) => stage[side] === 0 && later.some((each) => each[side] > 0),
    );
  });
  return passable.map(({ name, owner, planned, actual }, index): ComparedFactor => {
    const before = passable[index - 1];
    if (!before) return { id: name === stages[0]?.name ? 'volume' : `rate:${name}`, owner, planned, actual };
    const plannedRate = before.planned === 0 ? null : planned / before.planned;
    const actualRate = before.actual === 0 ? null : actual / before.actual;
    const [plan, observed] = [plannedRate ?? actualRate ?? 0, actualRate ?? plannedRate ?? 0];
    // Two quotients of different counts that mean the same rate may differ in their last digits.
    const same = Math.abs(observed - plan) <= 1e-13 * plan;
    return { id: `rate:${name}`, owner, planned: plan, actual: same ? plan : observed };
  });
}
