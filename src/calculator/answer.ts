import type { Campaign } from '../roi/campaign/campaign.ts';
import { type ExpectedCampaign, expectedCampaign } from '../roi/campaign/expected-campaign.ts';
import { type Standing, standingOf } from '../roi/campaign/standing.ts';
import { answerMetrics } from '../roi/metrics/evaluate-metrics.ts';
import { type FigureName, lenses } from '../roi/metrics/lenses.ts';
import type { Metric } from '../roi/metrics/metric.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import { roiMetrics } from '../roi/metrics/roi-metrics.ts';
import { campaignOf } from './scenario.ts';
import type { WholeScenario } from './whole-scenario.ts';

/** What a scenario comes to. Each metric says its unit, its formula, and why it has no value where it has none. */
export interface Answer {
  /** The campaign as entered, with its ranges and counts. */
  campaign: Campaign;
  /** The same at its mean, with every default filled in. */
  expected: ExpectedCampaign;
  /** How it stands at the end of the months looked at, which is what every figure counts. */
  standing: Standing;
  /** The four definitions of ROI. */
  roi: Record<RoiDefinition, Metric>;
  figures: Record<FigureName, Metric>;
}

/** Asks the model. Money in major units, rates as fractions, time in months. */
export function answerOf({ start, values }: Pick<WholeScenario, 'start' | 'values'>): Answer {
  const campaign = campaignOf(start, values);
  const expected = expectedCampaign(campaign);
  const standing = standingOf(expected);
  const roi = Object.values(answerMetrics(standing, roiMetrics));
  return {
    campaign,
    expected,
    standing,
    roi: Object.fromEntries(roi.map((metric) => [metric.definition, metric])) as Answer['roi'],
    figures: answerMetrics(
      standing,
      lenses.flatMap(({ metrics }) => [...metrics]),
    ),
  };
}
