import type { Campaign } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { standingOf } from '../campaign/standing.ts';
import { type CashCurve, cashCurve } from '../finance/cash-curve.ts';
import { answerMetrics, type Metrics } from './evaluate-metrics.ts';
import { everyMetric } from './every-metric.ts';
import { type FunnelStage, funnelStages } from './funnel-stages.ts';

/** All that the model says of one campaign, each figure with its unit, formula and numbers. */
export interface Evaluation {
  /**
   * Months that the figures count: what happens later is in `cash.tail`. Null for a campaign without timing, of which
   * everything counts.
   */
  months: number | null;
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
  const standing = standingOf(expectedCampaign(campaign));
  return {
    months: standing.months,
    metrics: answerMetrics(standing, everyMetric),
    stages: funnelStages(standing),
    cash: cashCurve(standing.campaign),
  };
}
