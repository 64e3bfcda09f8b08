import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  campaignOfResults,
  evaluateCampaign,
  explainVariance,
  goalLikelihood,
  planForGoal,
  rankLevers,
  simulate,
} from '../../../src/roi/index.ts';
import { campaign } from './campaign-builder.ts';

// Simulations take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Ten customers for 1,500, each of whom orders for 100 a month at a margin of 60 %. */
const monthly = (value: Partial<Campaign['value']>, months?: number): Campaign =>
  campaign({
    costs: { media: 1500 },
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', rate: 0.1 },
    ],
    value: { averageSale: 100, grossMargin: 0.6, ...value },
    ...(months && { timing: { months } }),
  });

/** 1 / 22.25 of the customers leave a month, so that one is worth 22.25 months' margin. */
const churn = 1 / 22.25;

test('who orders monthly: lifetime value, payback, return and break-even speak of one campaign', () => {
  const { metrics, cash, months } = evaluateCampaign(monthly({ churn }, 12));
  expect(months).toBe(12);
  expect(metrics.ltvToCac.value).toBeCloseTo(8.9, 9);
  expect(metrics.cacPayback.value).toBeCloseTo(2.5, 9);
  // 600 of margin in the first month, and 1 / 22.25 less each month after.
  const margins = Array.from({ length: 12 }, (_, month) => 600 * (1 - churn) ** month);
  const margin = margins.reduce((sum, each) => sum + each, 0);
  expect(metrics.profit.value).toBeCloseTo(margin - 1500, 9);
  expect(metrics.roiMargin.value).toBeCloseTo(margin / 1500 - 1, 9);
  expect(metrics.roiMargin.value).toBeGreaterThan(2.5);
  // -900, then -327 (the first flow is at t = 0), then 221: paid back within the third month, and for good.
  expect(metrics.payback.value).toBeGreaterThan(1);
  expect(metrics.payback.value).toBeLessThan(2);
  expect(cash!.breakEvenMonth).toBe(3);
  // A customer brings what the months looked at hold of them: 150 each, and 10 customers bring more than enough.
  expect(metrics.breakEvenCustomers.value).toBeCloseTo((10 * 1500) / margin, 9);
  expect(metrics.breakEvenCustomers.value).toBeLessThan(10);
  // What comes later is beside it: all there will ever be, less the months looked at.
  expect(cash!.tail.net).toBeCloseTo(600 * 22.25 - margin, 6);
});

test('looked at for two months, the same campaign is not said never to pay back', () => {
  const { metrics, cash } = evaluateCampaign(monthly({ churn }, 2));
  expect(metrics.profit.value).toBeLessThan(0);
  expect(metrics.payback).toMatchObject({ value: null, reason: 'not-within-months' });
  expect(cash!.breakEvenMonth).toBeNull();
  // As a customer’s figures they are what they were.
  expect(metrics.ltvToCac.value).toBeCloseTo(8.9, 9);
  expect(metrics.cacPayback.value).toBeCloseTo(2.5, 9);
});

test('where nobody can become a customer within the months, no number of customers breaks even in them', () => {
  const late = campaign({
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', rate: 0.1, delay: [0, 0, 0, 1] },
    ],
    timing: { months: 3 },
  });
  const { metrics } = evaluateCampaign(late);
  expect(metrics.revenue.value).toBe(0);
  expect(metrics.cac).toMatchObject({ value: null, reason: 'no-customers-yet' });
  expect(metrics.breakEvenCustomers).toMatchObject({ value: null, reason: 'not-within-months' });
  expect(metrics.breakEvenLeads).toMatchObject({ value: null, reason: 'not-within-months' });
  const loss = { ...late, value: { averageSale: 500, grossMargin: -0.1 } };
  expect(evaluateCampaign(loss).metrics.breakEvenCustomers.reason).toBe('never-breaks-even');
});

