import { expect, test } from 'vitest';
import { drawBeta, drawGamma } from '../../../../src/roi/chance/draw-beta.ts';
import { luckInterval } from '../../../../src/roi/chance/luck-interval.ts';
import { normalAt } from '../../../../src/roi/chance/normal-at.ts';
import { percentiles } from '../../../../src/roi/chance/percentiles.ts';
import { seededChance } from '../../../../src/roi/chance/seeded-chance.ts';

/** By Python's statistics.NormalDist().inv_cdf. */
test.each([
  [1e-15, -7.941345326170995],
  [1e-9, -5.9978070150076865],
  [0.001, -3.090232306167813],
  [0.05, -1.6448536269514726],
  [0.0749, -1.4402382675279632],
  [0.0751, -1.4388253927525398],
  [0.3, -0.5244005127080407],
  [0.5, 0],
  [0.9, 1.2815515655446008],
  [0.975, 1.9599639845400536],
  [0.999999999, 5.997807019601638],
])('a share of %s of the standard normal lies below %s', (share, point) => {
  expect(Math.abs(normalAt(share) - point)).toBeLessThan(2e-7 * Math.max(1, Math.abs(point)));
});

/** Words of sfc32, filled by splitmix32 from the two halves of the seed, worked out in Python's whole numbers. */
test.each([
  [1, [3798090662, 3229307790, 3199280266, 1248672885], 3778408676],
  [0.1, [3146447798, 2005134242, 2171426463, 1791003240], 1929764278],
])('the same seed (%s) gives the same numbers in every engine', (seed, words, thousandth) => {
  const { uniform } = seededChance(seed);
  const numbers = Array.from({ length: 1000 }, uniform);
  const shareOf = (word: number) => (word + 0.5) / 2 ** 32;
  expect(numbers.slice(0, 4)).toEqual(words.map(shareOf));
  expect(numbers[999]).toBe(shareOf(thousandth));
});

const moments = (samples: number[]) => {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  return { mean, variance: samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0) / samples.length };
};

const sample = (draw: () => number) => moments(Array.from({ length: 40_000 }, draw));

test('normal draws have the mean 0 and the variance 1, and one says nothing of the next', () => {
  const { normal } = seededChance(2);
  const drawn = Array.from({ length: 40_000 }, normal);
  const { mean, variance } = moments(drawn);
  expect(Math.abs(mean)).toBeLessThan(0.025);
  expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  const together = drawn.slice(1).map((each, at) => each * drawn[at]!);
  expect(Math.abs(moments(together).mean)).toBeLessThan(0.025);
  const tails = drawn.filter((each) => Math.abs(each) > 1.959964).length / drawn.length;
  expect(Math.abs(tails - 0.05)).toBeLessThan(0.006);
});

test.each([0.4, 1, 3.5, 50])('gamma draws of shape %s have that mean and that variance', (shape) => {
  const chance = seededChance(3);
  const { mean, variance } = sample(() => drawGamma(shape, chance));
  expect(Math.abs(mean / shape - 1)).toBeLessThan(5 / Math.sqrt(40_000 * shape));
  expect(Math.abs(variance / shape - 1)).toBeLessThan((5 * Math.sqrt(2 + 6 / shape)) / 200);
});

test('gamma draws of shape 1 are exponential: one in e² is above 2', () => {
  const chance = seededChance(4);
  const above = Array.from({ length: 40_000 }, () => drawGamma(1, chance)).filter((each) => each > 2).length;
  expect(Math.abs(above / 40_000 - Math.exp(-2))).toBeLessThan(0.0086);
});

test.each([
  [1 / 3, 10 + 1 / 3],
  [3, 7],
])('beta draws of %s and %s have their mean and their variance', (a, b) => {
  const chance = seededChance(5);
  const { mean, variance } = sample(() => drawBeta(a, b, chance));
  const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
  expect(Math.abs(mean - a / (a + b))).toBeLessThan(5 * Math.sqrt(expected / 40_000));
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.08);
});

test.each([
  ['nobody', 0, 0.5, [0, 0]],
  ['less than half a person', 0.4, 0.5, [0, 0]],
  ['a rate of nothing', 50, 0, [0, 0]],
  ['a rate of all', 50, 1, [50, 50]],
  // The 10th and the 90th percentile of the binomial distribution, summed exactly.
  ['thirty at a tenth', 30, 0.1, [1, 5]],
  ['two thousand at a fiftieth', 2000, 0.02, [32, 48]],
  ['a thousand at a half', 1000, 0.5, [480, 520]],
])('eight of ten cases of %s', (_, many, mean, [low, high]) => {
  expect(luckInterval(many, { mean, variance: 0 })).toEqual({ low, high });
});

test('what is not known of a rate widens its luck, up to everybody or nobody', () => {
  const beta = (a: number, b: number) => (a * b) / ((a + b) ** 2 * (a + b + 1));
  const [a, b] = [3 + 1 / 3, 27 + 1 / 3];
  expect(luckInterval(30, { mean: a / (a + b), variance: beta(a, b) })).toEqual({ low: 1, high: 6 });
  // A coin of which nothing is known but that it is all or nothing.
  expect(luckInterval(10, { mean: 0.5, variance: 1 })).toEqual({ low: 0, high: 10 });
  expect(luckInterval(1000, { mean: 0.5, variance: 1 })).toEqual({ low: 0, high: 1000 });
});

test('of many, luck reaches 1.2816 deviations either way', () => {
  // Of 10,000 at a half the deviation is 50; with a variance of 0.01 of the rate itself, 1,001.2.
  const sure = luckInterval(10_000, { mean: 0.5, variance: 0 });
  expect([sure.low, sure.high]).toEqual([expect.closeTo(4935.922, 2), expect.closeTo(5064.078, 2)]);
  const reach = 1.2815515655 * Math.sqrt(2500 + 10_000 * 9999 * 0.01);
  const known = luckInterval(10_000, { mean: 0.5, variance: 0.01 });
  expect([known.low, known.high]).toEqual([expect.closeTo(5000 - reach, 2), expect.closeTo(5000 + reach, 2)]);
});

test('percentiles of one number are that number, and of none there are none', () => {
  expect(percentiles(Float64Array.of(7))).toEqual({ p10: 7, p50: 7, p90: 7 });
  expect(percentiles(Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY))).toBeNull();
});
