import type { StageName } from './campaign.ts';
import type { ExpectedCampaign } from './expected-campaign.ts';

/** How many reach each stage that the funnel has. */
export function stageCounts({ volume, stages }: ExpectedCampaign): Partial<Record<StageName, number>> {
  const counts: Partial<Record<StageName, number>> = {};
  let count = volume;
  for (const { name, rate } of stages) counts[name] = count *= rate;
  return counts;
}

/** The fraction of one stage that reaches a later one; null unless the funnel has both. */
export function rateBetween({ stages }: ExpectedCampaign, from: StageName, to: StageName): number | null {
  const start = stages.findIndex(({ name }) => name === from);
  const end = stages.findIndex(({ name }) => name === to);
  if (start < 0 || end < 0) return null;
  return stages.slice(start + 1, end + 1).reduce((product, { rate }) => product * rate, 1);
}
