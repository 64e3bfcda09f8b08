import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { stageIndex } from '../campaign/stage-counts.ts';

/** Where the stage is that a sales capacity is about: opportunities, or the first that sales owns; -1 if none. */
export function workedStage(campaign: ExpectedCampaign): number {
  const opportunities = stageIndex(campaign, 'opportunities');
  return opportunities >= 0 ? opportunities : campaign.stages.findIndex(({ owner }) => owner === 'sales');
}
