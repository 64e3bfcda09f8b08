import type { Timing } from '../campaign/campaign.ts';
import { type CashFlow, type CashTail, campaignMonths } from '../campaign/campaign-months.ts';
import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { compoundRate } from './compound-rate.ts';

export interface CashMonth extends CashFlow {
  /** 1 for the first month, whose flow is at t = 0. */
  month: number;
  /** Net cash since the start, this month included. */
  cumulative: number;
  /** `net` at the first month's value; null beyond what a number holds (a yearly rate near -1, years ahead). */
  discounted: number | null;
}

export interface CashCurve {
  months: CashMonth[];
  /** The deepest the campaign is ever in the red within the months looked at: zero or more. */
  peakExposure: number;
  /** The month from which the campaign stays paid back, or null if it ends in the red. */
  breakEvenMonth: number | null;
  /** What falls beyond the months looked at: reported, not lost. */
  tail: CashTail;
}

const curves = /* @__PURE__ */ new WeakMap<ExpectedCampaign, CashCurve>();

/**
 * Cash month by month within the months looked at, and the tail beyond it.
 *
 * @returns null for a campaign without timing
 */
export function cashCurve(campaign: ExpectedCampaign): CashCurve | null {
  const { timing } = campaign;
  if (!timing) return null;
  const known = curves.get(campaign);
  if (known) return known;
  const curve = curveOf(campaign, timing);
  curves.set(campaign, curve);
  return curve;
}

/** Of a campaign that ends in the red: whether what falls later pays it back. */
export function isPaidBackLater(
  { averageSale, margin }: ExpectedCampaign,
  { months, tail }: CashCurve,
): boolean {
  // Whoever stays for ever pays anything back, if only they leave a margin.
  return tail.net === null ? averageSale * margin > 0 : months.at(-1)!.cumulative + tail.net >= 0;
}

function curveOf(campaign: ExpectedCampaign, timing: Timing): CashCurve {
  const { months: flows, tail } = campaignMonths(campaign, timing.months);
  const discount = compoundRate(timing.discountRate ?? 0, 1 / 12);
  let cumulative = 0;
  /** All that has moved: next to it the last digits of a sum mean nothing. */
  let moved = 0;
  let lowest = 0;
  let lastInTheRed = 0;
  const months = flows.map((flow, at): CashMonth => {
    cumulative += flow.net;
    moved += Math.abs(flow.net);
    lowest = Math.min(lowest, cumulative);
    if (cumulative < -1e-12 * moved) lastInTheRed = at + 1;
    // A loss too small for a number, once discounted, is 0 and not -0.
    const discounted = flow.net / (1 + discount) ** at + 0;
    return {
      month: at + 1,
      ...flow,
      cumulative,
      discounted: Number.isFinite(discounted) ? discounted : null,
    };
  });
  return {
    months,
    peakExposure: 0 - lowest,
    breakEvenMonth: lastInTheRed === timing.months ? null : lastInTheRed + 1,
    tail,
  };
}
