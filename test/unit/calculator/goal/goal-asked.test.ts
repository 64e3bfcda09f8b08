import { describe, expect, test } from 'vitest';
import { goalAsked } from '../../../../src/calculator/goal/goal-asked.ts';
import { hasPlan, isEndless } from '../../../../src/calculator/goal/has-plan.ts';
import { answered, entered, type Question } from '../../../../src/calculator/question.ts';
import type { Scenario } from '../../../../src/calculator/scenario.ts';
import { calculator } from '../../../../src/locales/en.ts';
import { sheetOf } from '../sheet.ts';

const asked = (own: Partial<Scenario> = {}) => goalAsked(sheetOf({ mode: 'full', ...own }));
const entries = (given: Scenario['entries']) => asked({ entries: given });

test('what a team may aim for: customers, money, the ROI that is pinned, and what comes before a customer', () => {
  const { metrics } = asked({ definition: 'roas', values: { mqlRate: 0.5, opportunityRate: 0.5 } });
  expect(metrics.map(({ choice, id }) => (choice === id ? id : `${choice}: ${id}`))).toEqual([
    ...['customers', 'revenue', 'profit', 'roi: roas', 'opportunities', 'mql', 'leads', 'cpl', 'cac'],
  ]);
  expect(metrics.map(({ label }) => label)).toEqual([
    ...['Customers', 'Revenue', 'Profit', calculator.definitions.roas, 'Opportunities', 'MQL', 'Leads'],
    ...['Cost per lead (CPL)', 'Cost per customer (CAC)'],
  ]);
});

test('until somebody chooses, it is the customers of the plan by its last month, with more volume', () => {
  const { metric, lever, deadline, questions, goal } = asked();
  expect([metric.id, lever.id, deadline]).toEqual(['customers', 'volume', 12]);
  expect(Object.values(questions).map(({ name, unit, planned }) => [name, unit, planned])).toEqual([
    ['goal-customers', 'count', 20],
    ['goal-deadline', 'months', 12],
    ['goal-budget', 'currency', null],
    ['goal-capacity', 'count', null],
  ]);
  expect(goal).toEqual({ metric: 'customers', target: 20, deadline: 12, vary: 'volume' });
});

test('what is entered is asked for', () => {
  const { goal } = entries({
    'goal-metric': 'profit',
    'goal-lever': 'rate:customers',
    'goal-profit': -5,
    'goal-deadline': 6,
    'goal-budget': 9000,
    'goal-capacity': 40,
  });
  expect(goal).toEqual({
    metric: 'profit',
    target: -5,
    deadline: 6,
    vary: 'rate:customers',
    budget: 9000,
    salesCapacity: 40,
  });
});

test('by an earlier month the plan comes to what is due by then', () => {
  // Sales follow two months after the leads.
  expect(entries({ 'goal-deadline': 2 }).questions.target.planned).toBe(0);
  expect(entries({ 'goal-deadline': 3 }).questions.target.planned).toBe(20);
});

test.each([
  ['revenue', 'currency', false],
  ['profit', 'currency', true],
  ['roi', 'fraction', true],
  ['leads', 'count', false],
])('a goal of %s is asked for in %s; that it may be less than nothing is %s', (choice, unit, maySink) => {
  expect(entries({ 'goal-metric': choice }).questions.target).toMatchObject({ unit, maySink });
});

test('what a link chooses that there is not is not chosen', () => {
  const { metric, lever } = entries({ 'goal-metric': 'nonsense', 'goal-lever': 'x:y' });
  expect([metric.choice, lever.id]).toEqual(['customers', 'volume']);
});

test('a cost that nobody has is no lever', () => {
  const ids = (own: Partial<Scenario>) => asked(own).levers.map(({ id }) => id);
  expect(ids({})).toContain('cost:media');
  expect(ids({})).not.toContain('cost:agency');
  expect(ids({ values: { agency: 10 } })).toContain('cost:agency');
  expect(ids({ values: { customerRate: 0 } })).toContain('rate:customers');
});

test('without an answer there is no goal, nor with more than the model takes', () => {
  expect(asked({ values: { customerRate: 0 }, entries: { 'goal-metric': 'cac' } }).goal).toBeNull();
  const huge = { values: { leads: 1e12, averageSale: 1e12 }, entries: { 'goal-metric': 'revenue' } };
  expect(asked(huge).goal).toBeNull();
});

test('what sales can take is asked in the stage that sales works', () => {
  expect(asked().questions.capacity.label).toContain('Customers');
  expect(asked({ values: { sqlRate: 0.5 } }).questions.capacity.label).toContain('SQL');
});

test.each([
  ['nothing', { binds: null, value: null }, false, false],
  ['a number', { binds: null, value: 300 }, true, false],
  ['the most that is possible', { binds: 'limit', value: 1 }, true, false],
  ['more than there is', { binds: 'limit', value: 1e13 }, false, true],
  ['a budget', { binds: 'budget', value: 1e13 }, true, false],
  ['the last that a field takes', { binds: 'limit', value: 1e12 }, true, false],
] as const)('a plan that comes to %s', (_, plan, isPlan, goesOn) => {
  expect(hasPlan(plan as never)).toBe(isPlan);
  expect(isEndless(plan as never)).toBe(goesOn);
});

describe('an answer', () => {
  const question: Question = { name: 'goal-budget', label: 'Budget', unit: 'currency', planned: 7 };

  test.each([
    [{ 'goal-budget': 5 }, 5],
    [{ 'goal-budget': 0 }, 0],
    [{ 'goal-budget': null }, null],
    [{ 'goal-budget': -5 }, null],
    [{ 'goal-budget': 1e13 }, null],
    [{ 'goal-budget': 'much' }, null],
    [{}, null],
  ])('of %j is %j', (given, answer) => {
    expect(entered(question, given)).toBe(answer);
    expect(answered(question, given)).toBe(answer ?? 7);
  });

  test('is nobody’s where only every object has it', () => {
    expect(entered({ ...question, name: 'constructor' }, {})).toBeNull();
  });
});
