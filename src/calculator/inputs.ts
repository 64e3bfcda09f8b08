import type { InputName } from '../i18n/calculator-messages.ts';
import type { CostKind, Owner, StageName } from '../roi/campaign/campaign.ts';
import { costOwners, stageOwners } from '../roi/campaign/owner.ts';
import type { MetricUnit } from '../roi/metrics/metric.ts';
import type { Input } from './input.ts';

const cost = (arrival: number): Input => ({ group: 'costs', unit: 'currency', arrival });
const volume = (volumeOf: StageName, arrival: number): Input => ({
  group: 'funnel',
  unit: 'count',
  arrival,
  volumeOf,
});
const rate = (rateOf: StageName, arrival: number | null): Input => ({
  group: 'funnel',
  unit: 'fraction',
  arrival,
  rateOf,
});
const value = (unit: MetricUnit, arrival: number | null): Input => ({ group: 'value', unit, arrival });
const timing = (arrival: number, isWhole: boolean): Input => ({
  group: 'timing',
  unit: 'months',
  arrival,
  isWhole,
});

/**
 * One line an input, in the order they are asked: the place to add the next. What stands there on arrival is in major
 * units of money, fractions for rates, and months.
 */
export const inputs: Readonly<Record<InputName, Input>> = {
  media: cost(5000),
  production: cost(0),
  agency: cost(0),
  tools: cost(0),
  sales: cost(0),
  salesPerOpportunity: cost(0),
  impressions: volume('impressions', 200_000),
  clickRate: rate('clicks', 0.02),
  clicks: volume('clicks', 4000),
  visitRate: rate('visits', null),
  leadRate: rate('leads', 0.05),
  leads: volume('leads', 200),
  mqlRate: rate('mql', null),
  sqlRate: rate('sql', null),
  opportunityRate: rate('opportunities', null),
  customerRate: rate('customers', 0.1),
  customers: { group: 'funnel', unit: 'count', arrival: null, isResult: true },
  revenue: { group: 'funnel', unit: 'currency', arrival: null, isResult: true },
  averageSale: value('currency', 1200),
  grossMargin: value('fraction', 0.6),
  ordersPerCustomer: value('ratio', 1),
  churn: value('fraction', null),
  spendMonths: timing(1, true),
  delay: timing(2, false),
  months: timing(12, true),
};

export const inputNames = Object.keys(inputs) as InputName[];

/** Who answers for an input: whose cost or stage it is in the model; what a customer is worth, and when, is shared. */
export const ownerOf = (name: InputName): Owner => {
  const { rateOf, volumeOf } = inputs[name];
  const stage = rateOf ?? volumeOf ?? (name as StageName);
  return stageOwners[stage] ?? costOwners[name as CostKind] ?? 'shared';
};
