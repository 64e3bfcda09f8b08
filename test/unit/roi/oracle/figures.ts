import { defaultOwner } from '../../../../src/roi/campaign/owner.ts';
import type { Campaign, MetricId, Owner, StageName } from '../../../../src/roi/index.ts';
import { flowOf, point } from './expected.ts';
import { churnOf, happenedBy, isRecurring, ledgerOf, monthsOfOrders } from './happened.ts';

/** A number, null for an answer that does not exist, undefined where it hangs on the last digits or nobody has said. */
export type Answer = number | null | undefined;

/** What is summed up by the end of a month, in currency units. */
export interface Money {
  marketing: number;
  sales: number;
  cost: number;
  /** What opportunities cost. */
  worked: number;
  /** As customers pay; null where it has no end. */
  revenue: number | null;
}

/** Without a date: everything. */
export function moneyBy(campaign: Campaign, until: number | null): Money {
  const { costs, paid } = happenedBy(campaign, until);
  const { averageSale, ordersPerCustomer = 1 } = campaign.value;
  const marketing = costs.media + costs.production + costs.agency + costs.tools;
  const sales = costs.sales + costs.salesPerOpportunity;
  return {
    marketing,
    sales,
    cost: marketing + sales,
    worked: costs.salesPerOpportunity,
    revenue: paid === null ? null : paid * point(averageSale) * point(ordersPerCustomer),
  };
}

/** The model answers for nothing larger. */
const LIMIT = 1e15;

/** A difference of amounts of this size below which its sign is rounding. */
const NOISE = 1e-9;

/** A quotient: no answer when nothing is below the line. */
function over(above: Answer, below: Answer, size = 1e-6): Answer {
  if (above === undefined || below === undefined) return undefined;
  if (above === null || below === null || below === 0) return null;
  return Math.abs(below) <= NOISE * size ? undefined : above / below;
}

/** A quotient that has an answer only above zero: what never breaks even has none. */
function overPositive(above: Answer, below: Answer, size: number): Answer {
  if (below !== null && below !== undefined && below < -NOISE * size) return null;
  return over(above, below, size);
}

const product = (...factors: Answer[]): Answer =>
  factors.includes(undefined)
    ? undefined
    : factors.includes(null)
      ? null
      : (factors as number[]).reduce((all, each) => all * each, 1);

/** The share of one stage that ever reaches a later one; null without either. */
function rateBetween(campaign: Campaign, from: StageName, to: StageName): number | null {
  const first = campaign.funnel.findIndex(({ name }) => name === from);
  const last = campaign.funnel.findIndex(({ name }) => name === to);
  if (first < 0 || last < 0) return null;
  const { rates } = flowOf(campaign);
  let share = 1;
  for (let stage = first + 1; stage <= last; stage++) share *= rates[stage]!;
  return share;
}

/**
 * Every metric, of what has happened by the end of a month.
 *
 * @param until null: of everything
 */
