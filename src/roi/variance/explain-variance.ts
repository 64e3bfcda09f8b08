import type { Campaign, Owner, StageName } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { assertObject } from '../campaign/check/check-fields.ts';
import { assertNumber } from '../campaign/check/check-number.ts';
import { InputError } from '../campaign/check/input-error.ts';
import { type ExpectedCampaign, expectedCampaign } from '../campaign/expected-campaign.ts';
import { fixedCosts, marketingSpent } from '../campaign/fixed-costs.ts';
import { fraction, mean, meanVolume } from '../campaign/mean.ts';
import { portion, type Standing, standingBy, standingsBy } from '../campaign/standing.ts';
import { campaignTerms } from '../metrics/campaign-terms.ts';
import { type ComparedStage, forecastStages } from './forecast.ts';
import { profits, type VariancePart, varianceParts } from './variance-parts.ts';

export interface Variance {
  /** Months since the start that were compared; null: the whole plan. */
  asOf: number | null;
  /** Currency units that the plan expects within the months looked at: its profit as `evaluateCampaign` answers it. */
  plannedProfit: number;
  /**
   * The same as it now looks: what has happened by the date, those on their way at the plan's rates and delays, and the
   * rest as planned.
   */
  actualProfit: number;
  /** `actualProfit - plannedProfit`: the sum of the parts' effects. */
  gap: number;
  /** Cash by the date, in currency units: paid by customers less goods and costs. */
  toDate: { planned: number; actual: number; gap: number };
  /** The stages as they were compared, in the funnel's order. */
  stages: ComparedStage[];
  parts: VariancePart[];
  /** The sum of the effects under each owner. */
  byOwner: Record<Owner, number>;
  /** Observed stages with more in them than in the stage before: possible where periods overlap, worth a look. */
  flags: { stage: StageName; exceeds: StageName }[];
}

/**
 * Splits the gap in profit between a plan and how it now looks into one part for each input (Shapley: the order in which
 * they are looked at does not matter). As of a month, what is on its way is worth what the plan says of it, so that a
 * deal that is not due yet is nobody's fault, and one lead more never a minus. What is paid when is nobody's fault
 * either: on both sides a customer brings what the plan says is paid within the months looked at.
 *
 * @param actual the campaign as observed: what was counted and spent so far, of those stages of the plan that somebody
 * measured. Its own timing is ignored, and a later stage may exceed an earlier one
 * @param options.asOf months since the start, from zero to 1200; part of a month counts in proportion. Default: the end
 * @throws InputError naming the first field of `plan.`, `actual.` or `asOf` that is outside the model
 */
export function explainVariance(plan: Campaign, actual: Campaign, options: { asOf?: number } = {}): Variance {
  assertObject('options', options);
  const { asOf } = options;
  assertCampaign(plan, { prefix: 'plan.' });
  assertCampaign(actual, { prefix: 'actual.', actual: true });
  if (asOf !== undefined) {
    assertNumber('asOf', asOf, 'amount');
    assertNumber('asOf', asOf, 'elapsed');
  }
  assertStagesOf(plan, actual);
  const { timing, value } = plan;
  if (!timing && value.horizon === undefined && value.churn !== undefined && mean(value.churn) === 0) {
    const expected = 'months to look at, since customers stay for ever';
    throw new InputError({ field: 'plan.timing', code: 'required', expected });
  }
  return varianceOf(plan, actual, asOf);
}

