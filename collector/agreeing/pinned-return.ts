import {
  evaluateCampaign,
  type RoiDefinition,
  roas,
  roiOnMargin,
  roiOnRevenue,
  roiOnTotalCost,
} from 'unisono/roi';
import type { AgreedObjective } from './objective-in-force.ts';

/** Which return is meant. */
export interface PinnedReturn {
  definition: RoiDefinition;
  /** Fraction of revenue left after the cost of goods, as it was planned; `null`: nobody has agreed on one. */
  margin: number | null;
  /** Whose it is; `null`: nothing is agreed on. */
  objective: AgreedObjective | null;
}

/** What came in and what it cost, in major units. `null`: nobody measured it. */
export interface Earned {
  revenue: number | null;
  cost: number | null;
  /** Of the cost, what was spent on media. */
  media: number | null;
}

/**
 * The return that the objective in force pins, with the margin it plans with. Without one no margin is known, so it is
 * the return on revenue, which asks for none.
 */
export function pinnedReturn(objective: AgreedObjective | null): PinnedReturn {
  if (!objective) return { definition: 'revenue', margin: null, objective };
  const { definition, campaign } = objective.agreed;
  // The mean, where the plan has a range.
  const { margin } = evaluateCampaign(campaign).metrics.profit.terms;
  return { definition, margin: margin ?? null, objective };
}

/**
 * What came back, by that definition.
 * @returns fraction (ratio for ROAS), or `null` without cost or where something of it was not measured
 */
export function returnOn(
  { revenue, cost, media }: Earned,
  { definition, margin }: PinnedReturn,
): number | null {
  if (revenue === null) return null;
  if (definition === 'roas') return media === null ? null : roas({ revenue, adSpend: media });
  if (cost === null) return null;
  if (definition === 'revenue') return roiOnRevenue({ revenue, cost });
  if (margin === null) return null;
  return definition === 'margin'
    ? roiOnMargin({ revenue, margin, cost })
    : roiOnTotalCost({ revenue, costOfGoods: revenue * (1 - margin), cost });
}
