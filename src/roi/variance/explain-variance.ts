import type { Campaign, Owner, StageName } from '../campaign/campaign.ts';
import { campaignBy } from '../campaign/campaign-by.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { assertObject } from '../campaign/check/check-fields.ts';
import { assertNumber } from '../campaign/check/check-number.ts';
import { InputError } from '../campaign/check/input-error.ts';
import { type ExpectedCampaign, expectedCampaign, fraction } from '../campaign/expected-campaign.ts';
import { marketingTotal, salesTotal } from '../campaign/total-cost.ts';
import { campaignTerms } from '../metrics/campaign-terms.ts';
import { outcome } from '../metrics/outcome.ts';
import * as metrics from '../metrics/rows/returns.ts';
import type { ComparedStage } from './funnel-chain.ts';
import { type VariancePart, varianceParts } from './variance-parts.ts';

export interface Variance {
  /** Months since the start that were compared; null: the whole plan. */
  asOf: number | null;
  /** Currency units, from what the plan expected to be won and spent by then. */
  plannedProfit: number;
  actualProfit: number;
  /** `actualProfit - plannedProfit`: the sum of the parts' effects. */
  gap: number;
  parts: VariancePart[];
  /** The sum of the effects under each owner. */
  byOwner: Record<Owner, number>;
  /** Observed stages with more in them than in the stage before: possible where periods overlap, worth a look. */
  flags: { stage: StageName; exceeds: StageName }[];
}

/**
 * Splits the gap in profit between a plan and what happened into one part for each input (Shapley: the order in which
 * they are looked at does not matter). As of a month, actuals are compared with what the plan expected by then: a deal
 * that is not due yet is nobody's fault. On both sides a customer counts in full in the month of the win: when it pays
 * is a matter of cash, and terms of payment are nobody's fault.
 *
 * @param actual the campaign as observed: the plan's stages with what was counted and spent so far. Its own timing is
 * ignored, and a later stage may exceed an earlier one
 * @param options.asOf months since the start, zero or more; part of a month counts in proportion. Default: the end
 * @throws InputError naming the first field of `plan.`, `actual.` or `asOf` that is outside the model
 */
export function explainVariance(plan: Campaign, actual: Campaign, options: { asOf?: number } = {}): Variance {
  assertObject('options', options);
  const { asOf } = options;
  assertCampaign(plan, { prefix: 'plan.' });
  assertCampaign(actual, { prefix: 'actual.', actual: true });
  if (asOf !== undefined) assertNumber('asOf', asOf, 'amount');
  assertSameStages(plan, actual);
  return varianceOf(plan, actual, asOf);
}

/** The same for a plan and actuals that are known to be sound, with the same stages. */
export function varianceOf(plan: Campaign, actual: Campaign, asOf?: number): Variance {
  const planned = expectedCampaign(plan);
  const due = asOf === undefined ? { ...planned, timing: null } : campaignBy(planned, asOf);
  const observed = expectedCampaign(actual);
  const dueCounts = campaignTerms(due);
  const counts = observedCounts(actual);
  const stages = due.stages.map(({ name, owner }, index): ComparedStage => {
    return { name, owner, planned: dueCounts[name] ?? 0, actual: counts[index]! };
  });

  const parts = varianceParts(stages, due, observed);
  const plannedProfit = profitOf(stages, 'planned', due);
  const actualProfit = profitOf(stages, 'actual', observed);
  const effectsOf = (owner: Owner) =>
    parts.reduce((sum, part) => (part.owner === owner ? sum + part.effect : sum), 0);
  return {
    asOf: asOf === undefined ? null : asOf + 0,
    plannedProfit,
    actualProfit,
    gap: actualProfit - plannedProfit,
    parts,
    byOwner: { marketing: effectsOf('marketing'), sales: effectsOf('sales'), shared: effectsOf('shared') },
    flags: stages.flatMap(({ name, actual: count }, index) => {
      const before = stages[index - 1];
      return before && count > before.actual ? [{ stage: name, exceeds: before.name }] : [];
    }),
  };
}

function assertSameStages(plan: Campaign, actual: Campaign): void {
  const stages = ({ funnel }: Campaign) => funnel.map(({ name }) => name).join(', ');
  if (plan.funnel.at(-1)?.name !== 'customers') {
    throw new InputError({ field: 'plan.funnel', code: 'required', expected: 'customers as the last stage' });
  }
  if (stages(plan) !== stages(actual)) {
    const expected = `the stages of the plan: ${stages(plan)}`;
    throw new InputError({ field: 'actual.funnel', code: 'unexpected', expected });
  }
}

/** Counts as given: a volume stands for itself even where the stage before is empty. */
function observedCounts({ funnel }: Campaign): number[] {
  let before = 0;
  return funnel.map(({ volume, rate }) => {
    before = (volume ?? before * fraction(rate ?? 0)) + 0;
    return before;
  });
}

function profitOf(
  stages: readonly ComparedStage[],
  side: 'planned' | 'actual',
  campaign: ExpectedCampaign,
): number {
  const count = (wanted: StageName) => stages.find(({ name }) => name === wanted)?.[side] ?? 0;
  const { costs, averageSale, ordersPerCustomer, margin } = campaign;
  const { value: revenue } = outcome(metrics.revenue, {
    customers: count('customers'),
    averageSale,
    ordersPerCustomer,
  });
  const cost = marketingTotal(costs) + salesTotal(costs, count('opportunities'));
  return outcome(metrics.profit, { revenue, margin, cost }).value ?? 0;
}
