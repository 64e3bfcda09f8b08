import type { Campaign, FixedCost, StageName } from '../../../../src/roi/index.ts';
import { flowOf, point } from './expected.ts';
import { churnOf, isRecurring, journey, ledgerOf, payments, sumBy } from './happened.ts';

/** What a stage comes to: `due` and `planned` in the plan, `actual` by the date, `forecast` at the end. */
export interface OracleStage {
  name: StageName;
  isMeasured: boolean;
  due: number;
  actual: number;
  planned: number;
  forecast: number;
}

export interface OracleVariance {
  stages: OracleStage[];
  plannedProfit: number;
  actualProfit: number;
  toDate: { planned: number; actual: number };
  /** Effects by input. */
  parts: Map<string, number>;
  /** Of all that was added and taken away. */
  size: number;
}

const fixedCosts: readonly FixedCost[] = ['media', 'production', 'agency', 'tools', 'sales'];

/** How many were counted at each of the stages that anybody counted. */
function countedOf(actual: Campaign): Partial<Record<StageName, number>> {
  const { volume, rates } = flowOf(actual);
  const counted: Partial<Record<StageName, number>> = {};
  let people = volume;
  for (const [at, { name, volume: given }] of actual.funnel.entries()) {
    people = at > 0 && typeof given === 'number' ? given : people * rates[at]!;
    counted[name] = people;
  }
  return counted;
}

/** Of those at one stage by a date, how many in all are at a later one by the end. */
function arriveBy(plan: Campaign, from: number, to: number, asOf: number, end: number | null): number {
  const there = ledgerOf(plan, 0).arrivals[plan.funnel[from]!.name]!;
  const shares = journey(plan, from, to);
  let arrived = 0;
  for (const [month, many] of there.entries()) {
    const by = many * Math.min(1, Math.max(0, asOf - month));
    for (const [later, share] of shares.entries())
      arrived += by * share * (end === null ? 1 : Math.min(1, Math.max(0, end - month - later)));
  }
  return arrived;
}

/** A difference of sums of this size, without what is only their last digits. */
const beyondRounding = (difference: number, size: number): number =>
  Math.abs(difference) <= 1e-12 * size ? 0 : difference;

/** Stage by stage: those who came, those on their way, and the rest as planned. */
export function forecastOf(
  plan: Campaign,
  counted: Partial<Record<StageName, number>>,
  asOf: number | null,
  end: number | null,
): OracleStage[] {
  const { arrivals } = ledgerOf(plan, 0);
  const { rates } = flowOf(plan);
  const stages: OracleStage[] = [];
  let last: number | null = null;
  for (const [j, { name }] of plan.funnel.entries()) {
    const due = sumBy(arrivals[name]!, asOf);
    const planned = sumBy(arrivals[name]!, end);
    const isMeasured = counted[name] !== undefined;
    if (last === null) {
      const actual = isMeasured ? counted[name]! : due;
      stages.push({
        name,
        isMeasured,
        due,
        planned,
        actual,
        forecast: actual + beyondRounding(planned - due, planned),
      });
      if (isMeasured) last = j;
      continue;
    }
    const i = stages[last]!;
    const actual = isMeasured ? counted[name]! : i.due > 0 ? (i.actual * due) / i.due : 0;
    // Of those at i by the date, whoever is on the way to j.
    const inAll = asOf === null || asOf === end ? due : arriveBy(plan, last, j, asOf, end);
    const coming = beyondRounding(inAll - due, planned);
    let rate = 1;
    for (let stage = last + 1; stage <= j; stage++) rate *= rates[stage]!;
    const yieldOfAll = i.planned > 0 ? planned / i.planned : rate;
    const still = i.due > 0 ? coming / i.due : yieldOfAll;
    const isOver = beyondRounding(i.planned - i.due, i.planned) === 0;
    const later = isOver ? yieldOfAll : beyondRounding(planned - due - coming, planned) / (i.planned - i.due);
    stages.push({
      name,
      isMeasured,
      due,
      planned,
      actual,
      forecast: actual + i.actual * still + (i.forecast - i.actual) * later,
    });
    if (isMeasured) last = j;
  }
  return stages;
}

