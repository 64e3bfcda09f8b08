import type { FigureName } from '../../i18n/calculator-messages.ts';
import type { Campaign } from '../../roi/campaign.ts';
import { answerMetrics } from '../../roi/evaluate-metrics.ts';
import { expectedCampaign } from '../../roi/expected-campaign.ts';
import type { Metric, RoiDefinition } from '../../roi/metric.ts';
import { cpl } from '../../roi/metrics/leads.ts';
import { profit, roas, roiMargin, roiRevenue, roiTotalCost } from '../../roi/metrics/returns.ts';
import { cac } from '../../roi/metrics/sales.ts';
import { breakEvenCustomers, breakEvenLeads } from '../../roi/metrics/thresholds.ts';

/** The metric behind each definition of ROI. */
export const definitions = {
  margin: roiMargin,
  'total-cost': roiTotalCost,
  revenue: roiRevenue,
  roas,
} as const;

/** The figures of a campaign in the order they are shown; `roi` under the definition that the team has pinned. */
export function figuresOf(campaign: Campaign, definition: RoiDefinition): Record<FigureName, Metric> {
  const roi = definitions[definition];
  const found = answerMetrics(expectedCampaign(campaign), [
    roi,
    roas,
    profit,
    cpl,
    cac,
    breakEvenCustomers,
    breakEvenLeads,
  ]);
  return {
    roi: found[roi.id],
    profit: found.profit,
    roas: found.roas,
    cpl: found.cpl,
    cac: found.cac,
    breakEvenCustomers: found.breakEvenCustomers,
    breakEvenLeads: found.breakEvenLeads,
  };
}
