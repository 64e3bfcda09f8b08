import { expect, test } from 'vitest';
import { actualAsked } from '../../../../src/calculator/actual/actual-asked.ts';
import type { Scenario } from '../../../../src/calculator/scenario.ts';
import { sheetOf } from '../sheet.ts';

// 200 leads, of whom 10 % buy two months later for 1,200 with a margin of 60 %; 5,000 spent in the first month.
const asked = (entries: Scenario['entries'] = {}, own: Partial<Scenario> = {}) =>
  actualAsked(sheetOf({ mode: 'full', ...own, entries }));

test('everything that can have happened is asked, with what the plan expected', () => {
  const { asOf, month, questions } = asked();
  expect([asOf.name, asOf.planned, month]).toEqual(['actual-month', 12, 12]);
  const { counts, costs, worth } = questions;
  expect(
    [...counts, ...costs, ...worth].map(({ name, unit, planned, owner }) => [name, unit, planned, owner]),
  ).toEqual([
    ['actual-leads', 'count', 200, 'marketing'],
    ['actual-customers', 'count', 20, 'sales'],
    ['actual-media', 'currency', 5000, 'marketing'],
    ['actual-production', 'currency', 0, 'marketing'],
    ['actual-agency', 'currency', 0, 'marketing'],
    ['actual-tools', 'currency', 0, 'marketing'],
    ['actual-sales', 'currency', 0, 'sales'],
    ['actual-averageSale', 'currency', 1200, undefined],
    ['actual-grossMargin', 'fraction', 0.6, undefined],
  ]);
});

test('where nothing is entered, nothing is measured, and nothing differs from the plan', () => {
  const { actual, variance } = asked();
  expect(actual).toEqual({
    costs: { media: 5000, production: 0, agency: 0, tools: 0, sales: 0 },
    funnel: [],
    value: { averageSale: 1200, grossMargin: 0.6, ordersPerCustomer: 1 },
  });
  expect(variance!.gap).toBe(0);
});

test('nor does it in the middle of the months that a budget is spent over: rounding is no difference', () => {
  const moved: string[] = [];
  for (const media of [5000, 6000, 12_000])
    for (let spendMonths = 2; spendMonths <= 12; spendMonths++)
      for (let month = 1; month <= 12; month++) {
        const { variance } = asked({ 'actual-month': month }, { values: { media, spendMonths } });
        for (const { input, planned, actual, effect } of variance!.parts)
          if (planned !== actual || effect !== 0)
            moved.push(`${media} over ${spendMonths}, ${month}: ${input}`);
      }
  expect(moved).toEqual([]);
});

test('a stage that nobody counted is not measured: it goes on at the plan’s rates from the last that was', () => {
  const { questions, actual, variance } = asked({ 'actual-leads': 100 });
  expect(questions.counts.map(({ planned, isCounted }) => [planned, isCounted])).toEqual([
    [200, true],
    [20, true],
  ]);
  expect(actual.funnel).toEqual([{ name: 'leads', volume: 100 }]);
  expect(variance!.stages.map(({ isMeasured, forecast }) => [isMeasured, forecast])).toEqual([
    [true, 100],
    [false, 10],
  ]);
  // Ten customers fewer, at 720 of margin each.
  expect(variance!.gap).toBeCloseTo(-7200);
  const counted = asked({ 'actual-leads': 100, 'actual-customers': 12 });
  expect(counted.actual.funnel.map((stage) => stage.volume)).toEqual([100, 12]);
});

test('what nobody measured between two stages is one part of both owners', () => {
  const values = { mqlRate: 0.5, opportunityRate: 0.5 };
  const { variance } = asked({ 'actual-leads': 100, 'actual-customers': 3 }, { values });
  const [part] = variance!.parts.filter(({ isUnmeasured }) => isUnmeasured);
  expect(part).toMatchObject({ from: 'leads', to: 'customers', owner: 'shared' });
});

test('what was spent and earned is taken as it was', () => {
  const { actual } = asked({ 'actual-media': 6000, 'actual-averageSale': 1000, 'actual-grossMargin': 0.5 });
  expect(actual.costs.media).toBe(6000);
  expect(actual.value).toMatchObject({ averageSale: 1000, grossMargin: 0.5 });
});

test('by an earlier month less was expected', () => {
  const { month, questions } = asked({ 'actual-month': 2 });
  expect(month).toBe(2);
  expect(questions.counts.map(({ planned }) => planned)).toEqual([200, 0]);
});

test('a month that its field would not take is not taken', () => {
  expect(asked({ 'actual-month': 2.5 }).month).toBe(12);
});

test('what no model compares has no variance, and breaks nothing', () => {
  const entries = { 'actual-clicks': 1e-9, 'actual-leads': 1e12 };
  const { actual, variance } = asked(entries, { start: 'clicks' });
  expect(actual.funnel.map((stage) => stage.volume)).toEqual([1e-9, 1e12]);
  expect(variance).toBeNull();
});
