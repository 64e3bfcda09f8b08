import { expect, test } from 'vitest';
import { actualRows, savedActual } from '../../../../src/calculator/actual/actual-report.ts';
import { goalRows, savedGoal } from '../../../../src/calculator/goal/goal-report.ts';
import type { Scenario } from '../../../../src/calculator/scenario.ts';
import { reportRows } from '../../../../src/calculator/share/report-rows.ts';
import { hasEntries } from '../../../../src/elements/planner/panel.ts';
import { planner } from '../../../../src/locales/en.ts';
import { sheetOf } from '../sheet.ts';

const rowsOf = (scenario: Partial<Scenario>) => {
  const sheet = sheetOf(scenario);
  return [reportRows, goalRows, actualRows].flatMap((rows) => rows(sheet));
};
const rowsUnder = (part: string, scenario: Partial<Scenario>) =>
  rowsOf(scenario).filter(([first]) => first === part);

test('a panel has entries once something stands in it that was not taken back', () => {
  const entries = { 'goal-customers': 30, 'goal-budget': 1, 'actual-leads': null, 'levers-metric': 'roi' };
  const entered = (name: string) => hasEntries({ name }, { entries });
  expect(['goal', 'actual', 'levers', 'share'].filter(entered)).toEqual(['goal', 'levers']);
  expect(hasEntries({ name: 'goal' }, {})).toBe(false);
  expect(hasEntries({ name: 'go' }, { entries })).toBe(false);
});

test('a goal is saved with what was asked, and what has happened with what was observed', () => {
  expect(savedGoal(sheetOf({ entries: { 'goal-customers': 30 } }))!.goal).toMatchObject({
    asked: { metric: 'customers', target: 30 },
    plan: { status: 'reached' },
  });
  expect(savedActual(sheetOf({ entries: { 'actual-leads': 100, 'actual-month': 6 } }))!.actual).toMatchObject(
    {
      asOf: 6,
      campaign: { funnel: [{ name: 'leads', volume: 100 }] },
    },
  );
});

test('the table has a head, and every input with its owner and its ends', () => {
  const scenario: Partial<Scenario> = {
    mode: 'full',
    values: {
      media: { low: 4000, likely: 5000, high: 6000 },
      customerRate: { hits: 24, of: 200 },
      averageSale: { low: 1000, likely: 1200, high: 1700 },
      spendMonths: 3,
      delay: 2.5,
      months: 24,
    },
  };
  expect(rowsOf(scenario)[0]).toEqual(['Part', 'What', 'Owner', 'Value', 'From', 'To']);
  expect(rowsUnder('What it costs', scenario)).toContainEqual([
    'What it costs',
    'Advertising budget, on average',
    'Marketing',
    5000,
    4000,
    6000,
  ]);
  expect(rowsUnder('How strangers become customers', scenario)).toEqual([
    ['How strangers become customers', 'Leads', 'Marketing', 200],
    ['How strangers become customers', 'From leads to customers', 'Sales', 0.12, 24, 200],
  ]);
  expect(rowsUnder('What a customer is worth', scenario)).toEqual(
    expect.arrayContaining([
      ['What a customer is worth', 'Average sale, on average', 'Both', 1300, 1000, 1700],
      ['What a customer is worth', 'Gross margin', 'Both', 0.6],
    ]),
  );
  expect(rowsUnder(planner.timing.title, scenario).map((row) => row.slice(1))).toEqual([
    [planner.timing.spendMonths, 'Both', 3],
    [planner.timing.delay, 'Both', 2.5],
    [planner.timing.months, 'Both', 24],
  ]);
});

test('a goal is listed with what was asked and what it takes, in all and a month', () => {
  const rows = rowsUnder(planner.goal.title, { entries: { 'goal-customers': 40, 'goal-budget': 20_000 } });
  const row = (what: string) => rows.filter(([, each]) => each === what).map((each) => each.slice(2));
  expect(row(planner.goal.metric)).toEqual([['', 'Customers']]);
  expect(row(planner.goal.target)).toEqual([['', 40]]);
  expect(row(planner.goal.budget)).toEqual([['', 20_000]]);
  expect(row(planner.goal.vary)).toEqual([['', 'Leads']]);
  // Twice the customers take twice the leads and twice the media.
  expect(row(`Leads: ${planner.goal.total}`)).toEqual([['Marketing', 400]]);
  expect(row(`Customers: ${planner.goal.total}`)).toEqual([['Sales', 40]]);
  expect(row(`${planner.goal.spend}: ${planner.goal.total}`)).toEqual([
    ['Marketing', 10_000],
    ['Sales', 0],
  ]);
  expect(row(`Leads: ${planner.goal.perMonth}`)).toHaveLength(1);
});

test('what happened is listed part by part, and adds up', () => {
  const rows = rowsUnder(planner.actual.title, { entries: { 'actual-leads': 150, 'actual-media': 5500 } });
  const [cash, sum, ...parts] = rows.toReversed();
  // All is paid for by then: what has come in so far is what it now looks like in the end.
  expect(cash!.slice(1)).toEqual(['Cash by the end of month 12', null, ...sum!.slice(3)]);
  expect(sum).toEqual([
    planner.actual.title,
    `${planner.actual.sum}: ${planner.actual.effect}`,
    null,
    expect.closeTo(-4100),
    expect.closeTo(9400),
    expect.closeTo(5300),
  ]);
  // Five customers fewer at 720 of margin, and 500 more spent.
  expect(parts.reduce((total, [, , , effect]) => total + Number(effect), 0)).toBeCloseTo(-4100);
  const leads = parts.find(([, what]) => what === `Leads: ${planner.actual.effect}`)!;
  expect([leads[2], ...leads.slice(4)]).toEqual(['Marketing', 200, 150]);
});

test('a part that may be chance names nobody, and one that nobody measured says so', () => {
  const rows = rowsUnder(planner.actual.title, {
    mode: 'full',
    values: { opportunityRate: 0.5, customerRate: { hits: 20, of: 100 } },
    entries: { 'actual-leads': 180, 'actual-customers': 17 },
  });
  const row = (what: string) => rows.find((each) => String(each[1]).startsWith(what))!.slice(1, 3);
  expect(row('Leads')).toEqual(['Leads: Effect on profit', 'Marketing']);
  expect(row('From leads to customers')).toEqual([
    'From leads to customers, stages between not measured: Effect on profit',
    'May be chance',
  ]);
});

test('the headline says which months it counts, and who breaks even is whole people', () => {
  const { figures } = sheetOf({ values: { customerRate: 0.3 } });
  expect(figures.breakEvenCustomers.value).toBeCloseTo(6.94, 2);
  const rows = rowsOf({ values: { customerRate: 0.3 } });
  const cell = (what: string) => rows.find((each) => each[1] === what)!.at(-1);
  expect(cell('Headline')).toBe('ROI on gross margin (ROMI) · within 12 months');
  expect(cell('Customers to break even')).toBe(7);
  // Seven customers at 30 %: not 23.1 leads, but 24.
  expect(cell('Leads to break even')).toBe(24);
});
