import type { FixedCost, StageName } from './campaign.ts';
import { type CampaignPace, campaignPace, paidMonthly, type Shares } from './campaign-pace.ts';
import { type ExpectedCampaign, isRecurring } from './expected-campaign.ts';
import { expectedPeriods } from './expected-periods.ts';
import { stageCounts, stageIndex } from './stage-counts.ts';

/** How far a campaign has come by the end of a month. */
export interface Progress {
  /** In shares of all that will be spent. */
  spent: Record<FixedCost, number>;
  /** In shares of those who will ever reach each stage, in the funnel's order. */
  arrived: readonly number[];
  /**
   * Orders paid by then, of each customer there will ever be, for each order they place: at most 1 where they buy once,
   * months' worth where they order monthly. Null where they stay for ever and all of it is asked.
   */
  paid: number | null;
}

/** A campaign at a moment: all that a figure can be computed from. */
export interface Standing {
  campaign: ExpectedCampaign;
  /** Months since the start; null: in the end, when everything has happened. */
  months: number | null;
  progress: Progress;
  /** How many have reached each stage by then, in the funnel's order. */
  counts: readonly number[];
}

/** A campaign as its figures count it: by the end of the months looked at; all of it where there is no timing. */
export const standingOf = (campaign: ExpectedCampaign): Standing =>
  standingBy(campaign, campaign.timing?.months ?? null);

/**
 * A campaign by the end of a month; part of a month counts in proportion. Without timing everything has happened.
 *
 * @param months since the start, zero or more; null: in the end
 * @param progress by then, where it is known
 */
export function standingBy(
  campaign: ExpectedCampaign,
  months: number | null,
  progress: Progress = progressBy(campaign, months),
): Standing {
  const counts = stageCounts(campaign).map((count, stage) => count * progress.arrived[stage]!);
  return { campaign, months: campaign.timing && months, progress, counts };
}

/**
 * How any campaign that goes at the pace of this one stands by then: no lever but churn changes when things happen, so
 * that is worked out once for all places where levers may stand.
 */
export function standingsBy(
  campaign: ExpectedCampaign,
  months: number | null,
): (moved: ExpectedCampaign) => Standing {
  if (!campaign.timing || months === null) return (moved) => standingBy(moved, null);
  const until = Math.ceil(months);
  const pace = campaignPace(campaign, until);
  const progress = progressOf(pace, months);

  const progressWith = (moved: ExpectedCampaign): Progress => {
    if (moved.churn === campaign.churn) return progress;
    return { ...progress, paid: sumUntil(paidMonthly(moved, pace.firstOrders, until), months) };
  };
  return (moved) => standingBy(moved, months, progressWith(moved));
}

/** How far a campaign has come by the end of a month: see `standingBy`. */
export function progressBy(campaign: ExpectedCampaign, months: number | null): Progress {
  if (!campaign.timing || months === null) return inTheEnd(campaign);
  return progressOf(campaignPace(campaign, Math.ceil(months)), months);
}

/** The same for a pace that reaches as far. */
export function progressOf({ spent, stages, paid }: CampaignPace, months: number): Progress {
  const by = ({ monthly }: Shares) => sumUntil(monthly, months);
  return {
    spent: {
      media: by(spent.media),
      production: by(spent.production),
      agency: by(spent.agency),
      tools: by(spent.tools),
      sales: by(spent.sales),
    },
    arrived: stages.map(by),
    paid: sumUntil(paid, months),
  };
}

/** The sum up to a month; part of a month counts in proportion. */
export function sumUntil(monthly: readonly number[], months: number): number {
  const whole = Math.min(Math.floor(months), monthly.length);
  let sum = 0;
  for (let month = 0; month < whole; month++) sum += monthly[month]!;
  return whole < monthly.length && months > whole ? sum + monthly[whole]! * (months - whole) : sum;
}

function inTheEnd(campaign: ExpectedCampaign): Progress {
  return {
    spent: { media: 1, production: 1, agency: 1, tools: 1, sales: 1 },
    arrived: campaign.stages.map(() => 1),
    paid: isRecurring(campaign) ? expectedPeriods(campaign.churn ?? 0, campaign.horizon) : 1,
  };
}

/** How many have reached a stage by then; null where the funnel does not have it. */
export function countAt({ campaign, counts }: Standing, stage: StageName): number | null {
  return counts[stageIndex(campaign, stage)] ?? null;
}

/** The share of one stage that has reached a later one by then; null unless the funnel has both. */
export function rateBetween({ campaign, progress }: Standing, from: StageName, to: StageName): number | null {
  const [start, end] = [stageIndex(campaign, from), stageIndex(campaign, to)];
  if (start < 0 || end < 0) return null;
  const rate = campaign.rates.slice(start + 1, end + 1).reduce((product, each) => product * each, 1);
  return rate * portion(progress.arrived[end]!, progress.arrived[start]!);
}

/** Where nothing has arrived yet, nothing is known to be late. */
export const portion = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
