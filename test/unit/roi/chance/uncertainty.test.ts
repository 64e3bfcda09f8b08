import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { betaInterval } from '../../../../src/roi/chance/beta-interval.ts';
import { binomialAt } from '../../../../src/roi/chance/binomial-at.ts';
import { percentiles } from '../../../../src/roi/chance/percentiles.ts';
import { rangeAt } from '../../../../src/roi/chance/range-at.ts';
import { seededChance } from '../../../../src/roi/chance/seeded-chance.ts';
import { type Campaign, createSimulation, type Rate, simulate } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const leads = (volume: number, rate: Rate) =>
  campaign({
    costs: { media: 1000 },
    funnel: [
      { name: 'leads', volume },
      { name: 'customers', rate },
    ],
    value: { averageSale: 1000, grossMargin: 0.5 },
  });

/** Ten per cent, as good as known: a billion of ten billion. */
const sure: Rate = { hits: 1e9, of: 1e10 };

test('thirty leads at a sure ten per cent still lose money about 18 times in a hundred', () => {
  const exact = 0.9 ** 30 + 30 * 0.1 * 0.9 ** 29;
  for (const seed of [1, 2, 3]) {
    const { lossChance } = simulate(leads(30, sure), { draws: 20_000, seed });
    expect(Math.abs(lossChance! - exact)).toBeLessThan(0.012);
  }
});

test('a rate given as a plain number is sure, and yet its outcome is drawn beside anything uncertain', () => {
  const ranged = { ...leads(30, 0.1), costs: { media: { low: 999.9, likely: 1000, high: 1000 } } };
  expect(simulate(ranged, { draws: 20_000, seed: 1 }).lossChance).toBeCloseTo(0.184, 1);
});

test('nothing uncertain given: no answer, and the reason', () => {
  expect(simulate(leads(30, 0.1), { draws: 100, seed: 1 })).toEqual({
    draws: 0,
    seed: 1,
    reason: 'no-uncertainty-given',
    lossChance: null,
    profit: null,
    revenue: null,
    roiMargin: null,
    customers: null,
    rates: {},
  });
});

test('the simulated median of a rate with counts lies at x of n', () => {
  for (const [hits, of] of [
    [1, 10],
    [3, 30],
    [30, 300],
    [9, 12],
    [500, 1000],
  ] as const) {
    const { rates } = simulate(leads(100, { hits, of }), { draws: 20_000, seed: 7 });
    const deviation = Math.sqrt(((hits / of) * (1 - hits / of)) / of);
    expect(Math.abs(rates.customers!.p50 - hits / of)).toBeLessThan(0.06 * deviation);
  }
});

test('the same seed gives the same answer, in slices of any size', () => {
  const asked = leads(200, { hits: 3, of: 30 });
  const whole = simulate(asked, { draws: 1000, seed: 42 });
  expect(simulate(asked, { draws: 1000, seed: 42 })).toEqual(whole);
  expect(simulate(asked, { draws: 1000, seed: 43 }).profit).not.toEqual(whole.profit);
  const simulation = createSimulation(asked, { draws: 1000, seed: 42 });
  while (simulation.run(77) > 0);
  expect(simulation.result()).toEqual(whole);
});

const moments = (samples: number[]) => {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  return { mean, variance: samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0) / samples.length };
};

test.each([
  [30, 0.1],
  [1000, 0.3],
  [1e6, 0.02],
  [1e15, 0.5],
  [100, 0.99],
])('how many of %s hit at %s has the mean and the variance of a binomial', (n, p) => {
  const { uniform } = seededChance(5);
  const { mean, variance } = moments(Array.from({ length: 20_000 }, () => binomialAt(n, p, uniform())));
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(Math.abs(mean - n * p)).toBeLessThan(deviation * 0.03);
  expect(variance / deviation ** 2).toBeCloseTo(1, 1);
});

/** A binomial's distribution function by its own recursion, summed without a shortcut. */
function chanceOfAtMost(hits: number, n: number, p: number): number {
  if (hits < 0) return 0;
  let probability = (1 - p) ** n;
  let sum = probability;
  for (let k = 1; k <= hits; k++) {
    probability *= (((n - k + 1) / k) * p) / (1 - p);
    sum += probability;
  }
  return sum;
}

test.each([
  [30, 0.1],
  [400, 0.15],
  [500, 0.3],
])('of %s trials at %s, so many hit as the sum of their probabilities says', (n, p) => {
  for (const share of [0.001, 0.1, 0.37, 0.5, 0.9, 0.999]) {
    const hits = binomialAt(n, p, share);
    // Within a thousandth of a deviation, which is less than one hit here: only where a share is a tie may it differ.
    expect(chanceOfAtMost(hits, n, p)).toBeGreaterThanOrEqual(share - 5e-4);
    expect(chanceOfAtMost(hits - 1, n, p)).toBeLessThan(share + 5e-4);
  }
});

test('more trials or a better chance never hit less often, for the same luck', () => {
  const trials = fc.integer({ min: 0, max: 5000 });
  const fraction = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(trials, fc.integer({ min: 1, max: 500 }), fraction, fraction, (n, more, p, share) => {
      expect(binomialAt(n + more, p, share)).toBeGreaterThanOrEqual(binomialAt(n, p, share) - 1e-9);
    }),
    { numRuns: 2000 },
  );
});

