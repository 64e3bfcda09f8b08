import type { StageName } from './campaign.ts';
import type { ExpectedCampaign } from './expected-campaign.ts';

/** How many reach each stage in the end, in the funnel's order. */
export function stageCounts({ volume, rates }: Pick<ExpectedCampaign, 'volume' | 'rates'>): number[] {
  let count = volume;
  return rates.map((rate) => {
    count *= rate;
    return count;
  });
}

/** Where a stage stands in the funnel; -1 where it does not. */
export const stageIndex = ({ stages }: ExpectedCampaign, wanted: StageName): number =>
  stages.findIndex(({ name }) => name === wanted);
