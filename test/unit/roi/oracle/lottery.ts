import type { Campaign, Range, Rate, StageName } from '../../../../src/roi/index.ts';
import { point } from './expected.ts';
import { happenedBy, ledgerOf, payments, sumBy } from './happened.ts';

/** One outcome of a campaign by a date: everybody's own luck, and everything uncertain as it turned out. */
export interface Lot {
  counts: Partial<Record<StageName, number>>;
  revenue: number;
  cost: number;
  profit: number;
}

type Chance = () => number;

/** Mulberry32. Source: github.com/bryc/code, PRNGs. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Source: Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26(3). */
function gamma(shape: number, chance: Chance): number {
  if (shape < 1) return gamma(shape + 1, chance) * (1 - chance()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(chance);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Arrivals one after the other until the time is over. */
function poisson(mean: number, chance: Chance): number {
  let many = -1;
  for (let time = 0; time <= mean; many++) time -= Math.log(1 - chance());
  return many;
}

function triangular(range: Range, chance: Chance): number {
  if (typeof range === 'number') return range;
  const { low, likely, high } = range;
  if (low === high) return low;
  const p = chance();
  const turn = (likely - low) / (high - low);
  return p < turn
    ? low + Math.sqrt(p * (high - low) * (likely - low))
    : high - Math.sqrt((1 - p) * (high - low) * (high - likely));
}

function drawnRate(rate: Rate, chance: Chance): number {
  if (typeof rate === 'number') return rate;
  const yes = gamma(rate.hits + 1 / 3, chance);
  return yes / (yes + gamma(rate.of - rate.hits + 1 / 3, chance));
}

/** A month, or a delay, from its shares. */
function pick(shares: readonly number[], chance: Chance): number {
  let left = chance() * shares.reduce((sum, share) => sum + share, 0);
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return at;
  }
  return shares.length - 1;
}

/** The month in which a share of all media has been spent. */
function monthOf(share: number, spend: readonly number[]): number {
  return pick(spend, () => share);
}

/** A part of a person is one with that chance. */
const people = (many: number, chance: Chance): number =>
  Math.floor(many) + (chance() < many - Math.floor(many) ? 1 : 0);

/** One outcome, person by person. */
export function lotOf(campaign: Campaign, by: number, chance: Chance): Lot {
  const { costs, funnel, timing, value } = campaign;
  const drawn = (range: Range | undefined) => (range === undefined ? undefined : triangular(range, chance));
  const media = drawn(costs.media)!;
  const [first] = funnel;
  const { volume, price } = first!;
  const entering =
    price !== undefined
      ? people(media / drawn(price)!, chance)
      : typeof volume === 'object' && 'counted' in volume
        ? poisson(gamma(volume.counted + 1 / 3, chance), chance)
        : people(drawn(volume as Range)!, chance);
  const rates = funnel.map(({ rate }, at) => (at === 0 ? 1 : drawnRate(rate!, chance)));
  const counts: Lot['counts'] = {};
  for (const { name } of funnel) counts[name] = 0;
  for (let person = 0; person < entering; person++) {
    // What is bought in each month is no luck: the first so many in the first month, and so on.
    let month = timing ? monthOf((person + chance()) / entering, timing.spend ?? [1]) : 0;
    for (const [at, { name, delay = [1] }] of funnel.entries()) {
      if (chance() >= rates[at]!) break;
      if (timing) month += pick(delay, chance);
      if (timing && month >= by) break;
      counts[name]!++;
    }
  }
  const worth: Campaign['value'] = {
    ...value,
    averageSale: drawn(value.averageSale)!,
    grossMargin: drawn(value.grossMargin)!,
    ordersPerCustomer: drawn(value.ordersPerCustomer) ?? 1,
    ...(value.churn !== undefined && { churn: drawn(value.churn)! }),
  };
  const sure: Campaign = {
    ...campaign,
    value: worth,
    costs: {
      media,
      production: drawn(costs.production) ?? 0,
      agency: drawn(costs.agency) ?? 0,
      tools: drawn(costs.tools) ?? 0,
      sales: drawn(costs.sales) ?? 0,
    },
  };
  const { costs: spent } = happenedBy(sure, by);
  const fixed = spent.media + spent.production + spent.agency + spent.tools + spent.sales;
  const each = paidOfEach(sure, by);
  const revenue = counts.customers! * each * point(worth.averageSale) * point(worth.ordersPerCustomer!);
  const cost = fixed + (counts.opportunities ?? 0) * (drawn(costs.salesPerOpportunity) ?? 0);
  return { counts, revenue, cost, profit: revenue * point(worth.grossMargin) - cost };
}

/** Months' worth of orders that a customer who has come by then has paid by then: the mean of all of them. */
function paidOfEach(campaign: Campaign, by: number): number {
  if (!campaign.timing) {
    const { paid, counts } = happenedBy(campaign, null);
    return counts.customers! > 0 ? paid! / counts.customers! : 0;
  }
  const customers = ledgerOf(campaign, 0).arrivals.customers!;
  const come = sumBy(customers, by);
  const churn = point(campaign.value.churn ?? 0);
  return come > 0 ? sumBy(payments(campaign, customers, by, churn), by) / come : 0;
}

/** So many outcomes of a campaign by a month. */
export function drawLots(campaign: Campaign, by: number, draws: number, seed: number): Lot[] {
  const chance = chanceOf(seed);
  return Array.from({ length: draws }, () => lotOf(campaign, by, chance));
}
