import { expect, test } from 'vitest';
import { evaluateCampaign, evaluateMetrics, type MetricDefinition } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const asked = campaign({
  costs: { media: 1000, agency: 300, sales: 200, salesPerOpportunity: 10 },
  funnel: [
    { name: 'impressions', volume: 100_000 },
    { name: 'clicks', rate: 0.025 },
    { name: 'visits', rate: 0.8 },
    { name: 'leads', rate: 0.1 },
    { name: 'mql', rate: 0.5 },
    { name: 'sql', rate: 0.5 },
    { name: 'opportunities', rate: 0.8 },
    { name: 'customers', rate: 0.25 },
  ],
  value: { averageSale: 500, grossMargin: 0.6, baseline: 2000, targetProfit: 0.2 },
});

/** Worked by hand: 10 customers bring 5,000, of which 2,000 are goods; marketing spends 1,300, sales 600. */
test.each(
  Object.entries({
    revenue: 5000,
    profit: 1100,
    roiMargin: 1100 / 1900,
    roiTotalCost: 1100 / 3900,
    roiRevenue: 3100 / 1900,
    roas: 5,
    mer: 5000 / 1300,
    incrementalRoi: -100 / 1900,
    cpm: 10,
    cpc: 0.4,
    ctr: 0.025,
    cvr: 0.08,
    cpl: 6.5,
    costPerMql: 13,
    costPerSql: 26,
    cac: 190,
    breakEvenRoas: 5 / 3,
    targetRoas: 2.5,
    breakEvenRoasAllCosts: 1.9 / 0.6,
    targetRoasAllCosts: 1.9 / 0.4,
    // Fixed: 1,300 and 200. A customer brings 300, less 4 opportunities of 10 each.
    breakEvenCustomers: 1500 / 260,
    // Whole customers: 6, of whom there is one in 20 leads.
    breakEvenLeads: 120,
    maximumCpl: (300 - 40) / 20,
    maximumCplAllCosts: (3000 - 600) / 200,
    maximumCpc: ((300 - 40) / 20) * 0.08,
    maximumCpcAllCosts: (3000 - 900) / 2500,
    lifetimeValue: 300,
    ltvToCac: 300 / 190,
  } as const),
)('%s is %s', (id, value) => {
  const { metrics } = evaluateCampaign(asked);
  expect(metrics[id as keyof typeof metrics].value).toBeCloseTo(value, 9);
});

test('where all of a click’s costs are what it may cost, nothing is left', () => {
  const { metrics } = evaluateCampaign({ ...asked, costs: { ...asked.costs, media: 2100 } });
  expect(metrics.cpc.value).toBeCloseTo(0.84, 9);
  expect(metrics.maximumCpcAllCosts.value).toBeCloseTo(0.84, 9);
  expect(metrics.cpl.value).toBeCloseTo(metrics.maximumCplAllCosts.value!, 9);
  expect(metrics.roas.value).toBeCloseTo(metrics.breakEvenRoasAllCosts.value!, 9);
  expect(metrics.profit.value).toBeCloseTo(0, 9);
});

const monthly = { ...asked, value: { ...asked.value, churn: 0.05 } };

test('who orders every month brings all months’ worth, and a customer’s figures say the same', () => {
  const { metrics, months } = evaluateCampaign(monthly);
  expect(months).toBeNull();
  expect(metrics.lifetimeValue.value).toBeCloseTo(6000, 9);
  expect(metrics.revenue.value).toBeCloseTo(100_000, 6);
  expect(metrics.profit.value).toBeCloseTo(10 * 6000 - 1900, 6);
  expect(metrics.ltvToCac.value).toBeCloseTo(6000 / 190, 9);
  expect(metrics.cacPayback.value).toBeCloseTo(190 / 300, 9);
});

test('a stage of marketing costs what marketing spends, one that sales works all there is', () => {
  const costs = evaluateCampaign(asked).stages.map(({ name, costPer }) => [name, costPer.value]);
  expect(Object.fromEntries(costs)).toEqual({
    impressions: 0.013,
    clicks: 0.52,
    visits: 0.65,
    leads: 6.5,
    mql: 13,
    sql: 38,
    opportunities: 47.5,
    customers: 190,
  });
});

test.each([
  ['costOfGoods', 'no-cost'],
  ['adSpend', 'no-ad-spend'],
  ['leadToCustomer', 'no-customers-yet'],
  ['revenuePerPeriod', 'no-revenue'],
  ['opportunities', 'no-opportunities-yet'],
])('a row of one’s own says what it means that %s is zero: %s', (name, reason) => {
  const own: MetricDefinition = {
    id: 'own',
    group: 'return',
    unit: 'ratio',
    better: 'higher',
    formula: `1 / ${name}`,
  };
  const nothing = campaign({
    costs: { media: 0 },
    funnel: [
      { name: 'leads', volume: 10 },
      { name: 'opportunities', rate: 0 },
      { name: 'customers', rate: 0 },
    ],
    value: { averageSale: 0, grossMargin: 1 },
  });
  expect(evaluateMetrics(nothing, [own]).own).toMatchObject({ value: null, reason });
});
