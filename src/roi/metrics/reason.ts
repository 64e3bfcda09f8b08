import { isStage } from '../campaign/owner.ts';

/** Why an answer is null. Codes, not sentences: a locale says them. */
export type ReasonCode =
  | 'no-cost'
  | 'no-ad-spend'
  | 'no-revenue'
  | 'no-impressions-yet'
  | 'no-clicks-yet'
  | 'no-visits-yet'
  | 'no-leads-yet'
  | 'no-mql-yet'
  | 'no-sql-yet'
  | 'no-opportunities-yet'
  | 'no-customers-yet'
  | 'nothing-to-compare'
  | 'never-breaks-even'
  | 'never-pays-back'
  | 'not-within-months'
  | 'needs-a-horizon'
  | 'needs-churn'
  | 'needs-a-baseline'
  | 'needs-a-target-profit'
  | 'needs-a-discount-rate'
  | 'needs-timing'
  | 'not-recurring'
  | 'stage-not-in-funnel'
  | 'no-rate-of-return'
  | 'several-rates-of-return'
  | 'no-uncertainty-given'
  | 'beyond-limits'
  | 'out-of-range';

const whenZero: Readonly<Record<string, ReasonCode>> = {
  cost: 'no-cost',
  adSpend: 'no-ad-spend',
  marketingCost: 'no-cost',
  costOfGoods: 'no-cost',
  cac: 'no-cost',
  leadToCustomer: 'no-customers-yet',
  revenuePerPeriod: 'no-revenue',
};

/** What a zero below the line means, by the name of the term that is zero. */
export const reasonWhenZero = (term: string): ReasonCode | undefined =>
  isStage(term) ? `no-${term}-yet` : whenZero[term];
