import { describe, expect, test } from 'vitest';
import { figureText } from '../../../src/calculator/figure-text.ts';
import { laterSentence } from '../../../src/calculator/later-sentence.ts';
import type { Values } from '../../../src/calculator/scenario.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { cashCurve } from '../../../src/roi/finance/cash-curve.ts';
import { evaluateCampaign } from '../../../src/roi/index.ts';
import { isTold, lenses } from '../../../src/roi/metrics/lenses.ts';
import { sheetOf } from './sheet.ts';

const monthly: Values = { averageSale: 50, churn: 0.05 };

describe('monthly orders and churn: what stands on one screen agrees', () => {
  // 5,000 spent on 20 customers, who bring 30 of margin a month for as long as they stay: 600 each, in the end.
  const sheet = sheetOf({ mode: 'full', values: monthly });
  const { roi, figures, expected } = sheet;

  test('a customer is worth more than they cost, and pays that back, but not all of it within 12 months', () => {
    expect(figures.ltvToCac.value).toBeCloseTo(600 / 250);
    expect(figures.cacPayback.value).toBeCloseTo(250 / 30);
    expect(roi.margin.value).toBeLessThan(0);
    expect(figures.profit.value! / 5000).toBeCloseTo(roi.margin.value!);
    // Break-even lies above the 20 customers there are, as it must where money is lost.
    expect(figures.breakEvenCustomers.value).toBeGreaterThan(20);
    expect(figures.breakEvenCustomers.value).toBeCloseTo(5000 / ((5000 + figures.profit.value!) / 20));
  });

  test('what comes later makes up the rest, in the calculator as in the cash panel', () => {
    const { tail, months } = cashCurve(expected)!;
    expect(months.at(-1)!.cumulative).toBeCloseTo(figures.profit.value!);
    expect(figures.profit.value! + tail.net!).toBeCloseTo(20 * 600 - 5000);
    expect(laterSentence(sheet)).toBe(
      `Profit still to come after month 12: ${sheet.format.money(tail.net!)}.`,
    );
  });

  test('the same campaign over more months has less to come, and pays back', () => {
    const longer = sheetOf({ mode: 'full', values: { ...monthly, months: 36 } });
    expect(longer.roi.margin.value).toBeGreaterThan(0);
    expect(longer.figures.breakEvenCustomers.value).toBeLessThan(20);
    expect(longer.figures.ltvToCac.value).toBe(figures.ltvToCac.value);
  });
});

describe('what comes later', () => {
  const said = (values: Values) => laterSentence(sheetOf({ mode: 'full', values }));

  test('is not said where nothing does', () => {
    expect(said({})).toBe('');
    expect(said({ customerRate: 0, churn: 0 })).toBe('');
  });

  test('may have no end', () => {
    expect(said({ churn: 0 })).toBe('After month 12 customers go on ordering, for as long as they stay.');
  });

  test('is what is bought late, too', () => {
    expect(said({ delay: 14 })).toBe('Profit still to come after month 12: €14,400.');
  });
});

test.each([
  ['en', en.calculator, 'Only after these months'],
  ['it', it.calculator, 'Solo dopo questi mesi'],
])('break-even that comes later is not “never”: %s', (language, messages, words) => {
  // An opportunity costs more than its customer brings in two months, and less than they bring in the end.
  const values = {
    averageSale: 60,
    churn: 0.05,
    opportunityRate: 0.5,
    salesPerOpportunity: 30,
    delay: 0,
    months: 2,
  };
  const shown = (given: Values) =>
    figureText(
      sheetOf({ mode: 'full', values: given }).figures.breakEvenCustomers,
      messages,
      formatter(language, 'EUR'),
    );
  expect(shown({ ...values, customerRate: 0.2 })).toBe(words);
  expect(shown({ ...values, customerRate: 0.01 })).toBe(messages.reasons['never-breaks-even']);
});

describe('who reads which figure', () => {
  const told = (scenario: Parameters<typeof sheetOf>[0], whose: string) => {
    const { figures } = sheetOf({ mode: 'full', ...scenario });
    return lenses
      .filter(({ owner }) => owner === whose)
      .flatMap(({ metrics }) => metrics.map(({ id }) => id))
      .filter((id) => isTold(id, figures));
  };

  test('revenue is read by sales, profit and CAC by both', () => {
    expect(told({}, 'shared')).toEqual(['profit', 'cac']);
    expect(told({}, 'sales')).toEqual(['revenue', 'breakEvenCustomers', 'ltvToCac', 'cacPayback']);
  });

  test('the click-through rate stands where the funnel has it', () => {
    expect(told({ start: 'clicks' }, 'marketing')).not.toContain('ctr');
    expect(told({ start: 'impressions' }, 'marketing')[0]).toBe('ctr');
  });

  test('break-even ROAS stands twice where there is more to pay than advertising, and once where there is not', () => {
    const roas = (values: Values) =>
      told({ values }, 'marketing').filter((id) => id.startsWith('breakEvenRoas'));
    expect(roas({})).toEqual(['breakEvenRoas']);
    expect(roas({ agency: 1000 })).toEqual(['breakEvenRoasAllCosts', 'breakEvenRoas']);
    expect(roas({ media: 0, agency: 1000 })).toEqual(['breakEvenRoas']);
    const { figures } = sheetOf({ mode: 'full', values: { agency: 1000 } });
    expect([figures.breakEvenRoasAllCosts.value, figures.breakEvenRoas.value]).toEqual([
      expect.closeTo(2),
      expect.closeTo(5 / 3),
    ]);
  });

  test('all of them travel with a lead, and are found again', () => {
    const { calculation } = sheetOf({ mode: 'full', start: 'impressions', values: { agency: 1000 } });
    const { metrics, months } = evaluateCampaign(calculation.inputs as never);
    expect(months).toBe(12);
    for (const { metrics: each } of lenses)
      for (const { id } of each) expect(calculation.results[id]).toBe(metrics[id].value);
  });
});

test('orders of a customer in a formula are those within the months, and are called so', () => {
  const { figures } = sheetOf({ mode: 'full', values: monthly });
  expect(en.calculator.terms.ordersPerCustomer).toContain('within these months');
  expect(it.calculator.terms.ordersPerCustomer).toContain('in questi mesi');
  expect(figures.revenue.terms.ordersPerCustomer).toBeGreaterThan(7);
});
