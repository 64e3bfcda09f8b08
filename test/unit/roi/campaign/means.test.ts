import { expect, test } from 'vitest';
import { evaluateCampaign } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const bought = (price: { low: number; likely: number; high: number } | number) =>
  evaluateCampaign(campaign({ costs: { media: 1 }, funnel: [{ name: 'clicks', price }] })).stages[0]!.count;

/** The mean of 1 / price over the triangle, by Simpson's rule on either side of its summit. */
function meanOfReciprocal({ low, likely, high }: { low: number; likely: number; high: number }): number {
  const density = (x: number) =>
    (2 / (high - low)) *
    (x < likely ? (x - low) / (likely - low) : likely < high ? (high - x) / (high - likely) : 1);
  const integral = (from: number, to: number) => {
    if (from === to) return 0;
    const steps = 4000;
    const width = (to - from) / steps;
    let sum = 0;
    for (let at = 0; at <= steps; at++) {
      // From within: at an end where the price has no slope, the density is that of the other side.
      const x = Math.min(to - width * 1e-9, Math.max(from + width * 1e-9, from + at * width));
      sum += ((at === 0 || at === steps ? 1 : at % 2 ? 4 : 2) * density(x)) / x;
    }
    return (sum * width) / 3;
  };
  return integral(low, likely) + integral(likely, high);
}

test.each([
  { low: 1, likely: 2, high: 6 },
  { low: 1, likely: 1, high: 4 },
  { low: 1, likely: 4, high: 4 },
  { low: 10, likely: 10.001, high: 10.01 },
])('money at a price of %j buys the mean of what it buys at each price', (price) => {
  expect(bought(price) / meanOfReciprocal(price)).toBeCloseTo(1, 8);
});

test('a range that hardly varies buys what its mean buys', () => {
  expect(bought({ low: 4, likely: 4, high: 4 })).toBeCloseTo(0.25, 14);
  expect(bought({ low: 4, likely: 4, high: 4.00003 })).toBeCloseTo(1 / 4.00001, 11);
  expect(bought(4)).toBe(0.25);
});

/** A customer orders for 1 each month, and is won in the first. */
const paid = (months: number, value: { churn?: number; horizon?: number }) =>
  evaluateCampaign(
    campaign({
      costs: { media: 1 },
      funnel: [{ name: 'customers', volume: 1 }],
      value: { averageSale: 1, grossMargin: 1, ...value },
      timing: { months },
    }),
  ).cash!;

test('who stays with a chance of a half each month orders half as much each month', () => {
  const { months, tail } = paid(3, { churn: 0.5 });
  expect(months.map(({ revenue }) => revenue)).toEqual([1, 0.5, 0.25]);
  expect(tail.revenue).toBeCloseTo(0.25, 12);
});

test('a horizon that ends within a month counts that part of it', () => {
  const { months, tail } = paid(4, { horizon: 2.5 });
  expect(months.map(({ revenue }) => revenue)).toEqual([1, 1, 0.5, 0]);
  expect(tail.revenue).toBe(0);
  // With churn, half a month at the end has (1 - 0.5 ** 0.5) / 0.5 of what is left, a quarter.
  const half = paid(3, { churn: 0.5, horizon: 2.5 });
  expect(half.months[2]!.revenue).toBeCloseTo(0.25 * ((1 - Math.SQRT1_2) / 0.5), 12);
});

test('what falls after the months looked at is what is still to come', () => {
  expect(paid(2, { horizon: 5 }).tail.revenue).toBe(3);
  expect(paid(5, { horizon: 5 }).tail.revenue).toBe(0);
  expect(paid(1, { churn: 0.5, horizon: 3 }).tail.revenue).toBeCloseTo(0.75, 12);
  expect(paid(2, { churn: 0 }).tail.revenue).toBeNull();
  expect(paid(2, { churn: 1 }).tail.revenue).toBe(0);
});
