import type { Campaign } from '../campaign/campaign.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { progressBy } from '../campaign/standing.ts';
import type { ReasonCode } from '../metrics/reason.ts';

/** Whether anything in a campaign is uncertain: a range, counts, or a volume that was counted. */
export function isUncertain({ costs, funnel, value }: Campaign): boolean {
  const inputs = [
    ...Object.values(costs),
    ...Object.values(value),
    ...funnel.flatMap(({ rate, volume, price }) => [rate, volume, price]),
  ];
  return inputs.some((input) => typeof input === 'object');
}

/** Why a campaign cannot be drawn; null when it can. */
export function whyNotDrawn(campaign: Campaign): ReasonCode | null {
  if (!isUncertain(campaign)) return 'no-uncertainty-given';
  if (!campaign.funnel.some(({ name }) => name === 'customers')) return 'stage-not-in-funnel';
  const expected = expectedCampaign(campaign);
  return progressBy(expected, expected.timing?.months ?? null).paid === null ? 'needs-a-horizon' : null;
}
