import type { Actuals } from '../../collector/measuring/actuals-of.ts';

/** What is known of a span in which nothing happened and nobody measured anything. */
export const noActuals: Actuals = {
  impressions: null,
  clicks: null,
  visits: null,
  leads: 0,
  mql: 0,
  sql: 0,
  opportunities: 0,
  customers: 0,
  revenue: null,
  priced: 0,
  costs: { media: null, production: null, agency: null, tools: null, sales: null },
  months: [],
};
