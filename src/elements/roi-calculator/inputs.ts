import type { InputGroup, InputName } from '../../i18n/calculator-messages.ts';
import type { Owner, StageName } from '../../roi/campaign.ts';
import type { Input, Unit } from './input.ts';

const cost = (owner: Owner, arrival: number): Input => ({ group: 'costs', unit: 'money', owner, arrival });
const volume = (volumeOf: StageName, arrival: number): Input => ({
  group: 'funnel',
  unit: 'count',
  owner: 'marketing',
  arrival,
  volumeOf,
});
const rate = (rateOf: StageName, owner: Owner, arrival: number | null): Input => ({
  group: 'funnel',
  unit: 'percent',
  owner,
  arrival,
  rateOf,
});
const shared = (group: InputGroup, unit: Unit, arrival: number | null): Input => ({
  group,
  unit,
  owner: 'shared',
  arrival,
});

/** One line an input, in the order they are asked: the place to add the next. */
export const inputs: Readonly<Record<InputName, Input>> = {
  media: cost('marketing', 5000),
  production: cost('marketing', 0),
  agency: cost('marketing', 0),
  tools: cost('marketing', 0),
  sales: cost('sales', 0),
  salesPerOpportunity: cost('sales', 0),
  impressions: volume('impressions', 200_000),
  clickRate: rate('clicks', 'marketing', 0.02),
  clicks: volume('clicks', 4000),
  visitRate: rate('visits', 'marketing', null),
  leadRate: rate('leads', 'marketing', 0.05),
  leads: volume('leads', 200),
  mqlRate: rate('mql', 'marketing', null),
  sqlRate: rate('sql', 'sales', null),
  opportunityRate: rate('opportunities', 'sales', null),
  customerRate: rate('customers', 'sales', 0.1),
  averageSale: shared('value', 'money', 1200),
  grossMargin: shared('value', 'percent', 0.6),
  ordersPerCustomer: shared('value', 'number', 1),
  churn: shared('value', 'percent', null),
  spendMonths: shared('timing', 'months', 1),
  delay: shared('timing', 'delay', 2),
  months: shared('timing', 'months', 12),
};

export const inputNames = Object.keys(inputs) as InputName[];
