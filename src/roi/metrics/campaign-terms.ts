import type { StageName } from '../campaign/campaign.ts';
import { isRecurring } from '../campaign/expected-campaign.ts';
import { expectedPeriods } from '../campaign/expected-periods.ts';
import { marketingSpent } from '../campaign/fixed-costs.ts';
import { isStage } from '../campaign/owner.ts';
import { countAt, portion, rateBetween, type Standing } from '../campaign/standing.ts';
import type { ReasonCode } from './reason.ts';

/** What a name in a formula stands for, or why the campaign cannot say. */
export type Term = (standing: Standing) => number | ReasonCode;

/** How many have reached a stage by then. */
const count =
  (stage: StageName): Term =>
  (standing) =>
    countAt(standing, stage) ?? 'stage-not-in-funnel';

const adSpend = ({ campaign, progress }: Standing): number => campaign.costs.media * progress.spent.media;

const marketingCost = ({ campaign, progress }: Standing): number =>
  marketingSpent(campaign.costs, (kind) => progress.spent[kind]);

/** What sales costs whatever happens. */
const salesTeam = ({ campaign, progress }: Standing): number => campaign.costs.sales * progress.spent.sales;

const salesCost = (standing: Standing): number =>
  salesTeam(standing) +
  standing.campaign.costs.salesPerOpportunity * (countAt(standing, 'opportunities') ?? 0);

const cost = (standing: Standing): number => marketingCost(standing) + salesCost(standing);

/** Leads, or customers where the funnel has no leads. */
export const conversions: Term = (standing) =>
  countAt(standing, 'leads') ?? countAt(standing, 'customers') ?? 'stage-not-in-funnel';

export const revenuePerPeriod = ({ campaign }: Standing): number =>
  campaign.averageSale * campaign.ordersPerCustomer;

/** Orders that a customer has paid by then, on average over those won by then. */
const ordersPerCustomer: Term = ({ campaign, progress }) =>
  progress.paid === null
    ? 'needs-a-horizon'
    : campaign.ordersPerCustomer * portion(progress.paid, progress.arrived.at(-1) ?? 0);

const revenue: Term = (standing) => {
  const customers = count('customers')(standing);
  if (typeof customers !== 'number') return customers;
  const orders = ordersPerCustomer(standing);
  return typeof orders === 'number' ? customers * standing.campaign.averageSale * orders : orders;
};

const costOfGoods: Term = (standing) => {
  const earned = revenue(standing);
  return typeof earned === 'number' ? earned * (1 - standing.campaign.margin) : earned;
};

const leadToCustomer: Term = (standing) =>
  rateBetween(standing, 'leads', 'customers') ?? 'stage-not-in-funnel';

const salesCostPerCustomer: Term = (standing) => {
  const { salesPerOpportunity } = standing.campaign.costs;
  if (salesPerOpportunity === 0) return 0;
  const rate = rateBetween(standing, 'opportunities', 'customers');
  return rate ? salesPerOpportunity / rate : 'no-customers-yet';
};

/**
 * What formulas have in common beside the stages. Money in currency units, rates as fractions. `cost` is all that was
 * spent to win these customers, marketing and sales; `adSpend` is media alone. A name that few metrics use comes with
 * them (`terms` of a row), so that a page that shows none of them does not load it.
 */
const terms: Readonly<Record<string, Term>> = {
  adSpend,
  marketingCost,
  salesCost,
  cost,
  fixedCost: (standing) => marketingCost(standing) + salesTeam(standing),
  salesCostPerCustomer,
  leadToCustomer,
  averageSale: ({ campaign }) => campaign.averageSale,
  margin: ({ campaign }) => campaign.margin,
  ordersPerCustomer,
  revenue,
  costOfGoods,
  // However many there are, none of them comes within the months looked at.
  inTime: ({ progress, months }) =>
    months !== null && progress.arrived.at(-1) === 0 ? 'never-breaks-even' : 1,
  recurring: ({ campaign }) => (isRecurring(campaign) ? 1 : 'not-recurring'),
  revenuePerPeriod,
  expectedPeriods: ({ campaign }) =>
    isRecurring(campaign) ? (expectedPeriods(campaign.churn ?? 0, campaign.horizon) ?? 'needs-a-horizon') : 1,
};

/**
 * What the names of a formula stand for, and no others: a goal asks for a few of them a thousand times.
 *
 * @param own names that a metric brings itself
 */
export function campaignTerms(
  standing: Standing,
  names: readonly string[],
  own?: Readonly<Record<string, Term>>,
): Record<string, number | ReasonCode> {
  const found: Record<string, number | ReasonCode> = {};
  for (const name of names) {
    const term = isStage(name) ? count(name) : (own?.[name] ?? terms[name]);
    if (term) found[name] = term(standing);
  }
  return found;
}
