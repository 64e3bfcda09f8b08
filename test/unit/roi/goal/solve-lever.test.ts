import { describe, expect, test } from 'vitest';
import type { ExpectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import type { Binding } from '../../../../src/roi/goal/goal.ts';
import type { Lever } from '../../../../src/roi/goal/lever.ts';
import { solveLever } from '../../../../src/roi/goal/solve-lever.ts';

/** A lever that is a campaign of one number, so that a gap can be any function of it. */
const leverAt = (value: number, least = 0, most = 1e15) =>
  ({ value, least, most, expect: (at: number) => at as unknown as ExpectedCampaign }) as Lever;

const solve = (
  lever: Lever,
  gap: (at: number) => number,
  { least, most }: { least: number; most: number } = lever,
) =>
  solveLever(lever, (campaign) => gap(campaign as unknown as number), {
    least,
    most,
    mostBinds: 'limit' satisfies Binding,
  });

describe('a gap that is linear', () => {
  test.each([
    ['above where the lever stands', 10, (at: number) => 3 * at - 60, 20],
    ['below it', 10, (at: number) => 3 * at - 6, 2],
    ['where it stands', 10, (at: number) => at - 10, 10],
    ['at nothing', 10, (at: number) => 7 * at, 0],
    ['falling', 10, (at: number) => 60 - 3 * at, 20],
    ['from nothing', 0, (at: number) => at - 5, 5],
    ['far from it', 1, (at: number) => at - 1e12, 1e12],
  ])('is closed %s', (_, value, gap, answer) => {
    expect(solve(leverAt(value), gap)).toBeCloseTo(answer, 9);
  });

  const upTo100 = { least: 5, most: 100 };
  test.each([
    [4, null],
    [5, 5],
    [100, 100],
    [101, null],
  ])('is closed within the limits only: at %d', (zero, answer) => {
    expect(solve(leverAt(10), (at) => 3 * (at - zero), upTo100)).toBe(answer);
  });

  test('a limit is met where only rounding lies between', () => {
    const least = 5 * (1 + 4e-13);
    const most = 100 * (1 - 4e-13);
    expect(solve(leverAt(10), (at) => at - 5, { least, most: 100 })).toBe(least);
    expect(solve(leverAt(10), (at) => at - 100, { least: 5, most })).toBe(most);
    expect(solve(leverAt(10), (at) => at - 5, { least: 5 * (1 + 1e-9), most: 100 })).toBeNull();
    expect(solve(leverAt(10), (at) => at - 100, { least: 5, most: 100 * (1 - 1e-9) })).toBeNull();
  });
});

describe('any other gap', () => {
  test.each([
    ['above where the lever stands', 4, (at: number) => Math.sqrt(at) - 5, 25],
    ['below it', 400, (at: number) => Math.sqrt(at) - 5, 25],
    ['falling', 4, (at: number) => 100 / at - 5, 20],
    ['with two answers, on the side towards less', 10, (at: number) => (at - 2) * (at - 50), 2],
  ])('is searched for where it changes its sign: %s', (_, value, gap, answer) => {
    expect(solve(leverAt(value, 0, 1000), gap)).toBeCloseTo(answer, 6);
  });

  test.each([
    ['too much for its upper limit', 4, (at: number) => Math.sqrt(at) - 5, { least: 0, most: 24 }],
    ['too little for its lower one', 400, (at: number) => Math.sqrt(at) - 5, { least: 26, most: 1000 }],
    [
      'more than its upper limit, and less than where it stands',
      400,
      (at: number) => Math.sqrt(at) - 5,
      { least: 0, most: 24 },
    ],
    ['nowhere', 4, (at: number) => at ** 2 + 1, { least: 0, most: 1000 }],
  ])('has no answer where that is %s', (_, value, gap, limits) => {
    expect(solve(leverAt(value), gap, limits)).toBeNull();
  });

  test('is asked next to nothing where nothing has no answer', () => {
    // No answer at nothing, as of a cost for each of nobody.
    const gap = (at: number) => (at === 0 ? Number.NaN : 6 - 1 / at);
    expect(solve(leverAt(100, 0, 1000), gap)).toBeCloseTo(1 / 6, 9);
    // Where it stands at nothing itself, too.
    expect(solve(leverAt(0, 0, 1000), gap)).toBeCloseTo(1 / 6, 9);
  });

  test('is not asked where the lever stands outside of its limits', () => {
    const asked: number[] = [];
    const gap = (at: number) => {
      asked.push(at);
      return Math.sqrt(at) - 5;
    };
    // Measured there, and searched for within.
    expect(solve(leverAt(900, 0, 1000), gap, { least: 1, most: 100 })).toBeCloseTo(25, 6);
    expect(asked.slice(3).every((at) => at >= 1 && at <= 100)).toBe(true);
  });
});
