import { assertObject } from '../../campaign/check/check-fields.ts';
import { assertNumber } from '../../campaign/check/check-number.ts';
import type { Computation } from '../outcome.ts';
import * as metrics from '../rows/thresholds.ts';
import { calculate } from './calculate.ts';

/**
 * The ROAS at which margin pays for media: `1 / margin`.
 *
 * @param margin fraction of revenue
 * @returns ratio, or null at a margin of zero or below: it never breaks even
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const breakEvenRoas = (margin: number): number | null => calculate(metrics.breakEvenRoas, { margin });

/**
 * The ROAS that leaves a profit: `1 / (margin - profit)`.
 *
 * @param margin fraction of revenue
 * @param profit fraction of revenue
 * @returns ratio, or null for a profit of at least the margin
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const targetRoas = (margin: number, profit: number): number | null =>
  calculate(metrics.targetRoas, { margin, targetProfit: profit });

const units: Computation = {
  whenNotPositive: 'never-breaks-even',
  formula: 'fixedCost / (price - variableCost)',
};

/**
 * Units whose contribution pays what is fixed: `fixedCost / (price - variableCost)`.
 *
 * @param input currency units: fixed cost in all, price and variable cost a unit
 * @returns units, unrounded, or null when a unit contributes nothing
 * @throws InputError for what is not a number or exceeds 1e15
 */
export const breakEvenUnits = (input: {
  fixedCost: number;
  price: number;
  variableCost: number;
}): number | null => calculate(units, input);

/**
 * What a lead may cost: `(lifetimeValue - salesCostPerCustomer) * leadToCustomer`. Below zero when sales alone costs
 * more than a customer is worth.
 *
 * @param input currency units a customer, and the fraction of leads that become customers
 * @returns currency units a lead
 * @throws InputError for what is not a number or exceeds 1e15, or a rate outside 0 to 1
 */
export function maximumCostPerLead(input: {
  lifetimeValue: number;
  salesCostPerCustomer?: number;
  leadToCustomer: number;
}): number | null {
  assertObject('input', input);
  assertNumber('leadToCustomer', input.leadToCustomer, 'fraction');
  return calculate(metrics.maximumCpl, { salesCostPerCustomer: 0, ...input });
}
