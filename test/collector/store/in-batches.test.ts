import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBatches } from '../../../collector/store/in-batches.ts';

const sizesOf = (count: number): number[] =>
  [...inBatches(Array.from({ length: count }, (_, i) => i))].map(({ length }) => length);

test('rows are split into as few sizes as can make up any number', () => {
  expect(sizesOf(0)).toEqual([]);
  expect(sizesOf(1)).toEqual([1]);
  expect(sizesOf(100)).toEqual([64, 32, 4]);
  expect(sizesOf(300)).toEqual([128, 128, 32, 8, 4]);
});

test('every row comes once, in its place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 1_000 }), (rows) => {
      expect([...inBatches(rows)].flat()).toEqual(rows);
    }),
  );
});

test('however many rows there are, statements come in eight lengths', () => {
  const lengths = new Set(Array.from({ length: 1_000 }, (_, count) => sizesOf(count)).flat());
  expect([...lengths].sort((a, b) => a - b)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
});
