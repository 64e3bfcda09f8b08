import { expect, test } from 'vitest';
import { minorUnits } from '../../../src/i18n/minor-units.ts';

test.each([
  ['EUR', 2],
  ['USD', 2],
  ['HUF', 2],
  ['CHF', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['CLP', 0],
  ['ISK', 0],
  ['KWD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['XXX', 2],
])('%s has %d decimals', (currency, digits) => {
  expect(minorUnits(currency)).toBe(digits);
});
