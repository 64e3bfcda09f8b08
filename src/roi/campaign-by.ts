import { campaignMonths } from './campaign-months.ts';
import type { CashFlow } from './cash-curve.ts';
import { flowBetween } from './cash-curve.ts';
import type { ExpectedCampaign } from './expected-campaign.ts';

/**
 * What a timed campaign expects by the end of a month, as a campaign of its own without timing: fewer have arrived,
 * so its rates are the timed ones times how far each stage has matured; less is spent; less is collected. Part of a
 * month counts in proportion. Without timing everything has happened, and the campaign is returned as it is.
 *
 * @param months since the start, zero or more
 */
export function campaignBy(campaign: ExpectedCampaign, months: number): ExpectedCampaign {
  const { timing, costs } = campaign;
  if (!timing) return campaign;
  const monthly = campaignMonths(campaign, timing);
  const whole = Math.floor(months);
  const past = flowBetween(monthly, campaign.margin, 0, whole);
  const begun = flowBetween(monthly, campaign.margin, whole, whole + 1);
  const by = (amount: (flow: CashFlow) => number) => amount(past) + amount(begun) * (months - whole);

  const counts = campaign.stages.map(({ name }) => by((flow) => flow.counts[name] ?? 0));
  const stages = campaign.stages.map((stage, index) => ({
    ...stage,
    rate: index === 0 ? 1 : share(counts[index]!, counts[index - 1]!, stage.rate),
    delay: [1],
  }));
  const customers = by((flow) => flow.counts.customers ?? 0);
  const revenue = by((flow) => flow.revenue);
  const spend = timing.spend ?? [1];
  const spent = spend.reduce(
    (sum, weight, month) => sum + weight * Math.min(1, Math.max(0, months - month)),
    0,
  );
  const spentShare = spent / spend.reduce((sum, weight) => sum + weight, 0);
  return {
    ...campaign,
    timing: null,
    volume: counts[0] ?? 0,
    stages,
    ordersPerCustomer: share(revenue, customers * campaign.averageSale, campaign.ordersPerCustomer),
    costs: {
      media: costs.media * spentShare,
      production: costs.production * spentShare,
      agency: costs.agency * spentShare,
      tools: costs.tools * spentShare,
      sales: costs.sales * spentShare,
      salesPerOpportunity: costs.salesPerOpportunity,
    },
  };
}

/** Where nothing has arrived yet, nothing is known to be late. */
const share = (part: number, whole: number, otherwise: number): number =>
  whole === 0 ? otherwise : part / whole;