export function figures(campaign: Campaign, until: number | null): Record<MetricId, Answer> {
  const { value, timing } = campaign;
  const { counts, costs, paid } = happenedBy(campaign, until);
  const { marketing, cost, worked, revenue } = moneyBy(campaign, until);
  const inTheEnd = happenedBy(campaign, null);
  const allMoney = moneyBy(campaign, null);
  const ads = costs.media;
  const margin = point(value.grossMargin);
  const target = value.targetProfit;
  const sale = point(value.averageSale);
  const orders = point(value.ordersPerCustomer ?? 1);
  const recurring = isRecurring(campaign);
  const churn = churnOf(campaign);
  const discount = (1 + (timing?.discountRate ?? 0)) ** (1 / 12) - 1;
  const count = (stage: StageName, at = counts): Answer =>
    campaign.funnel.some(({ name }) => name === stage) ? at[stage]! : null;
  const customers = count('customers');
  const conversions = (at = counts) => count('leads', at) ?? count('customers', at);

  const profit = revenue === null ? null : revenue * margin - cost;
  const returned = (brought: Answer, spent: number): Answer =>
    brought === null || brought === undefined ? brought : over(brought - spent, spent);
  const goods = revenue === null ? null : revenue * (1 - margin);
  const looked = moneyBy(campaign, timing?.months ?? null);
  const baseline =
    value.baseline === undefined
      ? null
      : !timing || until === null || until === timing.months
        ? point(value.baseline)
        : (over(product(point(value.baseline), revenue), looked.revenue) ?? undefined);

  const life = recurring ? monthsOfOrders(churn, value.horizon) : 1;
  const lifetime = life === null ? null : sale * orders * margin * life;
  const fixed = cost - worked;
  // Of a customer, within the months: what they bring, and what sales spent to win them.
  const each = customers ? (paid === null ? null : (sale * orders * margin * paid) / customers) : undefined;
  const workedEach = customers ? worked / customers : undefined;
  const leftEach = each === null || each === undefined || workedEach === undefined ? each : each - workedEach;
  const breakEvenCustomers =
    customers === 0
      ? undefined
      : overPositive(fixed, leftEach, Math.abs(each ?? 0) + Math.abs(workedEach ?? 0));
  const wholeCustomers =
    typeof breakEvenCustomers === 'number'
      ? Math.abs(breakEvenCustomers - Math.round(breakEvenCustomers)) < 1e-6 * (1 + breakEvenCustomers)
        ? undefined
        : Math.ceil(breakEvenCustomers)
      : breakEvenCustomers;
  const contribution = revenue === null ? null : over(revenue * margin - worked, ads);
  // What a unit of media brings is a difference of sums. Where those are a million times as large, nothing but their
  // last digits says whether it is a little more than a unit.
  const isLastDigits =
    typeof contribution === 'number' && Math.abs(contribution - 1) * 1e-9 < (Number.EPSILON * fixed) / ads;

  const winnable = inTheEnd.counts.customers ?? 0;
  const leads = count('leads', inTheEnd.counts);
  const clicks = count('clicks', inTheEnd.counts);
  // Of the rates alone: how many leads there are does not matter.
  const perLead = rateBetween(campaign, 'leads', 'customers');
  const perOpportunity = rateBetween(campaign, 'opportunities', 'customers');
  const workedForOne =
    perOpportunity === null ? 0 : over(point(campaign.costs.salesPerOpportunity ?? 0), perOpportunity);
  const maximumCpl =
    perLead === 0
      ? undefined
      : typeof workedForOne !== 'number'
        ? workedForOne
        : product(lifetime === null ? null : lifetime - workedForOne, perLead);
  const cac = over(cost, customers);
  const retention = 1 - churn;
  const keeps = sale * orders * margin - point(value.retentionSpend ?? 0);
  const discounted = (grow: number): Answer =>
    value.churn === undefined || timing?.discountRate === undefined
      ? null
      : overPositive(keeps * grow, 1 + discount - retention, 1);

  return {
    revenue,
    profit,
    roiMargin: returned(product(revenue, margin), cost),
    roiTotalCost:
      revenue === null || goods === null ? null : over(revenue - goods - cost, goods + cost, goods + cost),
    roiRevenue: returned(revenue, cost),
    roas: over(revenue, ads),
    mer: over(revenue, marketing),
    incrementalRoi:
      typeof baseline === 'number' && revenue !== null
        ? returned((revenue - baseline) * margin, cost)
        : baseline === undefined
          ? undefined
          : null,
    cpm: product(1000, over(ads, count('impressions'))),
    cpc: over(ads, count('clicks')),
    ctr: over(count('clicks'), count('impressions')),
    cvr: over(conversions(), count('clicks')),
    cpl: over(marketing, count('leads')),
    costPerMql: over(marketing, count('mql')),
    costPerSql: over(marketing, count('sql')),
    cac,
    breakEvenRoas: overPositive(1, margin, 1),
    breakEvenRoasAllCosts: overPositive(over(cost, ads), margin, 1),
    targetRoas: target === undefined ? null : overPositive(1, margin - target, 1),
    targetRoasAllCosts: target === undefined ? null : overPositive(over(cost, ads), margin - target, 1),
    breakEvenCustomers,
    breakEvenLeads: over(wholeCustomers, over(customers, count('leads'))),
    breakEvenSpend:
      typeof contribution === 'number'
        ? isLastDigits
          ? undefined
          : overPositive(fixed - ads, contribution - 1, 1 + Math.abs(contribution))
        : contribution,
    maximumCpl,
    maximumCplAllCosts: lifetime === null ? null : over(lifetime * winnable - allMoney.sales, leads),
    maximumCpc: product(maximumCpl, over(conversions(inTheEnd.counts), clicks)),
    maximumCpcAllCosts:
      lifetime === null ? null : over(lifetime * winnable - (allMoney.cost - inTheEnd.costs.media), clicks),
    lifetimeValue: lifetime,
    ltvToCac: over(lifetime, cac),
    cacPayback: recurring ? overPositive(cac, sale * orders * margin, 1) : null,
    clvFirstCertain: discounted(1 + discount),
    clvFirstUncertain: discounted(retention),
    ...cashFigures(campaign, discount),
  };
}

