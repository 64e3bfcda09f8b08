import type { Campaign } from './campaign.ts';
import { campaignTerms } from './campaign-terms.ts';
import { type CashCurve, cashCurve } from './cash-curve.ts';
import { assertCampaign } from './check-campaign.ts';
import { answerMetrics, type Metrics } from './evaluate-metrics.ts';
import { expectedCampaign } from './expected-campaign.ts';
import { type FunnelStage, funnelStages } from './funnel-stages.ts';
import { everyMetric } from './metrics/every-metric.ts';

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
