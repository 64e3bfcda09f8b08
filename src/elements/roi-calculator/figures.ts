import type { FigureName } from '../../i18n/calculator-messages.ts';
import { answerMetrics } from '../../roi/evaluate-metrics.ts';
import type { ExpectedCampaign } from '../../roi/expected-campaign.ts';
import type { Metric, RoiDefinition } from '../../roi/metric.ts';
import { cacPayback, ltvToCac } from '../../roi/metrics/customer.ts';
import { cpl } from '../../roi/metrics/leads.ts';
import { profit, revenue, roas, roiMargin, roiRevenue, roiTotalCost } from '../../roi/metrics/returns.ts';
import { cac } from '../../roi/metrics/sales.ts';
import { breakEvenCustomers, breakEvenLeads, breakEvenRoas } from '../../roi/metrics/thresholds.ts';

const definitions = [roiMargin, roiTotalCost, roiRevenue, roas];

/** The same result as each of the two reads it. */
export const lenses: readonly { owner: 'marketing' | 'sales'; figures: readonly FigureName[] }[] = [
  { owner: 'marketing', figures: ['cpl', 'breakEvenLeads', 'breakEvenRoas', 'revenue'] },
  { owner: 'sales', figures: ['cac', 'breakEvenCustomers', 'ltvToCac', 'cacPayback', 'profit'] },
];

export interface Figures {
  /** The four definitions of ROI. */
  roi: Record<RoiDefinition, Metric>;
  figures: Record<FigureName, Metric>;
}

export function figuresOf(campaign: ExpectedCampaign): Figures {
  const roi = Object.values(answerMetrics(campaign, definitions));
  return {
    roi: Object.fromEntries(roi.map((metric) => [metric.definition, metric])) as Figures['roi'],
    figures: answerMetrics(campaign, [
      cpl,
      breakEvenLeads,
      breakEvenRoas,
      revenue,
      cac,
      breakEvenCustomers,
      ltvToCac,
      cacPayback,
      profit,
    ]),
  };
}