/** The same for a plan and actuals that are known to be sound, the actuals with no stage that the plan has not got. */
export function varianceOf(plan: Campaign, actual: Campaign, asOf?: number): Variance {
  const expected = expectedCampaign(plan);
  const months = expected.timing && Math.max(expected.timing.months, Math.ceil(asOf ?? 0));
  const planned = standingBy(expected, months);
  const due = standingBy(expected, asOf ?? months);
  const stages = forecastStages(due, planned, countsOf(plan, actual));
  const observed = expectedCampaign(actual);
  const comparison = { plan, stages, due, planned, forecast: forecastOf(observed, due, planned) };
  const parts = varianceParts(comparison);
  const { planned: plannedProfit, forecast: actualProfit } = profits(comparison);
  const effectsOf = (owner: Owner) =>
    parts.reduce((sum, part) => (part.owner === owner ? sum + part.effect : sum), 0);
  return {
    asOf: asOf === undefined ? null : asOf + 0,
    plannedProfit: plannedProfit + 0,
    actualProfit: actualProfit + 0,
    gap: actualProfit - plannedProfit + 0,
    toDate: cashToDate(due, observed, stages),
    stages,
    parts,
    byOwner: { marketing: effectsOf('marketing'), sales: effectsOf('sales'), shared: effectsOf('shared') },
    flags: flagsOf(stages),
  };
}

/** Those stages of the plan that were measured, in its order. */
function assertStagesOf(plan: Campaign, actual: Campaign): void {
  const names = plan.funnel.map(({ name }) => name);
  if (names.at(-1) !== 'customers') {
    throw new InputError({ field: 'plan.funnel', code: 'required', expected: 'customers as the last stage' });
  }
  const stranger = actual.funnel.findIndex(({ name }) => !names.includes(name));
  if (stranger < 0) return;
  const expected = `a stage of the plan: ${names.join(', ')}`;
  throw new InputError({ field: `actual.funnel[${stranger}].name`, code: 'unexpected', expected });
}

/** What was counted at each stage of the plan, null where nobody did. A volume stands for itself. */
function countsOf(plan: Campaign, { funnel, costs }: Campaign): (number | null)[] {
  const counted = new Map<StageName, number>();
  let before = expectedCampaign({ costs, funnel, value: plan.value }).volume;
  for (const { name, volume, rate } of funnel) {
    before = volume === undefined ? before * fraction(rate ?? 1) : meanVolume(volume);
    counted.set(name, before + 0);
  }
  return plan.funnel.map(({ name }) => counted.get(name) ?? null);
}

/** The plan's pace with what was observed: what is spent by the date is known, the rest is spent as planned. */
function forecastOf(observed: ExpectedCampaign, due: Standing, planned: Standing): Standing {
  const { campaign } = planned;
  const costs = { ...observed.costs };
  for (const kind of fixedCosts) {
    const still = planned.progress.spent[kind] - due.progress.spent[kind];
    costs[kind] = observed.costs[kind] + campaign.costs[kind] * still;
  }
  const { averageSale, ordersPerCustomer, margin } = observed;
  const churn = campaign.churn === null ? null : (observed.churn ?? campaign.churn);
  return standingsBy(
    campaign,
    planned.months,
  )({
    ...campaign,
    costs,
    averageSale,
    ordersPerCustomer,
    margin,
    churn,
  });
}

/** What was paid and spent by the date, in the plan and as observed at the plan's terms of payment. */
function cashToDate(due: Standing, observed: ExpectedCampaign, stages: readonly ComparedStage[]) {
  const { revenue, cost } = campaignTerms(due, ['revenue', 'cost']) as Record<string, number>;
  const planned = revenue! * due.campaign.margin - cost!;
  const paidEach = portion(due.progress.paid ?? 0, due.progress.arrived.at(-1) ?? 0);
  const counted = (name: StageName) => stages.find((stage) => stage.name === name)?.actual ?? 0;
  const { costs, averageSale, ordersPerCustomer, margin } = observed;
  const actual =
    counted('customers') * averageSale * ordersPerCustomer * paidEach * margin -
    marketingSpent(costs, () => 1) -
    costs.sales -
    costs.salesPerOpportunity * counted('opportunities');
  return { planned: planned + 0, actual: actual + 0, gap: actual - planned + 0 };
}

function flagsOf(stages: readonly ComparedStage[]): Variance['flags'] {
  const measured = stages.filter(({ isMeasured }) => isMeasured);
  return measured.flatMap(({ name, actual }, index) => {
    const before = measured[index - 1];
    return before && actual > before.actual ? [{ stage: name, exceeds: before.name }] : [];
  });
}
