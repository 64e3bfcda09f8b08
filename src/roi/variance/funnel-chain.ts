import type { Owner, StageName } from '../campaign/campaign.ts';
import type { LeverId } from '../goal/lever.ts';
import type { ComparedStage } from './forecast.ts';

/** One factor of a product, in plan and as it now looks. */
export interface ComparedFactor {
  id: LeverId;
  owner: Owner;
  planned: number;
  actual: number;
  /** What a person is shown, where that is not the factor itself. */
  shown?: { planned: number; actual: number };
  /** Only where stages were passed over: the step leads from this stage (unless it is the volume) to that one. */
  from?: StageName;
  to?: StageName;
  /** Whether nobody measured a stage of this step. */
  isUnmeasured?: boolean;
  /** Whether it differs from the plan by no more than chance. */
  mayBeChance: boolean;
}

/** Whether a step from one stage to another (a volume, from none) is within its own luck. */
export type Luck = (from: ComparedStage | undefined, to: ComparedStage) => boolean;

/**
 * The count of the stage at `end` as a product: the volume, then a rate for each stage on the way. A stage that nobody
 * measured, or that nobody reached while somebody did come further (periods overlap), is passed over on both sides: the
 * next step spans it, and is shared between the owners of all that it spans. A rate out of nobody on one side is taken
 * from the other, since it says nothing.
 */
export function funnelChain(
  stages: readonly ComparedStage[],
  luck: Luck,
  end = stages.length - 1,
): ComparedFactor[] {
  const isEmpty = (stage: ComparedStage, index: number) =>
    (['planned', 'forecast'] as const).some(
      (side) => stage[side] === 0 && stages.slice(index + 1).some((later) => later[side] > 0),
    );
  const factors: ComparedFactor[] = [];
  let before: ComparedStage | undefined;
  let spanned: ComparedStage[] = [];
  for (const [index, stage] of stages.slice(0, end + 1).entries()) {
    spanned.push(stage);
    if (index < end && (!stage.isMeasured || isEmpty(stage, index))) continue;
    factors.push({
      ...step(before, stage),
      owner: spanned.every(({ owner }) => owner === stage.owner) ? stage.owner : 'shared',
      mayBeChance: luck(before, stage),
      ...(spanned.length > 1 && { ...(before && { from: before.name }), to: stage.name }),
      ...(spanned.some(({ isMeasured }) => !isMeasured) && { isUnmeasured: true }),
    });
    before = stage;
    spanned = [];
  }
  return factors;
}

function step(
  before: ComparedStage | undefined,
  { name, planned, forecast }: ComparedStage,
): Pick<ComparedFactor, 'id' | 'planned' | 'actual'> {
  if (!before) return { id: 'volume', planned, actual: forecast };
  const plannedRate = before.planned === 0 ? null : planned / before.planned;
  const actualRate = before.forecast === 0 ? null : forecast / before.forecast;
  const [plan, observed] = [plannedRate ?? actualRate ?? 0, actualRate ?? plannedRate ?? 0];
  // Two quotients of different counts that mean the same rate may differ in their last digits.
  const same = Math.abs(observed - plan) <= 1e-12 * plan;
  return { id: `rate:${name}`, planned: plan, actual: same ? plan : observed };
}
