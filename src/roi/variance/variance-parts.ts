import type { Campaign, CostKind, Owner, Range, StageName } from '../campaign/campaign.ts';
import { fixedCosts } from '../campaign/fixed-costs.ts';
import { costOwners } from '../campaign/owner.ts';
import { portion, type Standing } from '../campaign/standing.ts';
import { ownInterval } from '../chance/own-interval.ts';
import type { LeverId } from '../goal/lever.ts';
import type { ComparedStage } from './forecast.ts';
import { type ComparedFactor, funnelChain } from './funnel-chain.ts';
import { funnelLuck } from './funnel-luck.ts';
import { shapleyOfProduct } from './shapley-of-product.ts';

/** One input's share of the gap between the plan and what it now looks like. */
export interface VariancePart {
  /** `volume` is what entered the funnel, whatever it cost: media has a part of its own. */
  input: LeverId;
  /** `shared` where a step spans stages of several owners: nobody can tell at which of them it went wrong. */
  owner: Owner;
  /**
   * Only where stages were passed over, since nobody measured them, or nobody was counted there while somebody came
   * further: the step leads from this stage to that one. A volume has no `from`: it is what was first counted, at `to`.
   */
  from?: StageName;
  to?: StageName;
  /** Set where nobody measured a stage of this step. */
  isUnmeasured?: boolean;
  /** Whether it differs from the plan by no more than chance: within the 10th to 90th percentile of its own luck. */
  mayBeChance: boolean;
  /** In the plan, and as it now looks: a count, a fraction or currency units. */
  planned: number;
  actual: number;
  /** Currency units of profit, above zero when it helped. */
  effect: number;
}

/** What is compared. */
export interface Comparison {
  plan: Campaign;
  stages: readonly ComparedStage[];
  /** The plan at the date, and at the end of the months looked at. */
  due: Standing;
  planned: Standing;
  /** As it now looks at that end: with what was observed of prices and customers, and what will have been spent. */
  forecast: Standing;
}

/** A product of factors, so many times, that profit is a sum of. */
interface Product {
  factors: readonly ComparedFactor[];
  weight: number;
}

/**
 * The parts of a gap in profit. Profit is a sum of products (margin on what customers buy, less what opportunities
 * cost, less each fixed cost), and Shapley's value of a sum is the sum of the values. Of the customers there will be,
 * those who have come bring what they were seen to bring, the others what the plan says; likewise with what an
 * opportunity costs.
 */
export function varianceParts(comparison: Comparison): VariancePart[] {
  const parts = new Map<string, VariancePart>();
  for (const { factors, weight } of productsOf(comparison)) {
    const effects = shapleyOfProduct(
      factors.map(({ planned }) => planned),
      factors.map(({ actual }) => actual),
    );
    for (const [i, { id, shown, ...factor }] of factors.entries()) {
      // What was first counted need not be the same stage on the way to opportunities as on the way to customers.
      const key = `${id} ${factor.to}`;
      const effect = (parts.get(key)?.effect ?? 0) + weight * effects[i]! + 0;
      parts.set(key, { input: id, ...factor, ...shown, effect });
    }
  }
  return [...parts.values()].map((part) =>
    isAsPlanned(part) ? { ...part, actual: part.planned, effect: 0 } : part,
  );
}

/** Rounding is no difference. */
const isAsPlanned = ({ planned, actual }: VariancePart): boolean =>
  Math.abs(planned - actual) <= 1e-9 * Math.abs(planned);

/** Profit as it was planned, and as it now looks. */
export function profits(comparison: Comparison): { planned: number; forecast: number } {
  let [planned, forecast] = [0, 0];
  for (const { factors, weight } of productsOf(comparison)) {
    planned += weight * factors.reduce((product, factor) => product * factor.planned, 1);
    forecast += weight * factors.reduce((product, factor) => product * factor.actual, 1);
  }
  return { planned, forecast };
}

function productsOf(comparison: Comparison): Product[] {
  const { plan, stages, due } = comparison;
  const luck = funnelLuck(plan, due);
  const opened = stages.findIndex(({ name }) => name === 'opportunities');
  const work = [costFactor(comparison, 'salesPerOpportunity')];
  const { factors, weight } = worth(comparison);
  return [
    ...soFarAndStill(funnelChain(stages, luck), stages.at(-1)!, factors, weight),
    ...(opened < 0 ? [] : soFarAndStill(funnelChain(stages, luck, opened), stages[opened]!, work, -1)),
    ...fixedCosts.map((kind) => ({ factors: [costFactor(comparison, kind)], weight: -1 })),
  ];
}

/** Those at the end of a chain: who has come, at what was seen of each; who has not, at what is planned. */
function soFarAndStill(
  chain: readonly ComparedFactor[],
  { actual, forecast }: ComparedStage,
  each: readonly ComparedFactor[],
  weight: number,
): Product[] {
  const soFar = forecast === 0 ? 1 : Math.min(1, actual / forecast);
  const plannedEach = each.reduce((product, { planned }) => product * planned, 1);
  return [
    { factors: [...chain, ...each], weight: weight * soFar },
    { factors: chain, weight: weight * (1 - soFar) * plannedEach },
  ];
}

function costFactor({ plan, planned, forecast }: Comparison, kind: CostKind): ComparedFactor {
  // Of what is spent whatever happens, as much as falls within the months looked at.
  const share = kind === 'salesPerOpportunity' ? 1 : planned.progress.spent[kind];
  const actual = forecast.campaign.costs[kind];
  return {
    id: `cost:${kind}`,
    owner: costOwners[kind],
    planned: planned.campaign.costs[kind] * share,
    actual,
    mayBeChance: isExpected(plan.costs[kind], share > 0 ? actual / share : actual),
  };
}

/** The margin that a customer brings within the months looked at: factors that may differ, and one that does not. */
function worth({ plan, planned, forecast }: Comparison): Product {
  const [from, to] = [planned.campaign, forecast.campaign];
  const factor = (
    kind: 'averageSale' | 'ordersPerCustomer' | 'grossMargin' | 'churn',
    moved: { planned: number; actual: number },
    shown = moved,
  ): ComparedFactor => {
    const mayBeChance = isExpected(plan.value[kind], shown.actual);
    return { id: `value:${kind}`, owner: 'shared', ...moved, shown, mayBeChance };
  };
  const factors = [
    factor('averageSale', { planned: from.averageSale, actual: to.averageSale }),
    factor('ordersPerCustomer', { planned: from.ordersPerCustomer, actual: to.ordersPerCustomer }),
    factor('grossMargin', { planned: from.margin, actual: to.margin }),
  ];
  const stay = { planned: periodsOf(planned), actual: periodsOf(forecast) };
  if (from.churn === null) return { factors, weight: stay.planned };
  const churn = { planned: from.churn, actual: to.churn ?? from.churn };
  return { factors: [...factors, factor('churn', stay, churn)], weight: 1 };
}

/** Months' worth of orders that a customer pays within the months looked at (1 for all of a single purchase). */
const periodsOf = ({ progress }: Standing): number =>
  portion(progress.paid ?? 0, progress.arrived.at(-1) ?? 0);

/** Whether what was observed lies within what the plan said it may be; a sure number may be nothing else. */
function isExpected(given: Range | undefined, actual: number): boolean {
  const own = given === undefined ? null : ownInterval(given);
  return own !== null && actual >= own.low && actual <= own.high;
}
