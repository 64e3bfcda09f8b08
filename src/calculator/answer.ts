import type { Campaign } from '../roi/campaign/campaign.ts';
import { type ExpectedCampaign, expectedCampaign } from '../roi/campaign/expected-campaign.ts';
import { answerMetrics } from '../roi/metrics/evaluate-metrics.ts';
import { type FigureName, lenses } from '../roi/metrics/lenses.ts';
import type { Metric } from '../roi/metrics/metric.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import { roiMetrics } from '../roi/metrics/roi-metrics.ts';
import { campaignOf } from './scenario.ts';
import type { WholeScenario } from './whole-scenario.ts';

/** What a scenario comes to. */
export interface Answer {
  /** The campaign as entered, with its ranges and counts. */
  campaign: Campaign;
  /** The same at its likeliest point, with every default filled in. */
  expected: ExpectedCampaign;
  /** The four definitions of ROI. */
  roi: Record<RoiDefinition, Metric>;
  figures: Record<FigureName, Metric>;
}

export function answerOf({ start, values }: Pick<WholeScenario, 'start' | 'values'>): Answer {
  const campaign = campaignOf(start, values);
  const expected = expectedCampaign(campaign);
  const roi = Object.values(answerMetrics(expected, roiMetrics));
  return {
    campaign,
    expected,
    roi: Object.fromEntries(roi.map((metric) => [metric.definition, metric])) as Answer['roi'],
    figures: answerMetrics(
      expected,
      lenses.flatMap(({ metrics }) => [...metrics]),
    ),
  };
}
