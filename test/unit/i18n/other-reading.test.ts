import { expect, test } from 'vitest';
import { groupedNumber } from '../../../src/i18n/grouped-number.ts';
import { otherReading } from '../../../src/i18n/other-reading.ts';
import { parseNumber } from '../../../src/i18n/parse-number.ts';

test.each([
  ['5.000', 'en', 5000],
  ['5,000', 'it', 5000],
  ['€1.234', 'en', 1234],
  ['999.999 €', 'en', 999_999],
  ['5,000', 'en', null],
  ['5.000', 'it', null],
  ['0.125', 'en', null],
  ['5.00', 'en', null],
  ['1234.500', 'en', null],
  ['1.234.567', 'en', null],
  ['a lot', 'en', null],
  ['1.250k', 'en', null],
  ['1,250 mln', 'it', null],
  ['2,500 mila', 'it', null],
  ['1.250 kr', 'en', null],
  ['1.250 EUR', 'en', 1250],
])('“%s” in %s may also mean %j', (text, locale, other) => {
  expect(otherReading(text, locale)).toBe(other);
});

test.each(['en', 'it', 'de-CH', 'fr', 'en-IN', 'es', 'pl'])(
  'a number with groups is read back as it was, in %s',
  (locale) => {
    for (const value of [0, 5, 0.5, 999, 1000, 1234.5, 12_345.67, 1_234_567, 1e12, 123_456.789, -1234.5])
      expect(parseNumber(groupedNumber(value, locale), locale)).toBe(value);
  },
);
