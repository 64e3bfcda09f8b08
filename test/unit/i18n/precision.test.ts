import { expect, test } from 'vitest';
import {
  chance,
  delivery,
  detail,
  digitsOf,
  entry,
  moneyDigits,
  type Precision,
  result,
  rounded,
  sideBySide,
  target,
} from '../../../src/i18n/precision.ts';
import type { MetricUnit } from '../../../src/roi/metrics/metric.ts';

test.each<[string, Precision, MetricUnit, number, number]>([
  ['a result', result, 'fraction', 0.1234, 1],
  ['a result', result, 'ratio', 2.884, 1],
  ['a result', result, 'months', 3.25, 1],
  ['a result', result, 'count', 6.2, 0],
  ['a target', target, 'fraction', 0.1234, 1],
  ['a target', target, 'count', 1234.56, 1],
  ['a detail', detail, 'fraction', 0.0999, 2],
  ['a detail', detail, 'fraction', 0.1, 1],
  ['a detail', detail, 'ratio', 123.456, 2],
  ['a detail', detail, 'count', 99.94, 1],
  ['a detail', detail, 'count', 100, 0],
  ['a delivery', delivery, 'count', 12.34, 1],
  ['a delivery', delivery, 'currency', 12.34, 0],
  ['an entry', entry, 'currency', 1234.567, 2],
  ['an entry', entry, 'fraction', 0.6, 2],
  ['an entry', entry, 'ratio', 3.456, 2],
  ['an entry', entry, 'months', 2.5, 2],
  ['an entry', entry, 'count', 99.994, 2],
  ['an entry', entry, 'count', 100, 0],
  ['a chance', chance, 'fraction', 0.0099, 2],
  ['a chance', chance, 'fraction', 0.0101, 1],
  ['a chance', chance, 'fraction', 0.9899, 1],
  ['a chance', chance, 'fraction', 0.9901, 2],
])('%s (%j) in %s of %d has %d decimals', (_, precision, unit, value, digits) => {
  expect(digitsOf(value, unit, precision)).toBe(digits);
});

test.each<[number, MetricUnit, Precision, number]>([
  [1234.567, 'currency', entry, 1234.57],
  [1234.567, 'currency', delivery, 1235],
  [1234.567, 'currency', result, 1234.567],
  [0.123456, 'fraction', entry, 0.1235],
  [0.123456, 'fraction', result, 0.123],
  [1234.5, 'count', entry, 1235],
])('%d in %s is rounded as its decimals are: %j', (value, unit, precision, expected) => {
  expect(rounded(value, unit, precision)).toBe(expected);
});

test.each([
  [[99.5, -3.25], -3.25],
  [[100, -3.25], -3],
  [[-100, 3.25], 3],
])('of amounts side by side, %j, all have cents or none has', (amounts, shown) => {
  expect(rounded(amounts[1]!, 'currency', sideBySide(amounts))).toBe(shown);
});

test.each([
  [2.5, 'EUR', 2],
  [2, 'EUR', 0],
  [999.99, 'EUR', 2],
  [1000.5, 'EUR', 0],
  [-1000.5, 'EUR', 0],
  [2.5, 'JPY', 0],
  [2.5, 'KWD', 3],
])('an amount of %d %s is written with %d decimals', (amount, currency, digits) => {
  expect(moneyDigits(amount, currency)).toBe(digits);
});
