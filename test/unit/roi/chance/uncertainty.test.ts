import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { betaInterval } from '../../../../src/roi/chance/beta-interval.ts';
import { drawBinomial } from '../../../../src/roi/chance/draw-binomial.ts';
import { drawRange } from '../../../../src/roi/chance/draw-range.ts';
import { seededRandom } from '../../../../src/roi/chance/seeded-random.ts';
import { createSimulation, type Rate, simulate } from '../../../../src/roi/index.ts';
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
  expect(simulate(asked, { draws: 1000, seed: 43 })).not.toEqual(whole);
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
  const random = seededRandom(5);
  const { mean, variance } = moments(Array.from({ length: 20_000 }, () => drawBinomial(n, p, random)));
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(Math.abs(mean - n * p)).toBeLessThan(deviation * 0.03);
  expect(variance / deviation ** 2).toBeCloseTo(1, 1);
});

test('a fraction of a trial counts in proportion', () => {
  const random = seededRandom(9);
  expect(moments(Array.from({ length: 20_000 }, () => drawBinomial(2.25, 1, random))).mean).toBeCloseTo(
    2.25,
    1,
  );
});

test('ranges are drawn within their ends, and on average a third of low, likely and high', () => {
  const random = seededRandom(11);
  const samples = Array.from({ length: 20_000 }, () => drawRange({ low: 10, likely: 20, high: 60 }, random));
  expect(Math.min(...samples)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...samples)).toBeLessThanOrEqual(60);
  expect(Math.abs(moments(samples).mean - 30)).toBeLessThan(0.3);
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
