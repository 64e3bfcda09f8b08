import { expect, test } from 'vitest';
import {
  breakEvenRoas,
  breakEvenUnits,
  cacPayback,
  customerLifetimeValue,
  evaluateCampaign,
  incrementalRoi,
  lifetimeValue,
  maximumCostPerLead,
  roas,
  roiOnMargin,
  roiOnRevenue,
  roiOnTotalCost,
  targetRoas,
} from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const of = (about: Parameters<typeof campaign>[0]) => evaluateCampaign(campaign(about)).metrics;

test('the same campaign is 200 %, 50 %, 500 % and 6.0x: we always say which', () => {
  const { roiMargin, roiTotalCost, roiRevenue, roas } = of({
    costs: { media: 200 },
    funnel: [{ name: 'customers', volume: 12 }],
    value: { averageSale: 100, grossMargin: 0.5 },
  });
  expect([roiMargin, roiTotalCost, roiRevenue, roas]).toMatchObject([
    { definition: 'margin', value: 2, unit: 'fraction' },
    { definition: 'total-cost', value: 0.5, unit: 'fraction' },
    { definition: 'revenue', value: 5, unit: 'fraction' },
    { definition: 'roas', value: 6, unit: 'ratio' },
  ]);
});

test('cost and no customers: CAC has no answer, ROI is -100 %', () => {
  const { cac, roiMargin } = of({
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', rate: 0 },
    ],
  });
  expect(cac).toMatchObject({ value: null, reason: 'no-customers-yet' });
  expect(roiMargin).toMatchObject({ value: -1, reason: null });
});

test('a denominator of zero names itself', () => {
  expect(of({ costs: { media: 0 } }).roiMargin).toMatchObject({ value: null, reason: 'no-cost' });
  expect(of({ costs: { media: 0 } }).roas).toMatchObject({ value: null, reason: 'no-ad-spend' });
  const noLeads = of({ funnel: [{ name: 'leads', volume: 0 }] });
  expect(noLeads.cpl).toMatchObject({ value: null, reason: 'no-leads-yet' });
});

test('nothing over nothing is nothing to compare', () => {
  const { cpl, cac, roiMargin } = of({
    costs: { media: 0 },
    funnel: [
      { name: 'leads', volume: 0 },
      { name: 'customers', rate: 0.1 },
    ],
  });
  for (const metric of [cpl, cac, roiMargin]) {
    expect(metric).toMatchObject({ value: null, reason: 'nothing-to-compare' });
  }
});

test.each([0, -0.2])('a margin of %s never breaks even', (grossMargin) => {
  const metrics = of({ value: { averageSale: 500, grossMargin } });
  for (const metric of [metrics.breakEvenRoas, metrics.breakEvenCustomers, metrics.breakEvenLeads]) {
    expect(metric).toMatchObject({ value: null, reason: 'never-breaks-even' });
  }
});

test('no churn without a horizon needs a horizon', () => {
  const value = { averageSale: 500, grossMargin: 0.6 };
  expect(of({ value: { ...value, churn: 0 } }).lifetimeValue).toMatchObject({
    value: null,
    reason: 'needs-a-horizon',
  });
  expect(of({ value: { ...value, churn: 0, horizon: 12 } }).lifetimeValue.value).toBe(3600);
  expect(of({ value: { ...value, churn: 0.5, horizon: 2 } }).lifetimeValue.value).toBe(450);
});

test('customers who buy once have a lifetime value, and no monthly revenue to pay their acquisition back', () => {
  const { lifetimeValue, cacPayback, ltvToCac } = of({});
  expect(lifetimeValue.value).toBe(300);
  expect(ltvToCac.value).toBe(3);
  expect(cacPayback).toMatchObject({ value: null, reason: 'not-recurring' });
});

test('a metric of a stage that the funnel does not have says so', () => {
  expect(of({}).cpc).toMatchObject({ value: null, reason: 'stage-not-in-funnel' });
});

test('customers are computed unrounded', () => {
  const { stages } = evaluateCampaign(
    campaign({
      funnel: [
        { name: 'leads', volume: 33 },
        { name: 'customers', rate: 0.1 },
      ],
    }),
  );
  expect(stages[1]?.count).toBeCloseTo(3.3, 12);
});

