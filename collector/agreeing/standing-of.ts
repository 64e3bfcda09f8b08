import { type DueFigures, dueBy } from 'unisono/calculator';
import {
  type Campaign,
  type CostKind,
  costOwners,
  evaluateCampaign,
  explainVariance,
  InputError,
  type Measure,
  type Owner,
  type RankedLever,
  rankLevers,
  type StageName,
  type Variance,
} from 'unisono/roi';
import type { Actuals } from '../measuring/actuals-of.ts';
import type { Agreed } from './agreed.ts';
import { campaignNow } from './campaign-now.ts';
import { observedCampaign } from './observed-campaign.ts';

/** One line of what was agreed on, and how it stands. Unrounded; money in major units. */
export interface Line<What> {
  what: What;
  owner: Owner;
  /** In all, and by today. */
  agreed: number;
  due: number;
  /** `null`: nobody measured it. */
  happened: number | null;
  /** As it now looks in the end. */
  forecast: number;
}

/** What an owner is to bring next. */
export interface NextDelivery {
  what: StageName;
  owner: Owner;
  /**
   * As agreed, whole; and what is behind today, whole and never below zero. What the other owner did not bring is not
   * this one's to catch up.
   */
  agreed: number;
  behind: number;
}

export interface Standing {
  /** Months since the start, at most as many as the plan has. */
  asOf: number;
  months: number;
  stages: Line<StageName>[];
  money: Line<CostKind | 'revenue'>[];
  profit: { agreed: number; forecast: number };
  /** By the pinned definition; `null` where it has no answer. */
  roi: { agreed: number | null; forecast: number | null };
  variance: Variance;
  /** Of the month after this one; of what is left of the last. */
  next: NextDelivery[];
  isLastMonth: boolean;
  /** The campaign as it now looks, and what moves it most. */
  now: Campaign;
  lever: { metric: Measure; ranked: RankedLever } | null;
}

function roiOf(campaign: Campaign, definition: Agreed['definition']): number | null {
  const metrics = Object.values(evaluateCampaign(campaign).metrics);
  return metrics.find((metric) => metric.definition === definition)?.value ?? null;
}

const personStages: readonly StageName[] = ['leads', 'mql', 'sql', 'opportunities', 'customers'];

/**
 * How an objective stands at a moment.
 *
 * @param since months since its start, zero or more
 * @returns `null` for what no model compares, such as a thousand times as many leads as visits
 */
export function standingOf(
  { campaign, definition, goal }: Agreed,
  actuals: Actuals,
  since: number,
): Standing | null {
  const months = campaign.timing?.months ?? 1;
  const asOf = Math.min(since, months);
  try {
    const variance = explainVariance(campaign, observedCampaign(campaign, actuals, asOf), { asOf });
    const now = campaignNow(campaign, variance);
    const metric = goal?.metric ?? 'profit';
    const ranked = rankLevers(now, { metric }).levers.find(({ swing }) => swing !== null);
    return {
      asOf,
      months,
      stages: variance.stages.map(({ name, owner, due, actual, planned, forecast, isMeasured }) => ({
        what: name,
        owner,
        agreed: planned,
        due,
        happened: isMeasured ? actual : null,
        forecast,
      })),
      money: moneyOf(campaign, actuals, variance, asOf),
      profit: { agreed: variance.plannedProfit, forecast: variance.actualProfit },
      roi: { agreed: roiOf(campaign, definition), forecast: roiOf(now, definition) },
      variance,
      next: nextOf(campaign, variance, asOf),
      isLastMonth: Math.floor(asOf) + 1 >= months,
      now,
      lever: ranked ? { metric, ranked } : null,
    };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** What is won and what is spent. Revenue is that of a customer's first order, since that is what sales writes down. */
function moneyOf(
  campaign: Campaign,
  actuals: Actuals,
  { stages }: Variance,
  asOf: number,
): Line<CostKind | 'revenue'>[] {
  const months = campaign.timing?.months ?? 1;
  const [due, end] = [dueBy(campaign, asOf), dueBy(campaign, months)];
  const customers = stages.at(-1)!;
  const each = end.averageSale * end.ordersPerCustomer;
  const still = Math.max(0, customers.forecast - customers.actual);
  const revenue: Line<'revenue'> = {
    what: 'revenue',
    owner: 'sales',
    agreed: customers.planned * each,
    due: customers.due * each,
    happened: actuals.customers === 0 ? 0 : actuals.revenue,
    forecast: (actuals.revenue ?? customers.actual * each) + still * each,
  };
  return [
    revenue,
    ...(Object.keys(costOwners) as CostKind[])
      .map((kind) => costLine(kind, actuals, stages, due, end))
      .filter(({ agreed, happened }) => agreed > 0 || happened),
  ];
}

function costLine(
  kind: CostKind,
  { costs }: Actuals,
  stages: Variance['stages'],
  due: DueFigures,
  end: DueFigures,
): Line<CostKind> {
  const owner = costOwners[kind];
  if (kind === 'salesPerOpportunity') {
    const opened = stages.find(({ name }) => name === 'opportunities');
    const each = end.costs[kind];
    const [agreed, forecast] = [opened?.planned ?? 0, opened?.forecast ?? 0].map((count) => count * each);
    return {
      what: kind,
      owner,
      agreed: agreed!,
      due: (opened?.due ?? 0) * each,
      happened: null,
      forecast: forecast!,
    };
  }
  const left = end.costs[kind] - due.costs[kind];
  return {
    what: kind,
    owner,
    agreed: end.costs[kind],
    due: due.costs[kind],
    happened: costs[kind],
    forecast: (costs[kind] ?? due.costs[kind]) + left,
  };
}

/**
 * How much of what was due an owner was given by the other one: of few leads few can be opened. More than was due asks
 * nothing more of anybody.
 */
function givenTo({ stages }: Variance, at: number): number {
  const before = stages
    .slice(0, at)
    .findLast(({ owner, isMeasured }) => isMeasured && owner !== stages[at]!.owner);
  return before && before.due > 0 ? Math.min(1, before.actual / before.due) : 1;
}

/** A little less than a whole is a whole, where sums only differ in their last digits. */
const rounding = 1e-9;

function nextOf(campaign: Campaign, variance: Variance, asOf: number): NextDelivery[] {
  const { stages } = variance;
  const months = campaign.timing?.months ?? 1;
  const begun = Math.floor(asOf);
  const isLast = begun + 1 >= months;
  const [from, to] = isLast ? [asOf, months] : [begun + 1, begun + 2];
  const [before, after] = [dueBy(campaign, from).counts, dueBy(campaign, to).counts];
  return stages.flatMap(({ name, owner, isMeasured, due, actual }, at) => {
    if (!isMeasured || !personStages.includes(name)) return [];
    const agreed = Math.max(0, Math.ceil(after[at]!.count! - before[at]!.count! - rounding));
    const behind = Math.max(0, Math.round(due * givenTo(variance, at)) - actual);
    return [{ what: name, owner, agreed, behind }];
  });
}
