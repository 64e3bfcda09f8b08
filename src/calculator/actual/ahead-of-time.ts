import type { StageName } from '../../roi/campaign/campaign.ts';
import type { Variance } from '../../roi/variance/explain-variance.ts';

/**
 * The last stage that is ahead of its time: more have come to it than were due by the date, given how many came to the
 * stage before it, while others are still due. Some of them may only have come early. Null for none.
 */
export function aheadOfTime(stages: Variance['stages']): StageName | null {
  const measured = stages.filter(({ isMeasured }) => isMeasured);
  const early = measured.filter(({ due, actual, planned }, at) => {
    const before = measured[at - 1];
    if (!before || due >= planned) return false;
    const share = before.due ? before.actual / before.due : 1;
    return actual > due * share * (1 + 1e-9);
  });
  return early.at(-1)?.name ?? null;
}
