import type { FixedCost } from './campaign.ts';
import { type ExpectedCampaign, isRecurring } from './expected-campaign.ts';
import { remainingPeriods, retained } from './expected-periods.ts';

/** When something happens, in shares of all of it: one for each month (fewer where nothing follows), and the rest. */
export interface Shares {
  monthly: readonly number[];
  later: number;
}

/** When each part of a campaign happens. No lever moves it, but for churn: a lever moves how much. */
export interface CampaignPace {
  spent: Record<FixedCost, Shares>;
  /** Arrivals at each stage, in the funnel's order. */
  stages: readonly Shares[];
  /** What is paid for the first order of each customer. */
  firstOrders: Shares;
  /** Paid each month, in orders for each order that customers place (a month, where they order monthly). */
  paid: readonly number[];
}

const known = /* @__PURE__ */ new WeakMap<ExpectedCampaign, { months: number; pace: CampaignPace }>();

/**
 * The pace of a campaign up to (and without) a month; what happens from then on is `later`. Figures and cash ask for the
 * same months one after the other, so the last answer is kept.
 */
export function campaignPace(campaign: ExpectedCampaign, months: number): CampaignPace {
  const last = known.get(campaign);
  if (last?.months === months) return last.pace;
  const pace = paceUntil(campaign, months);
  known.set(campaign, { months, pace });
  return pace;
}

function paceUntil(campaign: ExpectedCampaign, months: number): CampaignPace {
  const { timing, stages } = campaign;
  const { production, agency, tools, sales } = timing?.costs ?? {};
  const evenly = timing ? new Array<number>(timing.months).fill(1) : undefined;
  const fall = (weights?: readonly number[]) => delayed(atOnce, weights, months);
  const media = fall(timing?.spend);
  let arrivals = media;
  const arrived = stages.map(({ delay }) => {
    arrivals = delayed(arrivals, delay, months);
    return arrivals;
  });
  const firstOrders = delayed(arrivals, timing?.collection, months);
  return {
    spent: {
      media,
      production: fall(production),
      agency: fall(agency),
      tools: fall(tools ?? evenly),
      sales: fall(sales ?? evenly),
    },
    stages: arrived,
    firstOrders,
    paid: paidMonthly(campaign, firstOrders, months),
  };
}

/** What customers pay each month, from the first order of each for as long as they order. */
export function paidMonthly(
  campaign: ExpectedCampaign,
  { monthly }: Shares,
  months: number,
): readonly number[] {
  if (!isRecurring(campaign)) return monthly;
  return spread(monthly, retained(campaign.churn ?? 0, campaign.horizon, months), months);
}

/** What they pay from then on, in the same orders; null where customers stay for ever, since there is no end of it. */
export function paidLater(
  campaign: ExpectedCampaign,
  { monthly, later }: Shares,
  months: number,
): number | null {
  if (!isRecurring(campaign)) return later;
  const { horizon } = campaign;
  const churn = campaign.churn ?? 0;
  let sum = 0;
  for (const [month, share] of [...monthly, later].entries()) {
    // Whose first order is paid beyond the months has all of it still to pay.
    const since = month < monthly.length ? months - month : 0;
    const left = share === 0 ? 0 : remainingPeriods(churn, horizon, since);
    if (left === null) return null;
    sum += share * left;
  }
  return sum;
}

const atOnce: Shares = { monthly: [1], later: 0 };

/** Shares that wait, by weights of how many months; all sums are of amounts above zero, so that none loses digits. */
function delayed(shares: Shares, weights: readonly number[] | undefined, months: number): Shares {
  if (weights === undefined || weights.length === 1) return months > 0 ? shares : { monthly: [], later: 1 };
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const delays = weights.map((weight) => weight / sum);
  let later = shares.later;
  for (const [month, share] of shares.monthly.entries()) {
    for (let delay = Math.max(0, months - month); delay < delays.length; delay++) {
      later += share * delays[delay]!;
    }
  }
  return { monthly: spread(shares.monthly, delays, months), later };
}

/** What each month's share becomes in the months after it, as far as they are looked at. */
function spread(shares: readonly number[], after: readonly number[], months: number): number[] {
  const length = Math.max(0, Math.min(months, shares.length + after.length - 1));
  const until = new Array<number>(length).fill(0);
  for (const [month, share] of shares.entries()) {
    const most = Math.min(after.length, length - month);
    for (let wait = 0; wait < most; wait++) until[month + wait]! += share * after[wait]!;
  }
  return until;
}
