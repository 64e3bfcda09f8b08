import type { CostKind, Owner, StageName } from '../campaign/campaign.ts';
import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { costOwners } from '../campaign/owner.ts';
import type { LeverId } from '../goal/lever.ts';
import { type ComparedFactor, type ComparedStage, funnelChain } from './funnel-chain.ts';
import { shapleyOfProduct } from './shapley-of-product.ts';

/** One input's share of the gap between plan and actual. */
export interface VariancePart {
  /** `volume` is what entered the funnel, whatever it cost: media has a part of its own. */
  input: LeverId;
  /** `shared` where a step spans stages of several owners: nobody can tell at which of them it went wrong. */
  owner: Owner;
  /**
   * Only where stages were passed over, since nobody was counted there while somebody came further: the step leads
   * from this stage to that one. A volume has no `from`: it is what was first counted, at `to`.
   */
  from?: StageName;
  to?: StageName;
  /** Where the plan expected it by then: a count, a fraction or currency units. */
  planned: number;
  actual: number;
  /** Currency units of profit, above zero when it helped. */
  effect: number;
}

/**
 * The parts of a gap in profit. Profit is a sum of products (margin on what customers buy, less what opportunities
 * cost, less each fixed cost), and Shapley's value of a sum is the sum of the values.
 */
export function varianceParts(
  stages: readonly ComparedStage[],
  plan: ExpectedCampaign,
  actual: ExpectedCampaign,
): VariancePart[] {
  const shared = (input: LeverId, planned: number, observed: number): ComparedFactor => {
    return { id: input, owner: 'shared', planned, actual: observed };
  };
  const cost = (kind: CostKind): ComparedFactor => {
    return {
      id: `cost:${kind}`,
      owner: costOwners[kind],
      planned: plan.costs[kind],
      actual: actual.costs[kind],
    };
  };
  const opened = stages.findIndex(({ name }) => name === 'opportunities');
  const worked = opened < 0 ? [] : [...funnelChain(stages, opened), cost('salesPerOpportunity')];
  const earned = [
    ...funnelChain(stages),
    shared('value:averageSale', plan.averageSale, actual.averageSale),
    shared('value:ordersPerCustomer', plan.ordersPerCustomer, actual.ordersPerCustomer),
    shared('value:grossMargin', plan.margin, actual.margin),
  ];
  const fixed = (['media', 'production', 'agency', 'tools', 'sales'] as const).map(cost);

  const parts = new Map<string, VariancePart>();
  for (const [factors, sign] of [[earned, 1], [worked, -1], ...fixed.map((each) => [[each], -1])] as [
    ComparedFactor[],
    1 | -1,
  ][]) {
    const effects = shapleyOfProduct(
      factors.map(({ planned }) => planned),
      factors.map(({ actual: observed }) => observed),
    );
    factors.forEach(({ id, ...factor }, i) => {
      // What was first counted need not be the same stage on the way to opportunities as on the way to customers.
      const key = `${id} ${factor.to}`;
      const effect = (parts.get(key)?.effect ?? 0) + sign * effects[i]! + 0;
      parts.set(key, { input: id, ...factor, effect });
    });
  }
  return [...parts.values()];
}
