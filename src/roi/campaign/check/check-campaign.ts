import type { Campaign, Timing, Value } from '../campaign.ts';
import { costOwners } from '../owner.ts';
import { assertObject, type Check, checkFields } from './check-fields.ts';
import { checkFunnel } from './check-funnel.ts';
import { checkDistribution, checkSpend } from './check-months.ts';
import { checkNumber } from './check-number.ts';
import { checkRange } from './check-range.ts';
import { InputError, type Problem } from './input-error.ts';

export interface CheckOptions {
  /** Counts as they were observed: a later stage may exceed an earlier one, because periods overlap. */
  actual?: boolean;
  /** Put before every field's path: `actual.` when a campaign is one of two. */
  prefix?: string;
}

/** Everything wrong with a campaign, field by field, for a form to show; empty when it can be evaluated. */
export function checkCampaign(campaign: Campaign, options: CheckOptions = {}): Problem[] {
  assertObject('options', options);
  const { actual = false, prefix = '' } = options;
  const { costs, funnel, value, timing } = campaign ?? {};
  const amount = checkRange('amount');
  const costChecks = Object.fromEntries(Object.keys(costOwners).map((kind) => [kind, amount]));
  const valueChecks: Record<keyof Value, Check> = {
    averageSale: amount,
    grossMargin: checkRange('margin'),
    ordersPerCustomer: amount,
    churn: checkRange('fraction'),
    horizon: checkNumber('amount'),
    retentionSpend: amount,
    baseline: amount,
    targetProfit: checkNumber('fraction'),
  };
  const timingChecks: Record<keyof Timing, Check> = {
    months: checkNumber('months'),
    spend: checkSpend,
    costs: checkFields({ production: checkSpend, agency: checkSpend, tools: checkSpend, sales: checkSpend }),
    collection: checkDistribution,
    discountRate: checkNumber('discount'),
  };
  const problems = [
    ...checkFields(costChecks, ['media'])('costs', costs),
    ...checkFunnel(funnel, actual, costs?.media),
    // Where the stage was not measured, what each cost may be known all the same.
    ...(actual ? [] : checkWork(costs, funnel)),
    ...checkFields(valueChecks, ['averageSale', 'grossMargin'])('value', value),
    ...(timing === undefined ? [] : checkFields(timingChecks, ['months'])('timing', timing)),
  ];
  return prefix ? problems.map((problem) => ({ ...problem, field: prefix + problem.field })) : problems;
}

/**
 * @throws InputError for the first thing that `checkCampaign` finds
 */
export function assertCampaign(campaign: Campaign, options?: CheckOptions): void {
  const [first] = checkCampaign(campaign, options);
  if (first) throw new InputError(first);
}

/** What an opportunity costs needs opportunities to be counted by. */
function checkWork(costs?: Campaign['costs'], funnel?: Campaign['funnel']): Problem[] {
  const counted = Array.isArray(funnel) && funnel.some((stage) => stage?.name === 'opportunities');
  if (counted || (costs?.salesPerOpportunity ?? 0) === 0) return [];
  const expected = 'a funnel with opportunities';
  return [{ field: 'costs.salesPerOpportunity', code: 'needs-opportunities', expected }];
}
