import { campaignPace, type Shares } from './campaign-pace.ts';
import type { ExpectedCampaign } from './expected-campaign.ts';

/** How far a campaign has come, in shares of all that will happen. */
export interface Progress {
  /** Of what is spent. */
  spent: number;
  /** Of those who will reach each stage, in the funnel's order. */
  arrived: number[];
  /** Of what customers pay. */
  collected: number;
}

/**
 * How far a campaign has come by the end of a month; part of a month counts in proportion. Without timing everything
 * has happened.
 *
 * @param months since the start, zero or more
 */
export function progressBy(campaign: ExpectedCampaign, months: number): Progress {
  if (!campaign.timing) return { spent: 1, arrived: campaign.stages.map(() => 1), collected: 1 };
  const whole = Math.floor(months);
  const { spend, stages, collection } = campaignPace(campaign, whole + 1);
  const by = ({ monthly }: Shares) =>
    monthly.reduce((sum, share, month) => sum + share * (month < whole ? 1 : months - whole), 0);
  return { spent: by(spend), arrived: stages.map(by), collected: by(collection) };
}

/**
 * What a timed campaign has won by the end of a month, as a campaign of its own without timing: fewer have arrived, so
 * its rates are the timed ones times how far each stage has matured, and less is spent. What a customer brings is the
 * customer's: whether it has been paid by then is not asked.
 *
 * @param months since the start, zero or more
 */
export function campaignBy(
  campaign: ExpectedCampaign,
  months: number,
  { spent, arrived }: Progress = progressBy(campaign, months),
): ExpectedCampaign {
  const { costs, volume, stages } = campaign;
  return {
    ...campaign,
    timing: null,
    volume: volume * (arrived[0] ?? 0),
    stages: stages.map((stage, index) => ({
      ...stage,
      rate: index === 0 ? 1 : stage.rate * portion(arrived[index]!, arrived[index - 1]!),
      delay: [1],
    })),
    costs: {
      media: costs.media * spent,
      production: costs.production * spent,
      agency: costs.agency * spent,
      tools: costs.tools * spent,
      sales: costs.sales * spent,
      salesPerOpportunity: costs.salesPerOpportunity,
    },
  };
}

/** Where nothing has arrived yet, nothing is known to be late. */
export const portion = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
