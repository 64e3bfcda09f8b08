import { expect, test } from 'vitest';
import { formatter } from '../../../src/i18n/formatter.ts';
import { detail } from '../../../src/i18n/precision.ts';

/** Blanks that do not break, made visible. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, '_');

test.each([
  ['en', 'EUR', '€', 1],
  ['it', 'EUR', '€', 1],
  ['en', 'USD', '$', 1],
  ['en', 'KWD', 'KWD', 1],
  ['en', 'JPY', '¥', 100],
  ['en', 'KRW', '₩', 100],
])('in %s, %s is written with %s, and a return is told for %d of it', (locale, currency, symbol, one) => {
  const format = formatter(locale, currency);
  expect([format.locale, format.symbol, format.one]).toEqual([locale, symbol, one]);
});

test('amounts, numbers and fractions are written its way', () => {
  const format = formatter('it', 'EUR');
  expect(plain(format.money(1234.5))).toBe('1.235_€');
  expect(plain(format.money(2.5))).toBe('2,50_€');
  expect(format.number(1234.56789)).toBe('1.234,5679');
  expect(format.figure(0.034, 'fraction')).toBe('3,4%');
  expect(format.precise(0.0345, 'fraction', detail)).toBe('3,45%');
  expect(plain(format.precise(12.3456, 'currency', detail))).toBe('12,35_€');
});

test.each([
  [25, 'currency', '€25'],
  [1.88, 'fraction', '188%'],
  [2.884, 'ratio', '2.9×'],
  [3.25, 'months', '3.3'],
  [6.2, 'count', '7'],
  [6, 'count', '6'],
  // Nobody is one more for what a computer adds up.
  [6 + 1e-12, 'count', '6'],
] as const)('a result of %d in %s is %s', (value, unit, text) => {
  expect(formatter('en', 'EUR').figure(value, unit)).toBe(text);
});

test('any other figure rounds up nobody, and has no sign of a ratio', () => {
  const { precise } = formatter('en', 'EUR');
  expect(precise(6.2, 'count', detail)).toBe('6.2');
  expect(precise(2.884, 'ratio', detail)).toBe('2.88');
});
