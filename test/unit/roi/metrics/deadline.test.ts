import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  evaluateCampaign,
  everyMetric,
  type MetricId,
  planForGoal,
} from '../../../../src/roi/index.ts';
import { arbitraryCampaign } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';
import { happenedBy, moneyBy } from '../month-by-month.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Answer = (metric: MetricId, by: number) => number | null;

/** A metric by the deadline of a goal that asks for next to nothing, so that the plan stays as it is. */
const standing =
  (asked: Campaign): Answer =>
  (metric, deadline) => {
    const [low, high] = [-1e15, 1e15].map((target) => planForGoal(asked, { metric, target, deadline }));
    const met = [low!, high!].find(({ status }) => status === 'met');
    return met?.result ?? null;
  };

const slow = campaign({
  costs: { media: 1000, agency: 200 },
  value: { averageSale: 100, grossMargin: 0.5, ordersPerCustomer: 1, churn: 0.1 },
  timing: { months: 12, spend: [1, 1], collection: [0.5, 0, 0.5] },
});

test('a customer’s worth is no matter of the deadline: LTV stays, and nobody is told to halve churn', () => {
  const { value } = evaluateCampaign(slow).metrics.lifetimeValue;
  expect(value).toBeCloseTo(500, 9);
  for (const deadline of [1, 2, 12]) expect(standing(slow)('lifetimeValue', deadline)).toBeCloseTo(500, 9);
  expect(
    planForGoal(slow, { metric: 'lifetimeValue', target: 500, vary: 'value:churn', deadline: 1 }),
  ).toMatchObject({ status: 'met', value: 0.1 });
});

/** What each metric is by a deadline, in plain arithmetic; all that is not here is what it is in the end. */
const byThen: Partial<Record<MetricId, (asked: Campaign, months: number) => number>> = {
  revenue: (asked, months) => moneyBy(asked, months).collected,
  profit: (asked, months) => profit(asked, months),
  roiMargin: (asked, months) => profit(asked, months) / moneyBy(asked, months).cost,
  roiTotalCost: (asked, months) => {
    const { collected, cost } = moneyBy(asked, months);
    return (collected - goods(asked, collected) - cost) / (goods(asked, collected) + cost);
  },
  roiRevenue: (asked, months) => {
    const { collected, cost } = moneyBy(asked, months);
    return (collected - cost) / cost;
  },
  roas: (asked, months) => moneyBy(asked, months).collected / moneyBy(asked, months).adSpend,
  mer: (asked, months) => moneyBy(asked, months).collected / moneyBy(asked, months).marketing,
  incrementalRoi: (asked, months) => {
    const { customers } = happenedBy(asked, 1000).counts;
    // Revenue that would have come anyway comes when the campaign's does.
    const share = happenedBy(asked, months).paid / customers!;
    const extra = moneyBy(asked, months).collected - (asked.value.baseline as number) * share;
    const { cost } = moneyBy(asked, months);
    return (extra * (asked.value.grossMargin as number) - cost) / cost;
  },
  cpm: (asked, months) =>
    (1000 * moneyBy(asked, months).adSpend) / happenedBy(asked, months).counts.impressions!,
  cpc: (asked, months) => moneyBy(asked, months).adSpend / happenedBy(asked, months).counts.clicks!,
  ctr: (asked, months) => {
    const { clicks, impressions } = happenedBy(asked, months).counts;
    return clicks! / impressions!;
  },
  cvr: (asked, months) => {
    const { clicks, leads, customers } = happenedBy(asked, months).counts;
    return (leads ?? customers)! / clicks!;
  },
  cpl: (asked, months) => moneyBy(asked, months).marketing / happenedBy(asked, months).counts.leads!,
  costPerMql: (asked, months) => moneyBy(asked, months).marketing / happenedBy(asked, months).counts.mql!,
  costPerSql: (asked, months) => moneyBy(asked, months).marketing / happenedBy(asked, months).counts.sql!,
  cac: (asked, months) => cac(asked, months),
  ltvToCac: (asked, months) => evaluateCampaign(asked).metrics.lifetimeValue.value! / cac(asked, months),
  cacPayback: (asked, months) => {
    const { revenuePerPeriod, margin } = evaluateCampaign(asked).metrics.cacPayback.terms;
    return cac(asked, months) / (revenuePerPeriod! * margin!);
  },
};
const cac = (asked: Campaign, months: number) =>
  moneyBy(asked, months).cost / happenedBy(asked, months).counts.customers!;
const goods = ({ value }: Campaign, revenue: number) => revenue * (1 - (value.grossMargin as number));
const profit = (asked: Campaign, months: number) => {
  const { collected, cost } = moneyBy(asked, months);
  return collected - goods(asked, collected) - cost;
};

test('by a deadline, revenue and returns count what is paid, counts and their costs what has happened, and a customer stays a customer', () => {
  const compared = new Map<string, number>();
  fc.assert(
    fc.property(arbitraryCampaign(), fc.integer({ min: 1, max: 30 }), (asked, deadline) => {
      fc.pre(asked.funnel.length <= 4);
      const inTheEnd = evaluateCampaign(asked).metrics;
      for (const metric of everyMetric) {
        if ('series' in metric) continue;
        const answer = standing(asked)(metric.id, deadline);
        const expected = byThen[metric.id]?.(asked, deadline) ?? inTheEnd[metric.id].value;
        if (answer === null || expected === null || !Number.isFinite(expected)) continue;
        compared.set(metric.id, (compared.get(metric.id) ?? 0) + 1);
        const { collected, cost } = moneyBy(asked, deadline);
        const size = metric.id === 'profit' ? collected * 2 + cost : Math.abs(expected) + 2;
        expect({ [metric.id]: Math.abs(answer - expected) <= 1e-8 * size }).toEqual({ [metric.id]: true });
      }
    }),
    { numRuns: 200 },
  );
  expect(compared.size).toBe(everyMetric.filter((metric) => !('series' in metric)).length);
});
