import { campaignBy, type Progress, portion, progressBy } from '../campaign/campaign-by.ts';
import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { type CampaignTerms, campaignTerms } from './campaign-terms.ts';
import type { MetricDefinition, MetricGroup } from './metric.ts';

/** What a customer is worth, and where a campaign breaks even, is no matter of a deadline. */
const timeless: readonly MetricGroup[] = ['customer', 'thresholds'];

/**
 * The terms of each metric by the end of a month. Counts, costs and what they cost each are those that have happened
 * by then; revenue, and all that is computed from it, is what has been collected. A baseline comes in as the revenue
 * does. A customer's figures and thresholds are those of the whole campaign: of LTV to CAC, only CAC is of that month.
 *
 * @param months since the start, zero or more
 */
export function termsBy(
  campaign: ExpectedCampaign,
  months: number,
  progress: Progress = progressBy(campaign, months),
): (metric: Pick<MetricDefinition, 'group'>) => CampaignTerms {
  return ({ group }) =>
    campaignTerms(timeless.includes(group) ? campaign : asPaid(campaign, months, progress));
}

function asPaid(campaign: ExpectedCampaign, months: number, progress: Progress): ExpectedCampaign {
  const { collected, arrived } = progress;
  const { ordersPerCustomer, baseline } = campaign;
  return {
    ...campaignBy(campaign, months, progress),
    ordersPerCustomer: ordersPerCustomer * portion(collected, arrived.at(-1) ?? 0),
    baseline: baseline === null ? null : baseline * collected,
  };
}
