import type { Campaign } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { type CashCurve, cashCurve } from '../finance/cash-curve.ts';
import { campaignTerms } from './campaign-terms.ts';
import { answerMetrics, type Metrics } from './evaluate-metrics.ts';
import { everyMetric } from './every-metric.ts';
import { type FunnelStage, funnelStages } from './funnel-stages.ts';

/** All that the model says of one campaign, each figure with its unit, formula and numbers. */
export interface Evaluation {
  metrics: Metrics<(typeof everyMetric)[number]>;
  /** In the funnel's order. */
  stages: FunnelStage[];
  /** Null for a campaign without timing. */
  cash: CashCurve | null;
}

/**
 * Answers every metric, what each stage delivers and costs, and the months.
 *
 * @throws InputError naming the first field outside the model (`checkCampaign` lists them all)
 */
export function evaluateCampaign(campaign: Campaign): Evaluation {
  assertCampaign(campaign);
  const expected = expectedCampaign(campaign);
  const terms = campaignTerms(expected);
  return {
    metrics: answerMetrics(expected, everyMetric, () => terms),
    stages: funnelStages(expected, terms),
    cash: cashCurve(expected),
  };
}
