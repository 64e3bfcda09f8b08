import { describe, expect, test } from 'vitest';
import * as roi from '../../../../src/roi/index.ts';
import { evaluateMetrics } from '../../../../src/roi/metrics/evaluate-metrics.ts';
import { discountedPayback, npv, payback } from '../../../../src/roi/metrics/rows/cash.ts';
import { campaign } from '../campaign-builder.ts';

const { evaluateCampaign, InputError } = roi;
const of = (about: Parameters<typeof campaign>[0]) => evaluateCampaign(campaign(about)).metrics;

/** The field that an error names; null where there was none. */
function fieldOf(ask: () => unknown): string | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.field;
  }
}

describe('why there is no answer', () => {
  test('marketing that cost nothing has no efficiency', () => {
    expect(of({ costs: { media: 0, sales: 500 } }).mer).toMatchObject({ value: null, reason: 'no-cost' });
  });

  test('a customer who cost nothing is worth no multiple of it', () => {
    const free = of({ costs: { media: 0 }, value: { averageSale: 100, grossMargin: 0.5, churn: 0.1 } });
    expect(free.ltvToCac).toMatchObject({ value: null, reason: 'no-cost' });
  });

  test('a target needs to be said', () => {
    expect(of({}).targetRoas).toMatchObject({ value: null, reason: 'needs-a-target-profit' });
  });

  test('leads that the funnel has not got do not convert', () => {
    const { breakEvenLeads } = of({
      funnel: [
        { name: 'clicks', volume: 500 },
        { name: 'customers', rate: 0.1 },
      ],
    });
    expect(breakEvenLeads).toMatchObject({ value: null, reason: 'stage-not-in-funnel' });
    const onlyClicks = of({ funnel: [{ name: 'clicks', volume: 500 }] });
    for (const metric of [onlyClicks.revenue, onlyClicks.profit, onlyClicks.roiTotalCost])
      expect(metric).toMatchObject({ value: null, reason: 'stage-not-in-funnel' });
  });

  test('what each opportunity costs is of no customer where none buys', () => {
    const { breakEvenCustomers } = of({
      costs: { media: 1000, salesPerOpportunity: 50 },
      funnel: [
        { name: 'leads', volume: 100 },
        { name: 'opportunities', rate: 0.5 },
        { name: 'customers', rate: 0 },
      ],
    });
    expect(breakEvenCustomers).toMatchObject({ value: null, reason: 'no-customers-yet' });
  });

  test('amounts beyond the model are out of its range, not infinite', () => {
    const most = 1e15;
    const costs = { media: most, production: most, agency: most };
    const asked = evaluateMetrics(campaign({ costs, timing: { months: 3 } }), [npv, payback]);
    for (const metric of [asked.npv, asked.payback])
      expect(metric).toMatchObject({ value: null, reason: 'out-of-range' });
  });
});

describe('what comes in month by month', () => {
  const losing = (discountRate?: number) =>
    evaluateMetrics(
      campaign({
        costs: { media: 0, tools: 6000 },
        funnel: [{ name: 'customers', volume: 0 }],
        timing: { months: 60, ...(discountRate !== undefined && { discountRate }) },
      }),
      [npv, payback, discountedPayback],
    );

  test('is never paid back where nothing comes in, discounted or not', () => {
    for (const { payback, discountedPayback } of [losing(), losing(0.1)])
      for (const metric of [payback, discountedPayback])
        expect(metric).toMatchObject({ value: null, reason: 'never-pays-back' });
  });

  test('has no payback where a month’s present value is beyond the model', () => {
    const { payback, discountedPayback } = losing(-0.999999);
    expect(payback.reason).toBe('never-pays-back');
    expect(discountedPayback).toMatchObject({ value: null, reason: 'out-of-range' });
  });

  test('says what it was reckoned with', () => {
    const discount = expect.closeTo(1.1 ** (1 / 12) - 1, 12);
    expect(losing(0.1).npv.terms).toEqual({ discount, months: 60 });
    expect(losing().npv.terms).toEqual({ discount: 0, months: 60 });
  });

  test('is nothing where nothing comes and goes, without a sign', () => {
    const nothing = campaign({
      costs: { media: 0 },
      funnel: [{ name: 'customers', volume: 0 }],
      timing: { months: 3 },
    });
    expect(evaluateMetrics(nothing, [npv]).npv.value).toBe(0);
  });
});

describe('customers who stay for ever', () => {
  const staying = (grossMargin: number) =>
    of({
      costs: { media: 100_000 },
      value: { averageSale: 10, grossMargin, churn: 0 },
      timing: { months: 2, spend: [1] },
      funnel: [
        { name: 'leads', volume: 100 },
        { name: 'customers', rate: 0.1, delay: [0, 0, 1] },
      ],
    }).breakEvenCustomers;
  test('pay anything back in the end, if they leave a margin', () => {
    expect(staying(0.5)).toMatchObject({ value: null, reason: 'not-within-months' });
  });
  test('and never, if they leave none', () => {
    expect(staying(0)).toMatchObject({ value: null, reason: 'never-breaks-even' });
    expect(staying(-0.5)).toMatchObject({ value: null, reason: 'never-breaks-even' });
  });
});

describe('what is no number is named', () => {
  const lifetime = { revenuePerPeriod: 100, margin: 0.5, churn: 0.1, horizon: 12 };
  const clv = { margin: 50, retentionSpend: 5, retention: 0.8, discount: 0.1, firstPaymentCertain: true };
  test.each([
    ...Object.keys(lifetime).map(
      (field) => [field, () => roi.lifetimeValue({ ...lifetime, [field]: Number.NaN })] as const,
    ),
    // Nobody leaves, and nothing ends it: what is wrong with the rest is said all the same.
    ['margin', () => roi.lifetimeValue({ revenuePerPeriod: 100, margin: Number.NaN, churn: 0 })],
    ...(['margin', 'retentionSpend', 'retention', 'discount'] as const).map(
      (field) => [field, () => roi.customerLifetimeValue({ ...clv, [field]: Number.NaN })] as const,
    ),
    ['churn', () => roi.lifetimeValue({ ...lifetime, churn: 1.5 })],
    ['retention', () => roi.customerLifetimeValue({ ...clv, retention: 1.5 })],
    ['discount', () => roi.customerLifetimeValue({ ...clv, discount: -1 })],
    ['input', () => roi.lifetimeValue(null as never)],
    ['input', () => roi.customerLifetimeValue(null as never)],
    ['input', () => roi.breakEvenUnits(null as never)],
    ['input', () => roi.cacPayback(null as never)],
    ['definitions', () => evaluateMetrics(campaign({}), 'npv' as never)],
    ['definitions[0]', () => evaluateMetrics(campaign({}), [null as never])],
    ['definitions[1]', () => evaluateMetrics(campaign({}), [npv, null as never])],
  ] as const)('%s', (field, ask) => {
    expect(fieldOf(ask)).toBe(field);
  });

  test('and nothing is, of what the model takes', () => {
    expect(roi.lifetimeValue({ revenuePerPeriod: 100, margin: 0.5, churn: 0 })).toBeNull();
    expect(roi.lifetimeValue({ revenuePerPeriod: 100, margin: 0.5, churn: Number.MIN_VALUE })).toBeNull();
    expect(fieldOf(() => roi.customerLifetimeValue(clv))).toBeNull();
  });
});
