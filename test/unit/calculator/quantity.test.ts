import { describe, expect, test } from 'vitest';
import { inputs } from '../../../src/calculator/inputs.ts';
import { quantityText, quantityValue, readQuantity } from '../../../src/calculator/quantity.ts';
import type { InputName } from '../../../src/i18n/calculator-messages.ts';

describe('what a person types', () => {
  test.each<[InputName, string, unknown]>([
    ['media', '5000', 5000],
    ['media', '€ 5,000', 5000],
    ['media', '0', 0],
    ['media', '', 'number'],
    ['media', 'a lot', 'number'],
    ['media', '-5', 'negative'],
    ['media', '9999999999999', 'tooLarge'],
    ['media', '0.0000000001', 'number'],
    ['media', '4,000–6,000', { low: 4000, likely: 5000, high: 6000 }],
    ['media', '4000-6000', { low: 4000, likely: 5000, high: 6000 }],
    ['media', '4000 ... 6000', { low: 4000, likely: 5000, high: 6000 }],
    ['media', '4000..6000', { low: 4000, likely: 5000, high: 6000 }],
    ['media', '4000…6000', { low: 4000, likely: 5000, high: 6000 }],
    ['media', '5000–5000', 5000],
    ['media', '6000–4000', 'range'],
    ['media', '4000–', 'number'],
    ['media', '4000–9999999999999', 'tooLarge'],
    ['media', '1–2–3', 'number'],
    ['media', '12/240', 'number'],
    ['averageSale', '100–300', { low: 100, likely: 200, high: 300 }],
    ['grossMargin', '50–60', { low: 0.5, likely: 0.55, high: 0.6 }],
    ['grossMargin', '60', 0.6],
    ['grossMargin', '100', 1],
    ['grossMargin', '101', 'percent'],
    ['grossMargin', '0.00000001', 'number'],
    ['leads', '1–2', 'number'],
    ['leads', 'x–2', 'number'],
    ['customerRate', '10 %', 0.1],
    ['customerRate', '', 'number'],
    ['customerRate', '12/240', { hits: 12, of: 240 }],
    ['customerRate', '12 of 240', { hits: 12, of: 240 }],
    // A range would be read as few that were seen.
    ['customerRate', '4 to 6', 'counts'],
    ['customerRate', '4 a 6', 'counts'],
    ['customerRate', '4–6 %', 'counts'],
    ['media', '4000 to 6000', { low: 4000, likely: 5000, high: 6000 }],
    ['media', '4000 a 6000', { low: 4000, likely: 5000, high: 6000 }],
    ['customerRate', '12 su 240', { hits: 12, of: 240 }],
    ['customerRate', '1,200 / 24,000', { hits: 1200, of: 24_000 }],
    ['customerRate', '240/240', { hits: 240, of: 240 }],
    ['customerRate', '0/240', { hits: 0, of: 240 }],
    ['customerRate', '241/240', 'counts'],
    ['customerRate', '-1/240', 'counts'],
    ['customerRate', '0/0', 'counts'],
    ['customerRate', '1.5/3', 'counts'],
    ['customerRate', '1/3.5', 'counts'],
    ['customerRate', 'x/3', 'counts'],
    ['customerRate', '3/x', 'counts'],
    ['customerRate', '1/2/3', 'counts'],
    ['customerRate', '1/1000000000001', 'counts'],
    ['customerRate', '1/1000000000000', { hits: 1, of: 1e12 }],
    ['mqlRate', '', null],
    ['mqlRate', '  ', null],
    ['mqlRate', '50', 0.5],
    ['months', '12.4', 12],
    ['months', '0', 1],
    ['months', '999', 120],
    ['months', '-1', 'negative'],
    ['delay', '2.5', 2.5],
    ['delay', '121', 'tooLarge'],
  ])('%s: “%s” is %j', (name, text, expected) => {
    expect(readQuantity(text, inputs[name], 'en')).toEqual(expected);
  });

  test('is read in the person’s language', () => {
    expect(readQuantity('1.234,5', inputs.media, 'it')).toBe(1234.5);
    expect(readQuantity('4.000–6.000', inputs.media, 'it')).toEqual({ low: 4000, likely: 5000, high: 6000 });
  });
});

test.each([
  [null, 'currency', 'en', ''],
  [1234.5, 'currency', 'en', '1234.5'],
  [1234.5, 'currency', 'it', '1234,5'],
  [0.075, 'fraction', 'en', '7.5'],
  [{ hits: 12, of: 240 }, 'fraction', 'en', '12/240'],
  [{ low: 4000, likely: 5000, high: 6000 }, 'currency', 'en', '4000–6000'],
  [{ low: 0.5, likely: 0.55, high: 0.6 }, 'fraction', 'en', '50–60'],
] as const)('%j in %s is written for %s as “%s”', (quantity, unit, locale, text) => {
  expect(quantityText(quantity, unit, locale)).toBe(text);
});

test.each([
  [null, 0],
  [7, 7],
  [{ hits: 12, of: 240 }, 0.05],
  // What is reckoned with is the mean of a range, not its likeliest point.
  [{ low: 90, likely: 100, high: 400 }, 100 + 290 / 3],
] as const)('%j counts as %d', (quantity, value) => {
  expect(quantityValue(quantity)).toBe(value);
});
