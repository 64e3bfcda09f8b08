import type { Campaign, Costs, Value } from './campaign.ts';
import { checkFunnel } from './check-funnel.ts';
import { type NumberKind, numberProblem } from './check-number.ts';
import { checkTiming } from './check-timing.ts';
import { InputError, type Problem } from './input-error.ts';
import { costOwners } from './owner.ts';

const valueKinds: Record<keyof Value, { kind: NumberKind; required?: true }> = {
  averageSale: { kind: 'amount', required: true },
  grossMargin: { kind: 'margin', required: true },
  ordersPerCustomer: { kind: 'amount' },
  churn: { kind: 'fraction' },
  horizon: { kind: 'amount' },
  retentionSpend: { kind: 'amount' },
  baseline: { kind: 'amount' },
  targetProfit: { kind: 'fraction' },
};

/** Those of the value that are one sure number. */
const alwaysSure: (keyof Value)[] = ['horizon', 'targetProfit'];

export interface CheckOptions {
  /** Counts as they were observed: a later stage may exceed an earlier one, because periods overlap. */
  actual?: boolean;
  /** Put before every field's path: `actual.` when a campaign is one of two. */
  prefix?: string;
}

/** Everything wrong with a campaign, field by field, for a form to show; empty when it can be evaluated. */
export function checkCampaign(
  campaign: Campaign,
  { actual = false, prefix = '' }: CheckOptions = {},
): Problem[] {
  const { costs, funnel, value, timing } = campaign ?? {};
  const problems = [
    ...checkCosts(costs, funnel),
    ...checkFunnel(funnel, actual),
    ...checkValue(value),
    ...(timing === undefined ? [] : checkTiming(timing)),
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

function checkCosts(costs: Costs | undefined, funnel: Campaign['funnel'] | undefined): Problem[] {
  if (!costs) return [{ field: 'costs', code: 'required', expected: 'costs, media at least' }];
  const problems: Problem[] = costs.media === undefined ? checkRange('costs.media', undefined, 'amount') : [];
  for (const [kind, cost] of Object.entries(costs)) {
    const field = `costs.${kind}`;
    if (!(kind in costOwners)) problems.push({ field, code: 'unknown-name', expected: names(costOwners) });
    else if (cost !== undefined) problems.push(...checkRange(field, cost, 'amount'));
  }
  const hasOpportunities = Array.isArray(funnel) && funnel.some((stage) => stage?.name === 'opportunities');
  if ((costs.salesPerOpportunity ?? 0) !== 0 && !hasOpportunities) {
    const expected = 'a funnel with opportunities';
    problems.push({ field: 'costs.salesPerOpportunity', code: 'needs-opportunities', expected });
  }
  return problems;
}

function checkValue(value: Value | undefined): Problem[] {
  if (!value) return [{ field: 'value', code: 'required', expected: 'an average sale and a gross margin' }];
  const unknown = Object.keys(value).filter((key) => !(key in valueKinds));
  const problems = unknown.map((key): Problem => {
    return { field: `value.${key}`, code: 'unknown-name', expected: names(valueKinds) };
  });
  for (const key of Object.keys(valueKinds) as (keyof Value)[]) {
    const { kind, required } = valueKinds[key];
    if (value[key] === undefined && !required) continue;
    const field = `value.${key}`;
    const sure = alwaysSure.includes(key);
    problems.push(
      ...(sure ? [numberProblem(field, value[key], kind) ?? []].flat() : checkRange(field, value[key], kind)),
    );
  }
  return problems;
}

function checkRange(field: string, range: unknown, kind: NumberKind): Problem[] {
  if (typeof range !== 'object' || range === null) return [numberProblem(field, range, kind) ?? []].flat();
  const { low, likely, high } = range as Record<string, unknown>;
  const problems = Object.entries({ low, likely, high }).flatMap(
    ([end, value]) => numberProblem(`${field}.${end}`, value, kind) ?? [],
  );
  const ordered = (low as number) <= (likely as number) && (likely as number) <= (high as number);
  return problems.length || ordered
    ? problems
    : [{ field, code: 'not-a-range', expected: 'low <= likely <= high' }];
}

const names = (table: object): string => `one of ${Object.keys(table).join(', ')}`;
