import { describe, expect, test } from 'vitest';
import { formatMoney, formatNumber, formatPercent } from '../../../src/i18n/format.ts';

/** Blanks that do not break, made visible. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, '_');

describe('an amount', () => {
  test.each([
    [2.88, 'en', 'EUR', '€2.88'],
    [2.88, 'it', 'EUR', '2,88_€'],
    [2, 'en', 'EUR', '€2'],
    [1234.56, 'it', 'EUR', '1.235_€'],
    [1234.56, 'en', 'USD', '$1,235'],
    [12_345_678, 'en-IN', 'INR', '₹1,23,45,678'],
    [2.5, 'en', 'JPY', '¥3'],
    [2.5, 'en', 'KWD', 'KWD_2.500'],
    [2.5, 'en', 'HUF', 'Ft_2.50'],
    [-12.5, 'en', 'EUR', '−\u2060€12.50'],
    [-12.5, 'it', 'EUR', '−12,50_€'],
    [0, 'it', 'EUR', '0_€'],
    [-0.001, 'en', 'EUR', '€0.00'],
    [-0.001, 'it', 'EUR', '0,00_€'],
    [2.5, 'en', 'XYZ', 'XYZ_2.50'],
  ])('of %d in %s and %s is %s', (value, locale, currency, text) => {
    expect(plain(formatMoney(value, locale, currency))).toBe(text);
  });
});

describe('a number', () => {
  test.each([
    [1234, 'it', 0, '1.234'],
    [1234.5, 'en', 4, '1,234.5'],
    [0.1 + 0.2, 'en', 4, '0.3'],
    [-0.4, 'en', 0, '0'],
    [999_999_999_999, 'en', 0, '999,999,999,999'],
  ])('%d in %s with %d digits is %s', (value, locale, digits, text) => {
    expect(formatNumber(value, locale, digits)).toBe(text);
  });
});

describe('a fraction', () => {
  test.each([
    [1.88, 'en', '188%'],
    [0.034, 'it', '3,4%'],
    [0.034, 'de', '3,4_%'],
    [-0.0001, 'en', '0%'],
    [12.5, 'en', '1,250%'],
  ])('%d in %s is %s', (value, locale, text) => {
    expect(plain(formatPercent(value, locale, 1))).toBe(text);
  });
});
