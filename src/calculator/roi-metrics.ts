import type { MetricId } from '../roi/metrics/every-metric.ts';
import type { RoiDefinition } from '../roi/metrics/metric.ts';

/** The metric of each definition of ROI. */
export const roiMetrics: Readonly<Record<RoiDefinition, MetricId>> = {
  margin: 'roiMargin',
  'total-cost': 'roiTotalCost',
  revenue: 'roiRevenue',
  roas: 'roas',
};
