import { describe, expect, test } from 'vitest';
import { answerSentence } from '../../../src/calculator/answer-sentence.ts';
import { figureText } from '../../../src/calculator/figure-text.ts';
import { formulaText } from '../../../src/calculator/formula-text.ts';
import { leverFigure, leverLabel, partLabel } from '../../../src/calculator/lever-words.ts';
import { roundMoney } from '../../../src/calculator/round-money.ts';
import { scale } from '../../../src/calculator/scale.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import { calculator as en } from '../../../src/locales/en.ts';
import type { RoiDefinition } from '../../../src/roi/metrics/roi-definition.ts';
import { sheetOf } from './sheet.ts';

const euros = formatter('en', 'EUR');

describe('the answer in a sentence', () => {
  // 5,000 spent, 200 leads, of whom 10 % buy for 1,200 with a margin of 60 %.
  test.each<[RoiDefinition, string]>([
    ['margin', 'For every €1 you put in, €2.88 of margin comes back.'],
    ['total-cost', 'For every €1 spent, goods included, €1.64 comes back.'],
    ['revenue', 'For every €1 you put in, €4.80 of revenue comes back.'],
    ['roas', 'For every €1 of advertising, €4.80 of revenue comes back.'],
  ])('%s', (definition, sentence) => {
    const { roi } = sheetOf({});
    expect(answerSentence(roi[definition], definition, en, euros)).toBe(sentence);
  });

  test('is told for a hundred where there are no cents', () => {
    const { roi } = sheetOf({});
    expect(answerSentence(roi.margin, 'margin', en, formatter('en', 'JPY'))).toContain('¥288');
  });

  test('says why there is none', () => {
    const { roi } = sheetOf({ values: { media: 0, leads: 200 } });
    expect(answerSentence(roi.margin, 'margin', en, euros)).toBe(en.reasons['no-cost']);
    // There are costs, only none of advertising.
    const organic = sheetOf({ values: { media: 0, agency: 2000, leads: 200 } });
    expect(answerSentence(organic.roi.roas, 'roas', en, euros)).toBe('No advertising');
  });
});

test.each([
  ['en', 1, '1 month'],
  ['en', 12, '12 months'],
  ['it', 1, '1 mese'],
  ['it', 12, '12 mesi'],
])('months have their word: %s, %i', (language, months, words) => {
  expect(formatter(language, 'EUR').months(months)).toBe(words);
});

describe('a figure', () => {
  test.each([
    [{ value: 25, unit: 'currency', reason: null }, '€25'],
    [{ value: 0, unit: 'count', reason: null }, '0'],
    [{ value: null, unit: 'currency', reason: 'no-customers-yet' }, 'No customers yet'],
    [{ value: null, unit: 'currency', reason: 'no-leads-yet' }, 'No leads yet'],
    [{ value: null, unit: 'currency', reason: 'no-mql-yet' }, 'No MQL yet'],
    [{ value: null, unit: 'currency', reason: 'no-cost' }, 'No cost'],
    [{ value: null, unit: 'currency', reason: 'out-of-range' }, 'No answer'],
  ] as const)('%j reads “%s”', (metric, text) => {
    expect(figureText(metric as never, en, euros)).toBe(text);
  });
});

test('a formula stands in words, and with its numbers', () => {
  const { figures, roi } = sheetOf({});
  const { words, numbers } = formulaText(figures.cpl, en, euros);
  expect(words).toBe(`${en.terms.marketingCost.toLowerCase()} ÷ leads`);
  expect(numbers).toBe('5,000 ÷ 200');
  expect(formulaText(roi.roas, en, euros).numbers).toBe('24,000 ÷ 5,000');
  const made = {
    ...figures.cpl,
    formula: 'revenue * margin - unknown',
    terms: { revenue: 0.123456, margin: null, unknown: 2 },
  };
  expect(formulaText(made as never, en, euros)).toEqual({
    words: 'revenue × gross margin − unknown',
    numbers: '0.1235 × – − 2',
  });
});

describe('a lever', () => {
  const { campaign } = sheetOf({ mode: 'full', start: 'clicks', values: { opportunityRate: 0.5 } });

  test.each([
    ['volume', 'Clicks'],
    ['rate:leads', 'From clicks to leads'],
    ['rate:opportunities', 'From leads to opportunities'],
    ['rate:customers', 'From opportunities to customers'],
    ['cost:media', 'Advertising budget'],
    ['value:averageSale', 'Average sale'],
  ] as const)('%s is called “%s”', (lever, label) => {
    expect(leverLabel(lever, campaign, en)).toBe(label);
  });

  test.each([
    ['volume', 1234.4, '1,234'],
    ['volume', 12.34, '12.3'],
    ['rate:leads', 0.0512, '5.12%'],
    ['rate:leads', 0.1234, '12.3%'],
    ['rate:leads', 0.1, '10%'],
    ['cost:media', 5000.4, '€5,000'],
    ['value:averageSale', 12.5, '€12.50'],
    ['value:grossMargin', 0.6, '60%'],
    ['value:ordersPerCustomer', 1.256, '1.26'],
    ['value:ordersPerCustomer', 123.456, '123.46'],
  ] as const)('%s at %d is written %s', (lever, value, text) => {
    expect(leverFigure(lever, value, euros)).toBe(text);
  });

  test('a part of a variance is its lever, a stage, or a step over stages that nobody counted', () => {
    const part = (from: string | null, to: string | null) =>
      partLabel({ input: 'rate:customers', from, to } as never, campaign, en);
    expect(part('clicks', 'customers')).toBe('From clicks to customers');
    expect(part(null, 'leads')).toBe('Leads');
    expect(part(null, null)).toBe('From opportunities to customers');
  });
});

test.each([
  [
    [99.5, -3.25],
    ['€99.50', '−€3.25'],
  ],
  [
    [100, -3.25],
    ['€100', '−€3'],
  ],
  [
    [-1234.56, 0.4],
    ['−€1,235', '€0'],
  ],
])('amounts side by side are rounded alike: %j', (amounts, texts) => {
  expect(amounts.map(roundMoney(amounts, euros))).toEqual(
    texts.map((text) => text.replace('−€', '−\u2060€')),
  );
});

describe('places in a picture', () => {
  test('lie between two margins, in proportion', () => {
    const place = scale([10, 30, 20], 5);
    expect([10, 15, 20, 30].map(place)).toEqual([5, 27.5, 50, 95]);
  });

  test('of values that are all the same lie in the middle', () => {
    expect(scale([7, 7], 5)(7)).toBe(50);
  });
});
