import { expect, test } from 'vitest';
import {
  type FigureKind,
  readFigure,
  roundedFigure,
  typedFigure,
  writtenFigure,
} from '../../../src/calculator/figure-kind.ts';
import { formatter } from '../../../src/i18n/formatter.ts';

test.each<[string, FigureKind, ReturnType<typeof readFigure>]>([
  ['40', 'count', 40],
  ['250', 'growth', 2.5],
  ['60 %', 'share', 0.6],
  ['101', 'share', 'percent'],
  ['9,000', 'currency', 9000],
  ['', 'currency', null],
  ['  ', 'months', null],
  ['-1', 'currency', 'negative'],
  ['-1', 'balance', -1],
  ['-20 %', 'growth', -0.2],
  ['-9000000000000', 'balance', 'tooLarge'],
  ['0.0000000001', 'currency', 'number'],
  ['2.5', 'months', 'wholeMonths'],
  ['0', 'months', 'wholeMonths'],
  ['121', 'months', 'wholeMonths'],
  ['120', 'months', 120],
  ['soon', 'months', 'number'],
  ['1e9', 'count', 1e9],
  ['1e20', 'currency', 'tooLarge'],
  ['9000000000000', 'count', 'tooLarge'],
  ['3.5', 'ratio', 3.5],
])('"%s" as %s is %s', (text, kind, expected) => {
  expect(readFigure(text, kind, 'en')).toBe(expected);
});

test.each<[FigureKind, string, string, string]>([
  ['currency', '1234.567', '1234.57', '€1,235'],
  ['balance', '-1234.567', '-1234.57', '−€1,235'],
  ['count', '1234.5', '1235', '1,235'],
  ['growth', '33.333', '33.33', '33.33%'],
  ['ratio', '3.456', '3.46', '3.46'],
])(
  '%s: an entry keeps its digits, a plan is rounded, a sentence has its unit',
  (kind, typed, rounded, written) => {
    const value = readFigure(typed, kind, 'en') as number;
    const format = formatter('en', 'EUR');
    expect(typedFigure(value, kind, format)).toBe(typed);
    expect(roundedFigure(value, kind, format)).toBe(rounded);
    expect(writtenFigure(value, kind, format)).toBe(written);
  },
);

test('the language decides what is ambiguous', () => {
  expect(readFigure('9.000', 'currency', 'it')).toBe(9000);
  expect(readFigure('9.000', 'currency', 'en')).toBe(9);
});
