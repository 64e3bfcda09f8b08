import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Campaign, type CashFlow, evaluateCampaign, type StageName } from '../../../../src/roi/index.ts';
import { arbitraryCampaign, distribution } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';
import { happenedBy, moneyBy } from '../month-by-month.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const nurtured = campaign({
  costs: { media: 1200, sales: 300, salesPerOpportunity: 10 },
  funnel: [
    { name: 'leads', volume: 100 },
    { name: 'opportunities', rate: 0.5, delay: [0, 1] },
    { name: 'customers', rate: 0.2, delay: [0.5, 0.5] },
  ],
  timing: { months: 3, spend: [2, 1] },
});

test('cohorts enter with the spend and arrive after each stage has taken its time', () => {
  const { months, tail } = evaluateCampaign(nurtured).cash!;
  const counts = (name: StageName) => months.map((month) => month.counts[name]!);
  const near = (expected: number[]) => expected.map((count) => expect.closeTo(count, 9));
  expect(counts('leads')).toEqual(near([200 / 3, 100 / 3, 0]));
  expect(counts('opportunities')).toEqual(near([0, 100 / 3, 50 / 3]));
  expect(counts('customers')).toEqual(near([0, 10 / 3, 5]));
  expect(tail.counts.customers).toBeCloseTo(5 / 3, 9);
  expect(tail.revenue).toBeCloseTo((500 * 5) / 3, 9);
  expect(months.map(({ marketingCost }) => marketingCost)).toEqual(near([800, 400, 0]));
  expect(months.map(({ salesCost }) => salesCost)).toEqual(near([200, 100 + 1000 / 3, 500 / 3]));
});

test('exposure is the deepest the campaign is in the red, break-even the month it leaves it for good', () => {
  const { months, peakExposure, breakEvenMonth } = evaluateCampaign(nurtured).cash!;
  const cumulative = months.map((month) => month.cumulative);
  expect(cumulative[0]).toBeCloseTo(-1000, 9);
  expect(peakExposure).toBeCloseTo(-Math.min(...cumulative), 12);
  expect(breakEvenMonth).toBe(3);
  const never = evaluateCampaign({ ...nurtured, timing: { months: 2 } }).cash!;
  expect(never.breakEvenMonth).toBeNull();
});

test('without a spending plan everything is spent, and everyone enters, in the first month', () => {
  const { months } = evaluateCampaign({ ...nurtured, timing: { months: 2 } }).cash!;
  expect(months[0]).toMatchObject({ marketingCost: 1200, counts: { leads: 100 } });
  expect(months[1]).toMatchObject({ marketingCost: 0, counts: { leads: 0 } });
});

test('without timing there is no curve, and cash metrics say so', () => {
  const { cash, metrics } = evaluateCampaign(campaign());
  expect(cash).toBeNull();
  expect(metrics.npv).toMatchObject({ value: null, reason: 'needs-timing' });
});

test('several rates of return are no headline: NPV and MIRR are there instead', () => {
  // Money goes out in the first and third month, and comes in between: -500, 1200, -500.
  const twice = campaign({
    costs: { media: 1000 },
    funnel: [
      { name: 'leads', volume: 10 },
      { name: 'customers', rate: 1, delay: [0, 1] },
    ],
    value: { averageSale: 400, grossMargin: 0.6 },
    timing: { months: 3, spend: [1, 0, 1], discountRate: 0.1 },
  });
  const { irr, npv, mirr } = evaluateCampaign(twice).metrics;
  expect(irr).toMatchObject({ value: null, reason: 'several-rates-of-return' });
  expect(npv.value).toBeCloseTo(-500 + 1200 / 1.1 ** (1 / 12) - 500 / 1.1 ** (2 / 12), 9);
  expect(mirr.value).toBeGreaterThan(0);
});

test('the smallest loss there is, discounted to nothing, is zero and not minus zero', () => {
  const { months } = evaluateCampaign(
    campaign({
      costs: { media: 0 },
      funnel: [{ name: 'customers', volume: 1, delay: [0, 1] }],
      value: { averageSale: 5e-323, grossMargin: -0.1 },
      timing: { months: 2, discountRate: 1e15 },
    }),
  ).cash!;
  expect(months[1]!.net).toBeLessThan(0);
  expect(months[1]!.discounted).toBe(0);
});

