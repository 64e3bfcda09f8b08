import { expect, test } from 'vitest';
import { doubtText } from '../../../src/calculator/doubt-text.ts';
import type { Start } from '../../../src/calculator/scenario.ts';
import { wholeScenario } from '../../../src/calculator/whole-scenario.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import { calculator as en } from '../../../src/locales/en.ts';

const doubt = (start: Start, values: Record<string, number>, currency = 'EUR') =>
  doubtText({
    whole: wholeScenario({ mode: 'full', start, values }),
    messages: en,
    format: formatter('en', currency),
  });

test('200 leads for €1.50 are asked about', () => {
  expect(doubt('leads', { media: 1.5, leads: 200 })).toBe('200 for €1.50: is that right?');
});

// By hand: at 0.10 a lead, 0.01 a click and 0.0001 an impression, in yen a hundred times as much.
test.each([
  ['leads', 19.9, 200, 'EUR', true],
  ['leads', 20, 200, 'EUR', false],
  ['clicks', 9, 1000, 'EUR', true],
  ['clicks', 11, 1000, 'EUR', false],
  ['impressions', 9, 100_000, 'EUR', true],
  ['impressions', 11, 100_000, 'EUR', false],
  ['leads', 1900, 200, 'JPY', true],
  ['leads', 2100, 200, 'JPY', false],
  ['leads', 0, 200, 'EUR', false],
  ['leads', 5, 0, 'EUR', false],
] as const)('%s for %d: %d of them in %s', (start, media, bought, currency, isAsked) => {
  expect(doubt(start, { media, [start]: bought }, currency) !== '').toBe(isAsked);
});