test('what never pays back is said never to, and who stays for ever pays anything back', () => {
  const reason = (asked: Campaign) => evaluateCampaign(asked).metrics.payback.reason;
  expect(reason(monthly({ churn: 0.9 }, 2))).toBe('never-pays-back');
  expect(reason(monthly({ churn: 0 }, 2))).toBe('not-within-months');
  expect(reason(monthly({ churn: 0, grossMargin: 0 }, 2))).toBe('never-pays-back');
  const endless = evaluateCampaign(monthly({ churn: 0 }, 2));
  expect(endless.cash!.tail).toMatchObject({ revenue: null, net: null, marketingCost: 0 });
  expect(evaluateCampaign(monthly({ churn: 0 })).metrics.revenue).toMatchObject({
    value: null,
    reason: 'needs-a-horizon',
  });
});

test('where ads are half of all costs, ROAS has to be twice what margin alone asks', () => {
  const { metrics } = evaluateCampaign(campaign({ costs: { media: 1000, agency: 700, sales: 300 } }));
  expect(metrics.breakEvenRoas.value).toBeCloseTo(5 / 3, 9);
  expect(metrics.breakEvenRoasAllCosts.value).toBeCloseTo(10 / 3, 9);
  // A plan with exactly that ROAS breaks even.
  const even = campaign({
    costs: { media: 1000, agency: 700, sales: 300 },
    value: { averageSale: 1000 / 3, grossMargin: 0.6 },
  });
  const { roas, profit } = evaluateCampaign(even).metrics;
  expect(roas.value).toBeCloseTo(10 / 3, 9);
  expect(profit.value).toBeCloseTo(0, 9);
});

const observedRate = campaign({
  funnel: [
    { name: 'leads', volume: 200 },
    { name: 'customers', rate: { hits: 20, of: 200 } },
  ],
  timing: { months: 6 },
});

test('what a goal asks for is reached in about half of all cases, and more is said to make it sure', () => {
  const goal = { metric: 'customers', target: 30 } as const;
  const options = { draws: 4000, seed: 1 };
  const { planned, asked, sureAt } = goalLikelihood(observedRate, goal, options);
  expect(planned).toBeLessThan(0.15);
  expect(asked).toBeGreaterThan(0.4);
  expect(asked).toBeLessThan(0.6);
  const { value } = planForGoal(observedRate, goal);
  expect(value).toBeCloseTo(300, 9);
  expect(sureAt).toBeGreaterThan(330);
  expect(sureAt).toBeLessThan(420);
  const [first, ...later] = observedRate.funnel;
  const sure = { ...observedRate, funnel: [{ ...first!, volume: sureAt! }, ...later] };
  expect(goalLikelihood(sure, goal, options).planned).toBeCloseTo(0.8, 1);
});

test('a lever that makes it sure enough only at nothing at all is found there, and the search ends', () => {
  const doubtful = campaign({
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', rate: 0.1 },
    ],
    value: { averageSale: 500, grossMargin: { low: -0.5, likely: 0.1, high: 0.6 } },
  });
  // A lead is worth no less than nothing if the margin is, which it is in 62 cases of 100; or if nobody buys.
  const goal = { metric: 'maximumCpl', target: 0, vary: 'rate:customers' } as const;
  const { planned, sureAt } = goalLikelihood(doubtful, goal, { draws: 2000, seed: 1 });
  expect(planned).toBeCloseTo(0.62, 1);
  expect(sureAt).toBe(0);
});

test('without anything uncertain, no chance is stated', () => {
  expect(goalLikelihood(campaign(), { metric: 'customers', target: 30 }, { draws: 10, seed: 1 })).toEqual({
    reason: 'no-uncertainty-given',
    planned: null,
    asked: null,
    sureAt: null,
  });
});

test('likelihood rises with volume, draw for draw', () => {
  const chances = [100, 150, 200, 201, 260, 300, 400, 800].map((volume) => {
    const [first, ...later] = observedRate.funnel;
    const asked = { ...observedRate, funnel: [{ ...first!, volume }, ...later] };
    return goalLikelihood(asked, { metric: 'customers', target: 25 }, { draws: 1000, seed: 3 }).planned!;
  });
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
  expect(new Set(chances).size).toBeGreaterThan(5);
});