const close = (actual: number, expected: number, size: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e-9, Math.abs(size)));

test('with no discount the timed totals plus the reported tail equal the untimed', () => {
  fc.assert(
    fc.property(arbitraryCampaign(), (anyCampaign) => {
      const { metrics, stages, cash } = evaluateCampaign(anyCampaign);
      if (!cash) return;
      const total = (pick: (flow: CashFlow) => number) =>
        cash.months.reduce((sum, month) => sum + pick(month), pick(cash.tail));
      for (const { name, count } of stages)
        close(
          total((flow) => flow.counts[name]!),
          count,
          count,
        );
      const revenue = metrics.revenue.value!;
      const cost = metrics.profit.terms.cost!;
      close(
        total((flow) => flow.revenue),
        revenue,
        revenue,
      );
      close(
        total((flow) => flow.marketingCost + flow.salesCost),
        cost,
        cost,
      );
      close(
        total((flow) => flow.net),
        metrics.profit.value!,
        Math.abs(revenue) * 2 + cost,
      );
    }),
    { numRuns: 500 },
  );
});

test('whatever month is looked at, so many have arrived and so much has moved as plain counting finds', () => {
  fc.assert(
    fc.property(arbitraryCampaign(), fc.integer({ min: 1, max: 30 }), (asked, month) => {
      fc.pre(asked.funnel.length <= 4 && asked.timing !== undefined);
      const timed = { ...asked, timing: { ...asked.timing, months: month } };
      const { months } = evaluateCampaign(timed).cash!;
      const total = (pick: (flow: CashFlow) => number) => months.reduce((sum, flow) => sum + pick(flow), 0);
      const { counts } = happenedBy(timed, month);
      for (const { name } of timed.funnel)
        close(
          total((flow) => flow.counts[name]!),
          counts[name]!,
          timed.funnel[0]!.volume!,
        );
      const { cost, collected, won } = moneyBy(timed, month);
      close(
        total((flow) => flow.marketingCost + flow.salesCost),
        cost,
        cost,
      );
      close(
        total((flow) => flow.revenue),
        collected,
        won,
      );
    }),
    { numRuns: 200 },
  );
});

test('a longer delay never raises NPV, with a discount of zero or more and nothing negative delayed', () => {
  const delayed = fc.tuple(
    arbitraryCampaign(),
    fc.double({ min: 0, max: 3, noNaN: true }),
    fc.nat(),
    fc.integer({ min: 1, max: 12 }),
    distribution(),
  );
  fc.assert(
    fc.property(delayed, ([anyCampaign, discountRate, which, longer, delay]) => {
      const { salesPerOpportunity: _, ...costs } = anyCampaign.costs;
      const plain: Campaign = {
        ...anyCampaign,
        costs,
        value: { ...anyCampaign.value, grossMargin: 0.4 },
        timing: { months: 24, spend: [1, 2, 1], ...anyCampaign.timing, discountRate },
      };
      const at = which % plain.funnel.length;
      const withDelay = (shares: number[]): Campaign => ({
        ...plain,
        funnel: plain.funnel.map((stage, index) => (index === at ? { ...stage, delay: shares } : stage)),
      });
      const npvOf = (shares: number[]) => evaluateCampaign(withDelay(shares)).metrics.npv.value!;
      const [sooner, later] = [npvOf(delay), npvOf([...new Array(longer).fill(0), ...delay])];
      const { revenue, profit } = evaluateCampaign(plain).metrics;
      expect(later).toBeLessThanOrEqual(sooner + 1e-12 * (revenue.value! + profit.terms.cost!));
    }),
    { numRuns: 500 },
  );
});

test('what comes back to the last cent is paid back, whatever the last digits of the sum say', () => {
  const even = evaluateCampaign({
    costs: { media: 14_400 },
    funnel: [
      { name: 'leads', volume: 200 },
      { name: 'customers', rate: 0.1, delay: [0, 0, 1] },
    ],
    value: { averageSale: 1200, grossMargin: 0.6 },
    timing: { months: 12, spend: [1, 1, 1] },
  });
  expect(even.cash!.months.at(-1)!.cumulative).toBeCloseTo(0, 6);
  expect(even.cash!.breakEvenMonth).toBe(5);
});
