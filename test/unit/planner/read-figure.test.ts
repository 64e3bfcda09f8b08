import { expect, test } from 'vitest';
import { type FigureKind, readFigure } from '../../../src/elements/roi-calculator/planner/read-figure.ts';

test.each<[string, FigureKind, ReturnType<typeof readFigure>]>([
  ['40', 'count', 40],
  ['250', 'growth', 2.5],
  ['60 %', 'share', 0.6],
  ['101', 'share', 'percent'],
  ['9,000', 'currency', 9000],
  ['', 'currency', null],
  ['  ', 'months', null],
  ['-1', 'currency', 'negative'],
  ['2.5', 'months', 'wholeMonths'],
  ['0', 'months', 'wholeMonths'],
  ['121', 'months', 'wholeMonths'],
  ['120', 'months', 120],
  ['soon', 'months', 'number'],
  ['1e9', 'count', 'number'],
  ['9000000000000', 'count', 'tooLarge'],
  ['3.5', 'ratio', 3.5],
])('"%s" as %s is %s', (text, kind, expected) => {
  expect(readFigure(text, kind, 'en')).toBe(expected);
});

test('the language decides what is ambiguous', () => {
  expect(readFigure('9.000', 'currency', 'it')).toBe(9000);
  expect(readFigure('9.000', 'currency', 'en')).toBe(9);
});
