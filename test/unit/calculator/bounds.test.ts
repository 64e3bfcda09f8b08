import { expect, test } from 'vitest';
import { type Bounds, limitOf, takes } from '../../../src/calculator/bounds.ts';

test.each<[Bounds, number[], number[]]>([
  [{ unit: 'currency' }, [0, 1e-9, 0.5, 1e12], [-1, 1e-10, 1.1e12, Number.NaN, Number.POSITIVE_INFINITY]],
  [{ unit: 'currency', maySink: true }, [0, -0.5, -1e12, 1e12], [-1e-10, -1.1e12, 1.1e12, Number.NaN]],
  [{ unit: 'count' }, [0, 1e-9, 1e12], [-1, 1.1e12]],
  [{ unit: 'ratio' }, [0, 1.5, 1e12], [-1, 1.1e12]],
  [{ unit: 'fraction' }, [0, 1e-9, 0.5, 1], [-0.1, 1e-10, 1.001]],
  [{ unit: 'fraction', maySink: true }, [-0.1, 0, 2.5, 1e12], [1e-10, 1.1e12]],
  [{ unit: 'months', isWhole: true }, [1, 12, 120], [0, -1, 1.5, 121, Number.NaN]],
  [{ unit: 'months' }, [0, 0.5, 120], [-1, 120.5]],
])('a field of %j takes %j and not %j', (bounds, good, bad) => {
  expect(good.filter((value) => !takes(value, bounds))).toEqual([]);
  expect(bad.filter((value) => takes(value, bounds))).toEqual([]);
  expect(Math.max(...good)).toBe(limitOf(bounds));
});