test('more volume that no media pays for is said to be free', () => {
  const free = campaign({ costs: { media: 0, agency: 500 } });
  expect(planForGoal(free, { metric: 'customers', target: 20 }).isFreeVolume).toBe(true);
  expect(planForGoal(free, { metric: 'customers', target: 5 }).isFreeVolume).toBe(false);
  expect(planForGoal(campaign(), { metric: 'customers', target: 20 }).isFreeVolume).toBe(false);
});

test('a sale of 90, likely 100, perhaps 400 is planned with its mean, amid what is simulated', () => {
  const asked = campaign({
    funnel: [{ name: 'customers', volume: 1000 }],
    value: { averageSale: { low: 90, likely: 100, high: 400 }, grossMargin: 1 },
  });
  const { revenue } = evaluateCampaign(asked).metrics;
  expect(revenue.value).toBeCloseTo(1000 * (590 / 3), 6);
  const simulated = simulate(asked, { draws: 10_000, seed: 1 }).revenue!;
  expect(revenue.value).toBeGreaterThan(simulated.p10);
  expect(revenue.value).toBeLessThan(simulated.p90);
});

const funnel = (leads: number): Campaign['funnel'] => [
  { name: 'leads', volume: leads },
  { name: 'opportunities', rate: 0.3, delay: [0, 1] },
  { name: 'customers', rate: 0.3, delay: [0, 0, 1] },
];
const pipeline: Campaign = {
  costs: { media: 3000, salesPerOpportunity: 30 },
  funnel: funnel(300),
  value: { averageSale: 1000, grossMargin: 0.6 },
  timing: { months: 12, spend: [1, 1, 1] },
};

test('whoever delivers more leads than planned reads no minus for them', () => {
  const spent = { media: 2000, salesPerOpportunity: 30 };
  const actual = (leads: number): Campaign => ({
    costs: spent,
    funnel: [
      { name: 'leads', volume: leads },
      { name: 'opportunities', volume: 30 },
      { name: 'customers', volume: 0 },
    ],
    value: pipeline.value,
  });
  const asPlanned = explainVariance(pipeline, actual(200), { asOf: 2 });
  expect(asPlanned.gap).toBeCloseTo(0, 6);
  const more = explainVariance(pipeline, actual(250), { asOf: 2 });
  expect(more.byOwner.marketing).toBeGreaterThan(0);
  expect(more.gap).toBeGreaterThan(0);
  // Beside it, cash: nothing has come in yet on either side, and thirty opportunities have cost their 900.
  expect(more.toDate).toEqual({ planned: -2900, actual: -2900, gap: 0 });
  for (let leads = 150; leads < 300; leads += 10) {
    const [one, another] = [leads, leads + 1].map(
      (each) => explainVariance(pipeline, actual(each), { asOf: 2 }).actualProfit,
    );
    expect(another).toBeGreaterThanOrEqual(one!);
  }
});

test('a stage that nobody measured blames nobody: the span is one part, of both teams', () => {
  const plan = campaign({
    costs: { media: 6000 },
    funnel: [
      { name: 'clicks', volume: 6000 },
      { name: 'leads', rate: 0.05 },
      { name: 'sql', rate: 0.4 },
      { name: 'customers', rate: 0.1 },
    ],
    value: { averageSale: 1800, grossMargin: 0.6 },
  });
  const { parts, gap, byOwner } = explainVariance(plan, {
    ...plan,
    funnel: [
      { name: 'clicks', volume: 6000 },
      { name: 'customers', volume: 9 },
    ],
  });
  // Three customers fewer than the twelve planned, at 1,080 each.
  expect(gap).toBeCloseTo(-3240, 6);
  expect(byOwner).toEqual({ marketing: 0, sales: 0, shared: expect.closeTo(gap, 9) });
  expect(parts.filter(({ effect }) => effect !== 0)).toEqual([
    {
      input: 'rate:customers',
      from: 'clicks',
      to: 'customers',
      owner: 'shared',
      isUnmeasured: true,
      planned: expect.closeTo(0.002, 12),
      actual: 0.0015,
      // Nine or fewer out of 6,000 at 0.2 % happen in 24 cases of a hundred.
      mayBeChance: true,
      effect: expect.closeTo(gap, 9),
    },
  ]);
});

