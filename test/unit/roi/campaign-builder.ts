import type { Campaign } from '../../../src/roi/index.ts';

/** A plain campaign (a hundred leads, one in ten buys) with whatever the test is about in its place. */
export const campaign = (about: Partial<Campaign> = {}): Campaign => ({
  costs: { media: 1000 },
  funnel: [
    { name: 'leads', volume: 100 },
    { name: 'customers', rate: 0.1 },
  ],
  value: { averageSale: 500, grossMargin: 0.6 },
  ...about,
});
