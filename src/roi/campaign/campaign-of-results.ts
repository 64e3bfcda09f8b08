import type { Campaign, Costs } from './campaign.ts';
import { assertCampaign } from './check/check-campaign.ts';
import { assertObject } from './check/check-fields.ts';
import { assertNumber } from './check/check-number.ts';
import { ownCopy } from './own-copy.ts';

/**
 * A campaign that has run, from its results alone: nothing need be known of clicks or leads.
 *
 * @param results costs, revenue in currency units, how many orders it was made of and the gross margin as a fraction;
 * customers, if some of them ordered more than once
 * @returns a campaign whose only stage is customers, for `evaluateCampaign` and all that takes one
 * @throws InputError naming the field that is missing or outside the model
 */
export function campaignOfResults(results: {
  costs: Costs;
  revenue: number;
  orders: number;
  grossMargin: number;
  customers?: number;
}): Campaign {
  assertObject('results', results);
  const { costs, revenue, orders, grossMargin, customers = orders } = results;
  assertNumber('revenue', revenue, 'amount');
  assertNumber('orders', orders, 'positive');
  assertNumber('customers', customers, 'positive');
  const campaign: Campaign = {
    costs,
    funnel: [{ name: 'customers', volume: customers }],
    value: { averageSale: revenue / orders, grossMargin, ordersPerCustomer: orders / customers },
  };
  assertCampaign(campaign);
  return ownCopy(campaign);
}
