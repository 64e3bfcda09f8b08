import * as metrics from '../rows/returns.ts';
import { calculate } from './calculate.ts';

/**
 * ROI on total cost, goods included: `(revenue - costOfGoods - cost) / (costOfGoods + cost)`.
 * Source: support.google.com/google-ads/answer/14090.
 *
 * @param input currency units
 * @returns fraction (0.5 is 50 %), or null without any cost
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const roiOnTotalCost = (input: {
  revenue: number;
  costOfGoods: number;
  cost: number;
}): number | null => calculate(metrics.roiTotalCost, input);

/**
 * ROI on gross margin (ROMI), our default: `(revenue * margin - cost) / cost`.
 *
 * @param input currency units, and the gross margin as a fraction of revenue
 * @returns fraction (2 is 200 %), or null without cost
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const roiOnMargin = (input: { revenue: number; margin: number; cost: number }): number | null =>
  calculate(metrics.roiMargin, input);

/**
 * ROI on revenue, goods ignored (HubSpot): `(revenue - cost) / cost`.
 *
 * @param input currency units
 * @returns fraction (5 is 500 %), or null without cost
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const roiOnRevenue = (input: { revenue: number; cost: number }): number | null =>
  calculate(metrics.roiRevenue, input);

/**
 * ROI on margin of what would not have come anyway: `((revenue - baseline) * margin - cost) / cost`.
 *
 * @param input currency units, and the gross margin as a fraction of revenue
 * @returns fraction, or null without cost
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const incrementalRoi = (input: {
  revenue: number;
  baseline: number;
  margin: number;
  cost: number;
}): number | null => calculate(metrics.incrementalRoi, input);

/**
 * Return on ad spend: `revenue / adSpend`.
 *
 * @param input currency units
 * @returns ratio (6 is 6.0x), or null without ad spend
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const roas = (input: { revenue: number; adSpend: number }): number | null =>
  calculate(metrics.roas, input);
