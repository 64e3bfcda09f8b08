import { describe, expect, it } from 'vitest';
import { fisher } from '../../../collector/learning/fisher.ts';
import { holm } from '../../../collector/learning/holm.ts';
import { ranking } from '../../../collector/learning/ranking.ts';
import { ridge, ridgeLoss } from '../../../collector/learning/ridge.ts';
import { wilson } from '../../../collector/learning/wilson.ts';

const choose = (n: number, k: number): number =>
  k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;

describe('what deals are looked at with', () => {
  it('gives the interval whose ends are where the normal test would just reject', () => {
    for (const [hits, of] of [
      [0, 10],
      [3, 12],
      [12, 40],
      [40, 40],
    ] as const) {
      const { low, high, rate } = wilson(hits, of)!;
      for (const end of [low, high].filter((end) => end > 1e-9 && end < 1 - 1e-9)) {
        expect(Math.abs(rate - end) / Math.sqrt((end * (1 - end)) / of)).toBeCloseTo(1.959964, 5);
      }
    }
    expect(wilson(0, 0)).toBeNull();
  });

  it('tests the lady who tasted tea, as Fisher did', () => {
    expect(fisher([3, 1, 1, 3])).toBeCloseTo(34 / 70, 10);
    expect(fisher([4, 0, 0, 4])).toBeCloseTo(2 / 70, 10);
  });

  it('finds what counting all tables finds', () => {
    for (let a = 0; a < 5; a++) {
      for (let b = 0; b < 5; b++) {
        for (let c = 0; c < 5; c++) {
          const d = 4;
          const ways = (won: number) => choose(a + b, won) * choose(c + d, a + c - won);
          const all = Array.from({ length: a + c + 1 }, (_, won) => ways(won));
          const sum = (of: number[]) => of.reduce((one, other) => one + other, 0);
          const rare = all.filter((each) => each <= ways(a) + 1e-9);
          expect(fisher([a, b, c, d])).toBeCloseTo(sum(rare) / sum(all), 9);
        }
      }
    }
  });

  it('corrects for all looks, and leaves the order as it was', () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [at, expected] of [0.03, 0.06, 0.06, 0.02].entries()) {
      expect(corrected[at]).toBeCloseTo(expected, 12);
    }
  });

  it('counts how often a won deal ranks first, ties half', () => {
    expect(ranking([3, 2], [1, 2])!.share).toBe(0.875);
    expect(ranking([], [1])).toBeNull();
    // Hanley and McNeil 1982, with the variance written out by hand: 0.8 of 25 pairs.
    const { share, low } = ranking([2, 2, 2, 2, 2], [1, 1, 1, 1, 3])!;
    expect(share).toBe(0.8);
    const variance = (0.16 + 4 * (2 / 3 - 0.64) + 4 * (1.28 / 1.8 - 0.64)) / 25;
    expect(low).toBeCloseTo(0.8 - 1.959964 * Math.sqrt(variance), 5);
  });

  it('finds the weights with the least loss, in which two signs that say the same share their say', () => {
    const rows = Array.from({ length: 40 }, (_, at) => [1, at % 2, at % 2, Number(at % 3 === 0)]);
    const won = rows.map((_, at) => at % 2 === 1 && at % 5 !== 0);
    const weights = ridge(rows, won, 1);
    expect(weights[1]).toBeCloseTo(weights[2]!, 8);
    const least = ridgeLoss(rows, won, weights, 1);
    for (const [at] of weights.entries()) {
      for (const by of [-0.01, 0.01]) {
        const moved = weights.map((weight, other) => weight + (at === other ? by : 0));
        expect(ridgeLoss(rows, won, moved, 1)).toBeGreaterThan(least);
      }
      const nearby = (by: number) =>
        ridgeLoss(
          rows,
          won,
          weights.map((weight, other) => weight + (at === other ? by : 0)),
          1,
        );
      expect((nearby(1e-4) - nearby(-1e-4)) / 2e-4).toBeCloseTo(0, 6);
    }
  });
});
