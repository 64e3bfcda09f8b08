import type { Campaign } from './campaign.ts';
import { campaignBy } from './campaign-by.ts';
import { campaignMonths } from './campaign-months.ts';
import { type CampaignTerms, campaignTerms } from './campaign-terms.ts';
import { answerMetrics } from './evaluate-metrics.ts';
import { type ExpectedCampaign, expectedCampaign } from './expected-campaign.ts';
import { formula } from './formula.ts';
import type { MetricDefinition, Outcome } from './metric.ts';
import { workedStage } from './worked-stage.ts';

/** What a goal asks of a campaign, by its deadline. */
export interface GoalMeasures {
  /** The goal's metric. */
  result: (campaign: Campaign) => Outcome;
  /** The same once everything has happened, deadline or not. */
  resultInTheEnd: (campaign: Campaign) => Outcome;
  /**
   * Zero where the metric meets the target. For a quotient: what is above the line less target times what is below,
   * which is linear in every single lever of the funnel. NaN where it cannot be said.
   */
  gap: (campaign: Campaign) => number;
  /** Currency units spent, marketing and sales. */
  cost: (campaign: Campaign) => number;
  /** What sales has to work in its busiest month (the average month without timing). */
  load: (campaign: Campaign) => number;
}

export function goalMeasures(metric: MetricDefinition, target: number, deadline: number): GoalMeasures {
  const { quotient, compute, names } = formula(metric.formula);
  const expectedBy = (campaign: Campaign) => campaignBy(expectedCampaign(campaign), deadline);
  const answer = (campaign: ExpectedCampaign) => answerMetrics(campaign, [metric])[metric.id]!;
  const result = (campaign: Campaign) => answer(expectedBy(campaign));

  function gap(campaign: Campaign): number {
    if (metric.uses || metric.requires) return (result(campaign).value ?? Number.NaN) - target;
    const terms: CampaignTerms = campaignTerms(expectedBy(campaign));
    if (names.some((name) => (terms[name] ?? null) === null)) return Number.NaN;
    if (!quotient) return compute(terms) - target;
    return quotient.above(terms) - target * quotient.below(terms);
  }

  return {
    result,
    resultInTheEnd: (campaign) => answer({ ...expectedCampaign(campaign), timing: null }),
    gap,
    cost: (campaign) => campaignTerms(expectedBy(campaign)).cost!,
    load: (campaign) => monthlyLoad(expectedCampaign(campaign), deadline),
  };
}

function monthlyLoad(campaign: ExpectedCampaign, deadline: number): number {
  const stage = workedStage(campaign);
  if (!stage) return 0;
  if (!campaign.timing) return (campaignTerms(campaign)[stage.name] ?? 0) / deadline;
  const { counts } = campaignMonths(campaign, campaign.timing);
  const monthly = counts.find(({ name }) => name === stage.name)?.monthly ?? [];
  return Math.max(0, ...monthly.slice(0, deadline));
}
