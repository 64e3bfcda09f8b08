import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Campaign, evaluateCampaign, type StageName } from '../../../../src/roi/index.ts';
import { arbitraryCampaign, distribution } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';

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
  expect(months.map(({ salesCost }) => salesCost)).toEqual(near([100, 100 + 1000 / 3, 100 + 500 / 3]));
  // The sales team costs the same every month; what an opportunity costs falls in the month it opens.
});

test('exposure is the deepest the campaign is in the red, break-even the month it leaves it for good', () => {
  const { months, peakExposure, breakEvenMonth } = evaluateCampaign(nurtured).cash!;
  const cumulative = months.map((month) => month.cumulative);
  expect(cumulative[0]).toBeCloseTo(-900, 9);
  expect(peakExposure).toBeCloseTo(-Math.min(...cumulative), 12);
  expect(breakEvenMonth).toBe(3);
  const never = evaluateCampaign({ ...nurtured, timing: { months: 2 } }).cash!;
  expect(never.breakEvenMonth).toBeNull();
});

test('production and agency fall at the start, tools and the sales team evenly, unless the campaign says when', () => {
  const costs = { media: 0, production: 600, agency: 300, tools: 60, sales: 120 };
  const spent = (timing: Campaign['timing']) => {
    const { months, tail } = evaluateCampaign(campaign({ costs, timing: timing! })).cash!;
    return [...months, tail].map(({ marketingCost, salesCost }) => [marketingCost, salesCost]);
  };
  expect(spent({ months: 3, spend: [1, 1, 1] })).toEqual([
    [920, 40],
    [20, 40],
    [20, 40],
    [0, 0],
  ]);
  const given = { production: [0, 1], agency: [1, 1, 1], tools: [1], sales: [0, 0, 1, 1] };
  expect(spent({ months: 3, costs: given })).toEqual([
    [160, 0],
    [700, 0],
    [100, 60],
    [0, 60],
  ]);
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
