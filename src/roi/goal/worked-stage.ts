import type { ExpectedCampaign, ExpectedStage } from '../campaign/expected-campaign.ts';

/** The stage that a sales capacity is about: opportunities, or the first that sales owns, if any. */
export const workedStage = ({ stages }: ExpectedCampaign): ExpectedStage | undefined =>
  stages.find(({ name }) => name === 'opportunities') ?? stages.find(({ owner }) => owner === 'sales');
