import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalSeparator } from '../../../src/i18n/decimal-separator.ts';
import { parseNumber } from '../../../src/i18n/parse-number.ts';
import { plainNumber } from '../../../src/i18n/plain-number.ts';

test.each([
  ['en', '.'],
  ['it', ','],
  ['de', ','],
  ['fr', ','],
  ['de-CH', '.'],
  ['en-IN', '.'],
])('in %s decimals stand behind %s', (locale, separator) => {
  expect(decimalSeparator(locale)).toBe(separator);
});

describe('a number to be edited', () => {
  test.each([
    [5000, 'en', '5000'],
    [1234567.5, 'en', '1234567.5'],
    [1234567.5, 'it', '1234567,5'],
    [0.1 + 0.2, 'en', '0.3'],
    [7.0000000000001, 'en', '7'],
    [-12.5, 'it', '-12,5'],
    [999_999_999_999, 'en', '999999999999'],
    [0, 'en', '0'],
  ])('%d in %s is %s', (value, locale, text) => {
    expect(plainNumber(value, locale)).toBe(text);
  });

  test.each(['en', 'it', 'de-CH'])('is read as what it was: %s', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (tenths) => {
        expect(parseNumber(plainNumber(tenths / 10, locale), locale)).toBe(tenths / 10 + 0);
      }),
    );
  });
});
