import type { MetricDefinition } from './metric.ts';
import { discountedPayback, irr, mirr, npv, payback, peakExposure } from './rows/cash.ts';
import { cacPayback, clvFirstCertain, clvFirstUncertain, lifetimeValue, ltvToCac } from './rows/customer.ts';
import { costPerMql, costPerSql, cpl } from './rows/leads.ts';
import { cpc, cpm, ctr, cvr } from './rows/media.ts';
import {
  incrementalRoi,
  mer,
  profit,
  revenue,
  roas,
  roiMargin,
  roiRevenue,
  roiTotalCost,
} from './rows/returns.ts';
import { cac } from './rows/sales.ts';
import * as thresholds from './rows/thresholds.ts';

/** The table of all metrics, in the order a report shows them. */
export const everyMetric = [
  roiMargin,
  roiTotalCost,
  roiRevenue,
  roas,
  mer,
  incrementalRoi,
  revenue,
  profit,
  cpm,
  cpc,
  ctr,
  cvr,
  cpl,
  costPerMql,
  costPerSql,
  cac,
  thresholds.breakEvenRoas,
  thresholds.breakEvenRoasAllCosts,
  thresholds.targetRoas,
  thresholds.targetRoasAllCosts,
  thresholds.breakEvenCustomers,
  thresholds.breakEvenLeads,
  thresholds.breakEvenSpend,
  thresholds.maximumCpl,
  thresholds.maximumCplAllCosts,
  thresholds.maximumCpc,
  thresholds.maximumCpcAllCosts,
  lifetimeValue,
  ltvToCac,
  cacPayback,
  clvFirstCertain,
  clvFirstUncertain,
  npv,
  irr,
  mirr,
  payback,
  discountedPayback,
  peakExposure,
] as const satisfies readonly MetricDefinition[];

export type MetricId = (typeof everyMetric)[number]['id'];
