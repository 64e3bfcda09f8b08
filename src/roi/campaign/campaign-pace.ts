import type { ExpectedCampaign } from './expected-campaign.ts';

/** When something happens, in shares of all of it: one for each month (fewer where nothing follows), and the rest. */
export interface Shares {
  monthly: number[];
  later: number;
}

/** When each part of a campaign happens. No lever moves it: a lever moves how much. */
export interface CampaignPace {
  /** Money, except what an opportunity costs; entrants follow it. */
  spend: Shares;
  /** Arrivals at each stage, in the funnel's order. */
  stages: Shares[];
  /** What those who reach the last stage pay. */
  collection: Shares;
}

const atOnce: Shares = { monthly: [1], later: 0 };

/** The pace of a campaign up to (and without) a month; what happens from then on is `later`. */
export function campaignPace({ timing, stages }: ExpectedCampaign, months: number): CampaignPace {
  const spend = delayed(atOnce, timing?.spend, months);
  let arrivals = spend;
  const arrived = stages.map(({ delay }) => {
    arrivals = delayed(arrivals, delay, months);
    return arrivals;
  });
  return { spend, stages: arrived, collection: delayed(arrivals, timing?.collection, months) };
}

/** Shares that wait, by weights of how many months; all sums are of amounts above zero, so that none loses digits. */
function delayed({ monthly, later }: Shares, weights: readonly number[] = [1], months: number): Shares {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const delays = weights.map((weight) => weight / sum);
  const until = new Array<number>(Math.min(months, monthly.length + delays.length - 1)).fill(0);
  let beyond = later;
  for (let month = 0; month < monthly.length; month++) {
    for (let delay = 0; delay < delays.length; delay++) {
      const share = monthly[month]! * delays[delay]!;
      if (month + delay < months) until[month + delay]! += share;
      else beyond += share;
    }
  }
  return { monthly: until, later: beyond };
}