type CashMetric = 'npv' | 'irr' | 'mirr' | 'payback' | 'discountedPayback' | 'peakExposure';

/** What moves in each of the months looked at. */
export function flowsOf(campaign: Campaign): number[] | null {
  const { timing, value } = campaign;
  if (!timing) return null;
  const { costs, paid } = ledgerOf(campaign, timing.months);
  const earned = point(value.averageSale) * point(value.ordersPerCustomer ?? 1) * point(value.grossMargin);
  return Array.from({ length: timing.months }, (_, month) => {
    const spent = Object.values(costs).reduce((sum, series) => sum + (series[month] ?? 0), 0);
    return paid[month]! * earned - spent;
  });
}

/** Cash by month: what is worth what at the first month's value, and when it has come back. */
function cashFigures(campaign: Campaign, discount: number): Record<CashMetric, Answer> {
  const flows = flowsOf(campaign);
  if (!flows)
    return { npv: null, irr: null, mirr: null, payback: null, discountedPayback: null, peakExposure: null };
  const discounted = flows.map((flow, month) => flow / (1 + discount) ** month);
  const npv = discounted.reduce((sum, flow) => sum + flow, 0);
  let cumulative = 0;
  let lowest = 0;
  for (const flow of flows) {
    cumulative += flow;
    lowest = Math.min(lowest, cumulative);
  }
  return {
    npv: Number.isFinite(npv) ? npv : undefined,
    // `cash.test.ts` and the published vectors answer for rates of return.
    irr: undefined,
    mirr: undefined,
    payback: paidBack(flows),
    discountedPayback: paidBack(discounted),
    peakExposure: -lowest + 0,
  };
}

/** The last time that the cumulative flow turns non-negative, within the month as if it flowed evenly. */
function paidBack(flows: readonly number[]): Answer {
  const size = flows.reduce((sum, flow) => sum + Math.abs(flow), 0);
  if (!Number.isFinite(size)) return undefined;
  let cumulative = 0;
  let back: number | null = 0;
  for (const [month, flow] of flows.entries()) {
    const before = cumulative;
    cumulative += flow;
    if (cumulative !== 0 && Math.abs(cumulative) < NOISE * size) return undefined;
    if (Math.abs(flow) > LIMIT) return undefined;
    if (cumulative < 0) back = null;
    else if (back === null) back = month - 1 + -before / flow;
  }
  return back;
}

/** A stage's count and what each costs: of marketing's own, what marketing spends; from the first other on, everything. */
export function stagesBy(campaign: Campaign, until: number | null) {
  const { counts } = happenedBy(campaign, until);
  const { marketing, cost } = moneyBy(campaign, until);
  let isMarketings = true;
  return campaign.funnel.map(({ name, owner = defaultOwner(name) as Owner }) => {
    isMarketings &&= owner === 'marketing';
    return {
      name,
      owner,
      count: counts[name]!,
      costPer: over(isMarketings ? marketing : cost, counts[name]!),
    };
  });
}

/** What falls beyond the months looked at; null where it has no end. */
export function tailOf(campaign: Campaign): { [Each in keyof Money]: number | null } {
  const within = moneyBy(campaign, campaign.timing?.months ?? null);
  const all = moneyBy(campaign, null);
  const pays =
    happenedBy(campaign, null).counts.customers! * point(campaign.value.ordersPerCustomer ?? 1) > 0;
  return {
    marketing: all.marketing - within.marketing,
    sales: all.sales - within.sales,
    cost: all.cost - within.cost,
    worked: all.worked - within.worked,
    // Nobody pays nothing, even for ever.
    revenue: pays ? (all.revenue === null ? null : all.revenue - within.revenue!) : 0,
  };
}