test('a fraction of a person counts in proportion', () => {
  const { customers, profit } = simulate(
    { ...leads(2.25, 1), costs: { media: { low: 1, likely: 1, high: 1 } } },
    { draws: 20_000, seed: 9 },
  );
  // Two, or three in one case of four.
  expect([customers!.p10, customers!.p50, customers!.p90]).toEqual([2, 2, 3]);
  expect(profit!.p90).toBe(1499);
});

test('ranges are drawn within their ends, and on average a third of low, likely and high', () => {
  const { uniform } = seededChance(11);
  const samples = Array.from({ length: 20_000 }, () => rangeAt({ low: 10, likely: 20, high: 60 }, uniform()));
  expect(Math.min(...samples)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...samples)).toBeLessThanOrEqual(60);
  expect(Math.abs(moments(samples).mean - 30)).toBeLessThan(0.3);
});

/** Where P10, P50 and P90 of a triangle lie: its distribution function is quadratic on either side of its summit. */
function triangle({ low, likely, high }: { low: number; likely: number; high: number }): number[] {
  const width = high - low;
  return [0.1, 0.5, 0.9].map((share) =>
    share < (likely - low) / width
      ? low + Math.sqrt(share * width * (likely - low))
      : high - Math.sqrt((1 - share) * width * (high - likely)),
  );
}

const skewed = (times: number) => ({ low: 0.1 * times, likely: 0.3 * times, high: 0.9 * times });

/** Ten opportunities, all of them won: 5,000 of revenue at 60 %, less 1,000 of media and 100 for each. */
const won = (about: Partial<Campaign>) =>
  campaign({
    costs: { media: 1000, salesPerOpportunity: 100 },
    funnel: [
      { name: 'opportunities', volume: 10 },
      { name: 'customers', rate: 1 },
    ],
    ...about,
  });

test.each<[string, ReturnType<typeof skewed>, Campaign, (drawn: number) => number]>([
  ['media', skewed(1000), won({ costs: { media: skewed(1000) } }), (media) => 3000 - media],
  [
    'what an opportunity costs',
    skewed(100),
    won({ costs: { media: 1000, salesPerOpportunity: skewed(100) } }),
    (each) => 2000 - 10 * each,
  ],
  [
    'a sale',
    skewed(500),
    won({ value: { averageSale: skewed(500), grossMargin: 0.6 } }),
    (sale) => 6 * sale - 2000,
  ],
  [
    'the margin',
    skewed(1),
    won({ value: { averageSale: 500, grossMargin: skewed(1) } }),
    (margin) => 5000 * margin - 2000,
  ],
  [
    'orders',
    skewed(1),
    won({ value: { averageSale: 500, grossMargin: 0.6, ordersPerCustomer: skewed(1) } }),
    (orders) => 3000 * orders - 2000,
  ],
])('where only %s is uncertain, profit is spread as the triangle over it', (_, range, asked, profitOf) => {
  const { profit } = simulate(asked, { draws: 20_000, seed: 3 });
  const [p10, p50, p90] = triangle(range)
    .map(profitOf)
    .sort((a, b) => a - b) as [number, number, number];
  const slack = 0.03 * (p90 - p10);
  expect(Math.abs(profit!.p10 - p10)).toBeLessThan(slack);
  expect(Math.abs(profit!.p50 - p50)).toBeLessThan(slack);
  expect(Math.abs(profit!.p90 - p90)).toBeLessThan(slack);
});

test('percentiles lie between their neighbours, in proportion', () => {
  expect(percentiles(Float64Array.of(40, 10, Number.NaN, 30, 20))).toEqual({ p10: 13, p50: 25, p90: 37 });
});

test('more than a million draws are refused', () => {
  const asked = leads(30, { hits: 3, of: 30 });
  expect(() => createSimulation(asked, { draws: 1e6 + 1, seed: 1 })).toThrow('draws');
});

test('so many counts that a rate is as good as normal', () => {
  const half = 1.2815515655446004 * Math.sqrt(0.25 / 4e7);
  expect(betaInterval(2e7, 2e7)).toEqual([expect.closeTo(0.5 - half, 9), expect.closeTo(0.5 + half, 9)]);
});

test('the interval of a rate holds eight of ten: uniform, and the arcsine law', () => {
  const [low, high] = betaInterval(1, 1);
  expect([low, high]).toEqual([expect.closeTo(0.1, 3), expect.closeTo(0.9, 3)]);
  const arcsine = (share: number) => Math.sin((share * Math.PI) / 2) ** 2;
  expect(betaInterval(0.5, 0.5)).toEqual([expect.closeTo(arcsine(0.1), 3), expect.closeTo(arcsine(0.9), 3)]);
  // Beta(a, 1) has the distribution function x ** a.
  expect(betaInterval(4, 1)).toEqual([expect.closeTo(0.1 ** 0.25, 3), expect.closeTo(0.9 ** 0.25, 3)]);
});

test('any counts have an interval around their rate, the narrower the more were observed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, hit) => {
      const hits = Math.floor(of * hit);
      const width = (times: number) => {
        const [low, high] = betaInterval(hits * times + 1 / 3, (of - hits) * times + 1 / 3);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (hits > 0 && hits < of) expect(low < hits / of && hits / of < high).toBe(true);
        return high - low;
      };
      expect(width(100)).toBeLessThan(width(1));
    }),
  );
});
