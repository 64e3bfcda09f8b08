import { describe, expect, test } from 'vitest';
import { parseNumber } from '../../../src/i18n/parse-number.ts';

describe('what only the language can tell', () => {
  test.each([
    ['1.234', 'it', 1234],
    ['1.234', 'en', 1.234],
    ['1,234', 'it', 1.234],
    ['1,234', 'en', 1234],
    ['1,234', 'en-IN', 1234],
    ['1.234', 'de', 1234],
    ['1.234', 'de-CH', 1.234],
  ])('“%s” in %s is %d', (text, locale, value) => {
    expect(parseNumber(text, locale)).toBe(value);
  });
});

describe('what is clear in every language', () => {
  const clear: [string, number][] = [
    ['0', 0],
    ['007', 7],
    ['1234', 1234],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['12,34,567.8', 1_234_567.8],
    ['1 234 567,8', 1_234_567.8],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ["1'234.5", 1234.5],
    ['−\u2060€3.5', -3.5],
    ['\u200e12\u200f', 12],
    ['1’234.5', 1234.5],
    ['€ 12', 12],
    ['12 €', 12],
    ['$12.50', 12.5],
    ['EUR 12', 12],
    ['12 CHF', 12],
    ['¥1234', 1234],
    ['3 %', 3],
    ['3,5%', 3.5],
    ['-5', -5],
    ['−5', -5],
    ['+5', 5],
    ['-€5', -5],
    ['  12  ', 12],
    ['12\n', 12],
    ['1e3', 1000],
    ['1.5E6', 1_500_000],
    ['5k', 5000],
    ['5 K', 5000],
    ['€1.1k', 1100],
    ['3 mila', 3000],
    ['1,2 mln', 1_200_000],
    ['2 MLN', 2_000_000],
    ['4m', 4_000_000],
    ['-5k', -5000],
  ];
  test.each(clear)('“%s” is %d', (text, value) => {
    for (const locale of ['it', 'en', 'de', 'fr', 'en-IN', 'de-CH'])
      expect(parseNumber(text, locale)).toBe(value);
  });
});

test.each([
  '',
  ' ',
  '-',
  '.',
  ',',
  '€',
  'a lot',
  '12 apples',
  '1e999',
  '1e',
  'e3',
  '0x10',
  'Infinity',
  'NaN',
  '1.2.3',
  '1,2,3',
  '1.23,45.6',
  '12.345.67,8',
  '--5',
  '5-',
  '1..2',
  '1,,2',
  '12 or 13',
  '½',
  '٣',
  '<b>5</b>',
  'k',
  '5kk',
  '5 km',
  '1e3k',
  '9'.repeat(400),
])('“%s” is no number', (text) => {
  expect(parseNumber(text, 'en')).toBeNull();
  expect(parseNumber(text, 'it')).toBeNull();
});

test('nothing is never minus nothing', () => {
  expect(Object.is(parseNumber('-0', 'en'), 0)).toBe(true);
});

test('a paste of megabytes is told quickly', () => {
  const started = performance.now();
  for (const text of [
    '1,'.repeat(500_000),
    '1'.repeat(1_000_000),
    `${'1.'.repeat(500_000)}x`,
    ' '.repeat(1_000_000),
  ])
    expect(parseNumber(text, 'en')).toBeNull();
  expect(performance.now() - started).toBeLessThan(2_000);
});