test('break-even and allowable costs go backwards through the funnel', () => {
  const metrics = of({
    costs: { media: 1000, sales: 200, salesPerOpportunity: 50 },
    funnel: [
      { name: 'clicks', volume: 1000 },
      { name: 'leads', rate: 0.1 },
      { name: 'opportunities', rate: 0.4 },
      { name: 'customers', rate: 0.5 },
    ],
  });
  // A customer brings 500 * 0.6 and takes two opportunities of 50: 200. Fixed: 1,200.
  expect(metrics.breakEvenCustomers.value).toBeCloseTo(6, 12);
  expect(metrics.breakEvenLeads.value).toBeCloseTo(30, 12);
  // Twenty customers bring back 4,000 for 1,000 of media: 3 of each unit are left for the 200 beside it.
  expect(metrics.breakEvenSpend.value).toBeCloseTo(200 / 3, 12);
  expect(metrics.maximumCpl.value).toBeCloseTo(40, 12);
  expect(metrics.maximumCpc.value).toBeCloseTo(4, 12);
});

test('plain functions answer null where there is no answer', () => {
  expect(roiOnMargin({ revenue: 100, margin: 0.5, cost: 0 })).toBeNull();
  expect(roiOnRevenue({ revenue: 0, cost: 0 })).toBeNull();
  expect(roiOnTotalCost({ revenue: 100, costOfGoods: 0, cost: 0 })).toBeNull();
  expect(incrementalRoi({ revenue: 1200, baseline: 200, margin: 0.5, cost: 100 })).toBe(4);
  expect(roas({ revenue: 100, adSpend: 0 })).toBeNull();
  expect(breakEvenRoas(0)).toBeNull();
  expect(targetRoas(0.2, 0.2)).toBeNull();
  expect(breakEvenUnits({ fixedCost: 1000, price: 10, variableCost: 10 })).toBeNull();
  expect(breakEvenUnits({ fixedCost: 1000, price: 30, variableCost: 10 })).toBe(50);
  expect(lifetimeValue({ revenuePerPeriod: 10, margin: 0.5, churn: 0 })).toBeNull();
  expect(cacPayback({ cac: 100, revenuePerPeriod: 0, margin: 0.5 })).toBeNull();
  expect(maximumCostPerLead({ lifetimeValue: 1000, salesCostPerCustomer: 200, leadToCustomer: 0.1 })).toBe(
    80,
  );
  expect(maximumCostPerLead({ lifetimeValue: 1000, leadToCustomer: 0.1 })).toBe(100);
});

test('discounted lifetime value in both variants', () => {
  const input = { margin: 100, retentionSpend: 10, retention: 0.8, discount: 0.1 };
  expect(customerLifetimeValue({ ...input, firstPaymentCertain: true })).toBeCloseTo(330, 9);
  expect(customerLifetimeValue({ ...input, firstPaymentCertain: false })).toBeCloseTo(240, 9);
  expect(
    customerLifetimeValue({ ...input, retention: 1, discount: 0, firstPaymentCertain: true }),
  ).toBeNull();
});

test('the rate of a stage is that of the counts beside it: who comes after the months looked at is not in it', () => {
  const { stages } = evaluateCampaign(
    campaign({
      funnel: [
        { name: 'leads', volume: 200 },
        { name: 'customers', rate: 0.1, delay: [0, 0.25, 0.75] },
      ],
      timing: { months: 2 },
    }),
  );
  expect(stages.map(({ count, rate }) => [count, rate])).toEqual([
    [200, null],
    [5, 0.025],
  ]);
});

test.each([
  [5e-324, 0],
  [1e-310, 100],
  [1e-300, 1e15],
])('a churn of %s is as good as for ever: what comes later is no number', (churn, averageSale) => {
  const { cash } = evaluateCampaign(
    campaign({ value: { averageSale, grossMargin: 0.5, churn }, timing: { months: 3 } }),
  );
  expect(cash!.tail).toMatchObject({ revenue: null, net: null });
  expect(Object.values(cash!.tail)).not.toContain(Number.NaN);
  expect(Object.values(cash!.tail)).not.toContain(Number.POSITIVE_INFINITY);
});
