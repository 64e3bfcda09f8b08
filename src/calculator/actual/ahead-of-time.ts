import type { StageName } from '../../roi/campaign/campaign.ts';
import type { Variance } from '../../roi/variance/explain-variance.ts';

/**
 * The stage that more have come to than were due by the date, for as many as came to the stage before it, while others
 * are still due later: some of them may only have come early. The last one of its kind; null for none.
 */
export function aheadOfTime(stages: Variance['stages']): StageName | null {
  const measured = stages.filter(({ isMeasured }) => isMeasured);
  const early = measured.filter(({ due, actual, planned }, at) => {
    const before = measured[at - 1];
    const share = before?.due ? before.actual / before.due : 1;
    return before !== undefined && due < planned && actual > due * share * (1 + 1e-9);
  });
  return early.at(-1)?.name ?? null;
}
