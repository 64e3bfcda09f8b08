import type { CostKind } from './campaign.ts';

/** Currency units spent by marketing: media, production, agency and tools. */
export const marketingTotal = ({ media, production, agency, tools }: Record<CostKind, number>): number =>
  media + production + agency + tools;

/** Currency units spent by sales: what is fixed, and what each opportunity takes. */
export const salesTotal = (costs: Record<CostKind, number>, opportunities: number): number =>
  costs.sales + costs.salesPerOpportunity * opportunities;
