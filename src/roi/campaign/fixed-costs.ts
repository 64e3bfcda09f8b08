import type { CostKind, FixedCost } from './campaign.ts';

/** Every cost that is spent whatever happens. */
export const fixedCosts = ['media', 'production', 'agency', 'tools', 'sales'] as const satisfies FixedCost[];

/**
 * Currency units that marketing spends: media, production, agency and tools, as much of each as is asked about.
 *
 * @param shareOf fraction of a cost
 */
export const marketingSpent = (
  { media, production, agency, tools }: Record<CostKind, number>,
  shareOf: (kind: FixedCost) => number,
): number =>
  media * shareOf('media') +
  production * shareOf('production') +
  agency * shareOf('agency') +
  tools * shareOf('tools');
