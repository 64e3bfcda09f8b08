import { expect, test } from 'vitest';
import type { Bounds } from '../../../src/calculator/bounds.ts';
import { readFigure, roundedFigure, writtenFigure } from '../../../src/calculator/typed-figure.ts';
import { typedText, unitSign } from '../../../src/calculator/typed-number.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import type { MetricUnit } from '../../../src/roi/metrics/metric.ts';

const money: Bounds = { unit: 'currency' };
const profit: Bounds = { unit: 'currency', maySink: true };
const share: Bounds = { unit: 'fraction' };
const growth: Bounds = { unit: 'fraction', maySink: true };
const count: Bounds = { unit: 'count' };
const months: Bounds = { unit: 'months', isWhole: true };

test.each<[string, Bounds, ReturnType<typeof readFigure>]>([
  ['40', count, 40],
  ['250', growth, 2.5],
  ['60 %', share, 0.6],
  ['101', share, 'percent'],
  ['9,000', money, 9000],
  ['', money, null],
  ['  ', months, null],
  ['-1', money, 'negative'],
  ['-1', profit, -1],
  ['-20 %', growth, -0.2],
  ['-9000000000000', profit, 'tooLarge'],
  ['0.0000000001', money, 'number'],
  ['2.5', months, 'wholeMonths'],
  ['0', months, 'wholeMonths'],
  ['-1', months, 'wholeMonths'],
  ['121', months, 'wholeMonths'],
  ['120', months, 120],
  ['soon', months, 'number'],
  ['1e9', count, 1e9],
  ['1e20', money, 'tooLarge'],
  ['9000000000000', count, 'tooLarge'],
  ['3.5', { unit: 'ratio' }, 3.5],
])('“%s” in a field of %j is %s', (text, bounds, expected) => {
  expect(readFigure(text, bounds, 'en')).toBe(expected);
});

test.each<[MetricUnit, string, string, string]>([
  ['currency', '1234.567', '1234.57', '€1,235'],
  ['currency', '12.345', '12.35', '€12.35'],
  ['currency', '-1234.567', '-1234.57', '−\u2060€1,235'],
  ['count', '1234.5', '1235', '1,235'],
  ['fraction', '33.333', '33.33', '33.33%'],
  ['ratio', '3.456', '3.46', '3.46'],
])(
  '%s: an entry keeps its digits, a plan is rounded, a sentence has its unit',
  (unit, typed, rounded, written) => {
    const value = readFigure(typed, { unit, maySink: true }, 'en') as number;
    expect(typedText(value, unit, 'en')).toBe(typed);
    expect(roundedFigure(value, unit, 'en')).toBe(rounded);
    expect(writtenFigure(value, unit, formatter('en', 'EUR'))).toBe(written);
  },
);

test('a field says its unit', () => {
  const euros = formatter('en', 'EUR');
  const units: MetricUnit[] = ['currency', 'fraction', 'ratio', 'count', 'months'];
  expect(units.map((unit) => unitSign(unit, euros))).toEqual(['€', '%', '×', '', '']);
});

test('the language decides what is ambiguous', () => {
  expect(readFigure('9.000', money, 'it')).toBe(9000);
  expect(readFigure('9.000', money, 'en')).toBe(9);
});
