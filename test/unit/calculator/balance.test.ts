import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/calculator/answer.ts';
import { balanceOf } from '../../../src/calculator/balance.ts';
import { wholeScenario } from '../../../src/calculator/whole-scenario.ts';
import { roiDefinitions } from '../../../src/roi/metrics/roi-definition.ts';

const balance = (values: Record<string, number>, definition: (typeof roiDefinitions)[number] = 'margin') =>
  balanceOf(answerOf(wholeScenario({ values })), definition);

// By hand: 200 leads, of whom 10 % buy for 1,200 with a margin of 60 %, for 5,000 of advertising.
test.each([
  ['margin', { paid: 5000, back: 14_400, even: 5000 }],
  ['total-cost', { paid: 14_600, back: 24_000, even: 14_600 }],
  ['revenue', { paid: 5000, back: 24_000, even: 5000 / 0.6 }],
  ['roas', { paid: 5000, back: 24_000, even: 5000 / 0.6 }],
] as const)('the two sides under the definition %s, and where nothing is left', (definition, sides) => {
  expect(balance({}, definition)).toEqual({ ...sides, profit: 9400 });
});

test('revenue that is more than was spent is a loss until the goods are paid, too', () => {
  const { paid, back, even, profit } = balance({ averageSale: 300 }, 'roas')!;
  expect(back).toBeGreaterThan(paid);
  expect(back).toBeLessThan(even!);
  expect(profit).toBeCloseTo(-1400, 9);
});

test.each([
  ['without a cost there is nothing to weigh', { media: 0 }, 'margin', null],
  [
    'without a margin no revenue is enough',
    { grossMargin: 0 },
    'revenue',
    { paid: 5000, back: 24_000, even: null, profit: -5000 },
  ],
] as const)('%s', (_, values, definition, expected) => {
  expect(balance(values, definition)).toEqual(expected);
});

describe('for whatever is entered', () => {
  const amount = fc.double({ min: 1, max: 1e6, noNaN: true });
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const entered = fc.record({
    media: amount,
    agency: amount,
    leads: amount,
    customerRate: share,
    averageSale: amount,
    grossMargin: share,
  });

  test.each(roiDefinitions)(
    'what comes back passes the mark exactly where there is a profit: %s',
    (definition) => {
      fc.assert(
        fc.property(entered, (values) => {
          const { back, even, profit } = balance(values, definition)!;
          const { media, agency, leads, customerRate, averageSale, grossMargin } = values;
          // Reckoned anew, apart from the model.
          const left = leads * customerRate * averageSale * grossMargin - media - agency;
          expect(profit).toBeCloseTo(left, -Math.log10(Math.abs(left) + 1) + 9);
          if (Math.abs(left) > 1e-6 * (media + agency)) expect(Math.sign(back - even!)).toBe(Math.sign(left));
        }),
      );
    },
  );
});