test('three customers fewer than twelve may be chance, nine fewer are not', () => {
  const plan = campaign({
    funnel: [
      { name: 'leads', volume: 120 },
      { name: 'customers', rate: 0.1 },
    ],
  });
  const isChance = (customers: number) =>
    explainVariance(plan, {
      ...plan,
      funnel: [
        { name: 'leads', volume: 120 },
        { name: 'customers', volume: customers },
      ],
    }).parts.find(({ input }) => input === 'rate:customers')!.mayBeChance;
  // Binomial(120, 0.1): the 10th percentile is 8, the 90th 16 (R: qbinom(c(0.1, 0.9), 120, 0.1)).
  expect([3, 7, 8, 9, 12, 16, 17].map(isChance)).toEqual([false, false, true, true, true, true, false]);
});

test('known results are a start: a campaign that has run, from its revenue and its orders', () => {
  const costs = { media: 3000, sales: 1000 };
  const ran = campaignOfResults({ costs, revenue: 12_000, orders: 40, customers: 25, grossMargin: 0.5 });
  const { metrics } = evaluateCampaign(ran);
  expect(metrics.revenue.value).toBeCloseTo(12_000, 9);
  expect(metrics.profit.value).toBeCloseTo(2000, 9);
  expect(metrics.cac.value).toBeCloseTo(160, 9);
  expect(metrics.lifetimeValue.value).toBeCloseTo(240, 9);
});

test('results that cannot be are refused by name', () => {
  const results = { costs: { media: 1 }, revenue: 12, orders: 4, grossMargin: 0.5 };
  expect(() => campaignOfResults({ ...results, orders: 0 })).toThrow('orders: expected more than zero');
  expect(() => campaignOfResults({ ...results, revenue: Number.NaN })).toThrow('revenue: expected a number');
  expect(() => campaignOfResults({ ...results, grossMargin: 2 })).toThrow('value.grossMargin');
});

test('known results are a start: a campaign that has run, from its customers', () => {
  const ran = campaign({ costs: { media: 4000 }, funnel: [{ name: 'customers', volume: 25 }] });
  const { metrics } = evaluateCampaign(ran);
  expect([metrics.cac.value, metrics.revenue.value, metrics.profit.value]).toEqual([160, 12_500, 3500]);
  expect(metrics.cpl).toMatchObject({ value: null, reason: 'stage-not-in-funnel' });
  expect(rankLevers(ran, { metric: 'profit' }).levers.length).toBeGreaterThan(0);
});

test('what was bought at an uncertain price may be more or fewer by chance', () => {
  const plan = campaign({
    costs: { media: 1000 },
    funnel: [
      { name: 'clicks', price: { low: 1, likely: 2, high: 4 } },
      { name: 'customers', rate: 0.1 },
    ],
  });
  const isChance = (clicks: number) =>
    explainVariance(plan, { ...plan, funnel: [{ name: 'clicks', volume: clicks }] }).parts[0]!.mayBeChance;
  // A click costs between 1.55 and 3.23 in eight of ten cases: 310 to 646 of them.
  expect([300, 320, 500, 640, 660].map(isChance)).toEqual([false, true, true, true, false]);
});

test('who is paid by the month is paid to the deadline, also when their leads would come too late', () => {
  const slow = campaign({
    costs: { media: 1200, tools: 120, sales: 2400, salesPerOpportunity: 10 },
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'opportunities', rate: 0.5 },
      { name: 'customers', rate: 0.2, delay: [0, 0, 1] },
    ],
    timing: { months: 12, spend: Array(12).fill(1) },
  });
  const { spend } = planForGoal(slow, { metric: 'customers', target: 8 });
  // Ten of twelve months of media bring somebody in time; tools and the team cost the same every month.
  expect(spend.marketing.total).toBeCloseTo(1000 + 120, 6);
  expect(spend.sales.total).toBeCloseTo(2400 + (10 * 50 * 10) / 12, 6);
});
