import type { RoiDefinition } from './roi-definition.ts';
import { roas, roiMargin, roiRevenue, roiTotalCost } from './rows/returns.ts';

/** The metrics that are an ROI, one for each definition. */
export const roiMetrics = [roiMargin, roiTotalCost, roiRevenue, roas] as const;

/** The metric that a definition of ROI means. */
export const roiMetric = (meant: RoiDefinition): (typeof roiMetrics)[number] =>
  roiMetrics.find(({ definition }) => definition === meant)!;