/** Months' worth of orders that a customer who has arrived by then has paid by then, in the plan but for the churn. */
function paidEach(plan: Campaign, by: number | null, churn: number): number {
  if (by === null || !plan.timing) {
    const { horizon } = plan.value;
    if (!isRecurring(plan)) return 1;
    if (horizon === undefined) return 1 / churn;
    return payments({ ...plan, timing: { months: 1 } }, [1], Math.ceil(horizon) + 1, churn).reduce(
      (sum, each) => sum + each,
      0,
    );
  }
  // When they come does not depend on how many.
  const everyone = plan.funnel.map(({ name, delay }, at) => ({
    name,
    ...(delay && { delay }),
    ...(at === 0 ? { volume: 1 } : { rate: 1 }),
  }));
  const customers = ledgerOf({ ...plan, funnel: everyone }, 0).arrivals.customers!;
  const arrived = sumBy(customers, by);
  const paid = payments(plan, customers, Math.ceil(by), churn);
  // Where nobody can have come yet, nobody is late.
  return arrived > 0 ? sumBy(paid, by) / arrived : 1;
}

/** Everything a subset of inputs may set to what it is on either side. */
interface Sides {
  planned: number;
  actual: number;
}

interface Step extends Sides {
  id: string;
}

export function varianceOf(plan: Campaign, actual: Campaign, asked: number | null): OracleVariance {
  const asOf = plan.timing ? (asked ?? plan.timing.months) : null;
  // Whole months are looked at.
  const end = asOf === null ? null : Math.max(Math.ceil(asOf), plan.timing!.months);
  const counted = countedOf(actual);
  const stages = forecastOf(plan, counted, asOf, end);
  const names = stages.map(({ name }) => name);
  const customers = stages[names.indexOf('customers')]!;
  const opportunities = stages[names.indexOf('opportunities')];

  // How many there are is a volume, then the rates from stage to stage.
  const toCustomers = chainOf(stages, stages.length - 1);
  const toOpportunities = chainOf(stages, names.indexOf('opportunities'));
  const players = new Map<string, Sides>();
  const add = (id: string, planned: number, got: number) => players.set(id, { planned, actual: got });
  const value = (side: Campaign, key: 'averageSale' | 'ordersPerCustomer' | 'grossMargin') =>
    point(side.value[key] ?? 1);
  for (const key of ['averageSale', 'ordersPerCustomer', 'grossMargin'] as const)
    add(`value:${key}`, value(plan, key), value(actual, key));
  const churns = { planned: churnOf(plan), actual: plan.value.churn === undefined ? 0 : churnOf(actual) };
  add('value:churn', paidEach(plan, end, churns.planned), paidEach(plan, end, churns.actual));
  const perOpportunity = (side: Campaign) => point(side.costs.salesPerOpportunity ?? 0);
  add('cost:salesPerOpportunity', perOpportunity(plan), perOpportunity(actual));
  const { costs } = ledgerOf(plan, 0);
  // What is spent whatever happens is its own part, whichever went before.
  const fixed = new Map<string, Sides>();
  for (const kind of fixedCosts) {
    const planned = sumBy(costs[kind], end);
    const got = point(actual.costs[kind] ?? 0) + planned - sumBy(costs[kind], asOf);
    fixed.set(`cost:${kind}`, { planned, actual: got });
  }
  const spentOn = (side: keyof Sides) => [...fixed.values()].reduce((sum, sides) => sum + sides[side], 0);

  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.min(1, part / whole));
  const rho = share(customers.actual, customers.forecast);
  const sigma = opportunities ? share(opportunities.actual, opportunities.forecast) : 1;

  function profitWhere(isActual: (id: string) => boolean): number {
    const of = (id: string) => (isActual(id) ? players.get(id)!.actual : players.get(id)!.planned);
    const many = (chain: readonly Step[]) =>
      chain.reduce((product, step) => product * (isActual(step.id) ? step.actual : step.planned), 1);
    const won = many(toCustomers);
    const planned = (id: string) => players.get(id)!.planned;
    const brings = (each: (id: string) => number) =>
      each('value:averageSale') *
      each('value:ordersPerCustomer') *
      each('value:grossMargin') *
      each('value:churn');
    const worked = opportunities ? many(toOpportunities) : 0;
    const cost = 'cost:salesPerOpportunity';
    let profit = rho * won * brings(of) + (1 - rho) * won * brings(planned);
    profit -= worked * (sigma * of(cost) + (1 - sigma) * planned(cost));
    return profit;
  }

  const parts = shapley(
    [...new Set([...[...toCustomers, ...toOpportunities].map(({ id }) => id), ...players.keys()])],
    (subset) => profitWhere((id) => subset.has(id)),
  );
  for (const [id, { planned, actual: got }] of fixed) parts.set(id, planned - got);
  const ordered = (side: Campaign) => value(side, 'averageSale') * value(side, 'ordersPerCustomer');
  const paid = players.get('value:churn')!;
  const most =
    Math.max(customers.planned, customers.forecast) *
    Math.max(ordered(plan), ordered(actual)) *
    Math.max(paid.planned, paid.actual);
  const worked =
    Math.max(opportunities?.planned ?? 0, opportunities?.forecast ?? 0) *
    Math.max(perOpportunity(plan), perOpportunity(actual));
  const observed = fixedCosts.reduce((sum, kind) => sum + point(actual.costs[kind] ?? 0), 0);
  const due = fixedCosts.reduce((sum, kind) => sum + sumBy(costs[kind], asOf), 0);
  return {
    stages,
    plannedProfit: profitWhere(() => false) - spentOn('planned'),
    actualProfit: profitWhere(() => true) - spentOn('actual'),
    toDate: {
      planned:
        customers.due * ordered(plan) * value(plan, 'grossMargin') * paidEach(plan, asOf, churns.planned) -
        due -
        (opportunities?.due ?? 0) * perOpportunity(plan),
      actual:
        customers.actual *
          ordered(actual) *
          value(actual, 'grossMargin') *
          paidEach(plan, asOf, churns.planned) -
        observed -
        (opportunities?.actual ?? 0) * perOpportunity(actual),
    },
    parts,
    size: most + worked + spentOn('planned') + spentOn('actual') + observed + due,
  };
}

