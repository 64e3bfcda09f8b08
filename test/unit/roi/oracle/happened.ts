import type { Campaign, CostKind, FixedCost, StageName } from '../../../../src/roi/index.ts';
import { flowOf, point } from './expected.ts';

/**
 * A campaign counted month by month in plain loops: an oracle apart from the model. Series begin with the first month.
 */
export interface Ledger {
  /** How many arrive at each stage, all of them. */
  arrivals: Partial<Record<StageName, number[]>>;
  /** What is spent, all of it. */
  costs: Record<CostKind, number[]>;
  /** Months' worth of orders that customers pay, up to the last month asked for. */
  paid: number[];
  /** The same for ever; null where it has no end. */
  paidInAll: number | null;
}

/** Months' worth of orders of a customer who stays as long as they do; null without an end. */
export function monthsOfOrders(churn: number, horizon: number | undefined): number | null {
  if (horizon === undefined) return churn > 0 ? 1 / churn : null;
  let all = 0;
  for (let k = 0; k < horizon; k++) all += (1 - churn) ** k * partOfMonth(churn, horizon - k);
  return all;
}

/** A whole month, or as much of its orders as a customer places in the part of it that counts. */
export function partOfMonth(churn: number, left: number): number {
  if (left >= 1) return 1;
  // 1 - (1 - churn) ** left, exact for tiny churns, too.
  return churn === 0 ? left : -Math.expm1(left * Math.log1p(-churn)) / churn;
}

export const isRecurring = ({ value }: Campaign): boolean =>
  value.churn !== undefined || value.horizon !== undefined;

export const churnOf = ({ value }: Campaign): number => point(value.churn ?? 0);

/** Amounts spread over months as weights say. */
const spread = (amount: number, weights: readonly number[]): number[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (amount * weight) / all);
};

/** Those who set out in a month, each share of them arriving after its delay. */
function later(people: readonly number[], rate: number, delay: readonly number[]): number[] {
  const arrivals: number[] = new Array(people.length + delay.length - 1).fill(0);
  for (const [month, many] of people.entries())
    for (const [late, share] of delay.entries()) arrivals[month + late]! += many * rate * share;
  return arrivals;
}

/** Shares of the stage at `from` that arrive at `to`, by how many months later. */
export function journey(campaign: Campaign, from: number, to: number): number[] {
  const { rates } = flowOf(campaign);
  let shares = [1];
  for (let stage = from + 1; stage <= to; stage++)
    shares = later(shares, rates[stage]!, delayOf(campaign, stage));
  return shares;
}

/** Without timing nothing takes any time. */
const delayOf = ({ funnel, timing }: Campaign, stage: number): readonly number[] =>
  (timing && funnel[stage]!.delay) ?? [1];

/** How customers who arrive in these months pay, in months' worth of orders a month. */
export function payments(campaign: Campaign, customers: readonly number[], months: number, churn: number) {
  const { timing, value } = campaign;
  const collection = timing?.collection ?? [1];
  const life = isRecurring(campaign) ? (value.horizon ?? Number.POSITIVE_INFINITY) : 1;
  const paid: number[] = new Array(months).fill(0);
  for (const [won, many] of customers.entries())
    for (let k = 0; k < life && won + k < months; k++) {
      // The horizon may end within a month.
      const orders = many * (1 - churn) ** k * partOfMonth(churn, life - k);
      for (const [late, share] of collection.entries())
        if (won + k + late < months) paid[won + k + late]! += orders * share;
    }
  return paid;
}

export function ledgerOf(campaign: Campaign, months: number): Ledger {
  const { costs, funnel, timing, value } = campaign;
  const { volume, rates } = flowOf(campaign);
  const spend = timing?.spend ?? [1];
  const arrivals: Ledger['arrivals'] = {};
  let people = spread(volume, spend);
  for (const [stage, { name }] of funnel.entries()) {
    people = later(people, stage === 0 ? 1 : rates[stage]!, delayOf(campaign, stage));
    arrivals[name] = people;
  }
  const evenly: number[] = new Array(timing?.months ?? 1).fill(1);
  const usual: Record<Exclude<FixedCost, 'media'>, number[]> = {
    production: [1],
    agency: [1],
    tools: evenly,
    sales: evenly,
  };
  const fixed = (kind: keyof typeof usual) =>
    spread(point(costs[kind] ?? 0), timing?.costs?.[kind] ?? usual[kind]);
  const customers = arrivals.customers ?? [];
  const perCustomer = isRecurring(campaign) ? monthsOfOrders(churnOf(campaign), value.horizon) : 1;
  return {
    arrivals,
    costs: {
      media: spread(point(costs.media), spend),
      production: fixed('production'),
      agency: fixed('agency'),
      tools: fixed('tools'),
      sales: fixed('sales'),
      salesPerOpportunity: (arrivals.opportunities ?? []).map(
        (many) => many * point(costs.salesPerOpportunity ?? 0),
      ),
    },
    paid: payments(campaign, customers, months, churnOf(campaign)),
    paidInAll: perCustomer === null ? null : sumBy(customers, null) * perCustomer,
  };
}

/** All of a series that has happened by then, a part of a month in proportion; null: all of it. */
export function sumBy(series: readonly number[], until: number | null): number {
  let sum = 0;
  for (const [month, many] of series.entries())
    sum += many * (until === null ? 1 : Math.min(1, Math.max(0, until - month)));
  return sum;
}

/** What has happened by the end of a month; null: everything. */
export interface Happened {
  counts: Partial<Record<StageName, number>>;
  costs: Record<CostKind, number>;
  /** Months' worth of orders paid, of all customers; null where it has no end. */
  paid: number | null;
}

export function happenedBy(campaign: Campaign, asked: number | null): Happened {
  const until = campaign.timing ? asked : null;
  const { arrivals, costs, paid, paidInAll } = ledgerOf(campaign, until === null ? 0 : Math.ceil(until));
  const by = <Key extends string>(series: Partial<Record<Key, number[]>>) =>
    Object.fromEntries(
      Object.entries<number[] | undefined>(series).map(([name, each]) => [name, sumBy(each!, until)]),
    ) as Record<Key, number>;
  return { counts: by(arrivals), costs: by(costs), paid: until === null ? paidInAll : sumBy(paid, until) };
}
