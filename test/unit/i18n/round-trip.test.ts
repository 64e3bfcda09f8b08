import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, formatNumber } from '../../../src/i18n/format.ts';
import { parseNumber } from '../../../src/i18n/parse-number.ts';

const locales = ['it', 'en', 'de', 'fr', 'en-IN', 'de-CH'];

/** Up to a billion, with at most four decimals: what a field of the calculator shows. */
const shown = fc.integer({ min: -1e13, max: 1e13 }).map((tenThousandths) => tenThousandths / 10_000);

describe.each(locales)('in %s', (locale) => {
  test('a number as it is written is read as the same number', () => {
    fc.assert(
      fc.property(shown, (value) => {
        expect(parseNumber(formatNumber(value, locale, 4), locale)).toBe(value + 0);
      }),
    );
  });

  test('an amount in euros as it is written is read as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), (cents) => {
        expect(parseNumber(formatMoney(cents / 100, locale, 'EUR'), locale)).toBe(cents / 100 + 0);
      }),
    );
  });

  test('whatever is typed, the answer is a finite number or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+−]?[\d.,' €%]{0,20}$/)), (text) => {
        const value = parseNumber(text, locale);
        expect(value === null || (Number.isFinite(value) && !Object.is(value, -0))).toBe(true);
      }),
    );
  });
});