/**
 * From measured stage to measured stage, passing over one that is empty on one side while somebody came further; the
 * stage asked for always ends it.
 */
function chainOf(stages: readonly OracleStage[], end: number): Step[] {
  const steps: Step[] = [];
  let before: OracleStage | undefined;
  for (let at = 0; at <= end; at++) {
    const stage = stages[at]!;
    const after = stages.slice(at + 1);
    const isEmpty =
      (stage.planned === 0 && after.some(({ planned }) => planned > 0)) ||
      (stage.forecast === 0 && after.some(({ forecast }) => forecast > 0));
    if (at < end && (!stage.isMeasured || isEmpty)) continue;
    if (!before) steps.push({ id: 'volume', planned: stage.planned, actual: stage.forecast });
    else {
      const planned = before.planned > 0 ? stage.planned / before.planned : null;
      const got = before.forecast > 0 ? stage.forecast / before.forecast : null;
      // What nobody came to try went as on the other side.
      steps.push({ id: `rate:${stage.name}`, planned: planned ?? got ?? 0, actual: got ?? planned ?? 0 });
    }
    before = stage;
  }
  return steps;
}

/** The mean of what each input adds, over all the subsets that may have gone before it. */
export function shapley(players: readonly string[], worth: (subset: ReadonlySet<string>) => number) {
  const n = players.length;
  const worths = Array.from({ length: 2 ** n }, (_, bits) =>
    worth(new Set(players.filter((_player, at) => bits & (1 << at)))),
  );
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
  const parts = new Map<string, number>();
  for (const [at, player] of players.entries()) {
    let effect = 0;
    for (let bits = 0; bits < 2 ** n; bits++) {
      if (bits & (1 << at)) continue;
      let size = 0;
      for (let other = 0; other < n; other++) if (bits & (1 << other)) size++;
      const orders = (factorial(size) * factorial(n - size - 1)) / factorial(n);
      effect += orders * (worths[bits | (1 << at)]! - worths[bits]!);
    }
    parts.set(player, effect);
  }
  return parts;
}
