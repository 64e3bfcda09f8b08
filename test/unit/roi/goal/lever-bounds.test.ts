import { expect, test } from 'vitest';
import {
  type Campaign,
  type Goal,
  type InputError,
  type LeverId,
  planForGoal,
  rankLevers,
} from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const refusal = (ask: () => unknown): string => {
  try {
    ask();
  } catch (error) {
    const { field, code, expected } = error as InputError;
    return `${field} ${code}: ${expected}`;
  }
  return '';
};

const customers: Goal = { metric: 'customers', target: 20 };

const everything: Campaign = {
  costs: { media: 1000, production: 1, agency: 2, tools: 3, sales: 4, salesPerOpportunity: 5 },
  funnel: [
    { name: 'clicks', price: 2 },
    { name: 'leads', rate: 0.2 },
    { name: 'opportunities', volume: 50 },
    { name: 'customers', rate: { hits: 10, of: 50 } },
  ],
  value: {
    averageSale: 100,
    grossMargin: 0.5,
    ordersPerCustomer: 1,
    churn: 0.1,
    retentionSpend: 1,
    baseline: 10,
  },
};

test('every input that somebody gave is a lever, and no other', () => {
  const asked = (plan: Campaign) => refusal(() => planForGoal(plan, { ...customers, vary: 'rate:mql' }));
  expect(asked(everything)).toBe(
    'goal.vary unknown-name: one of volume, price, rate:leads, rate:opportunities, rate:customers, ' +
      'cost:media, cost:production, cost:agency, cost:tools, cost:sales, cost:salesPerOpportunity, ' +
      'value:averageSale, value:grossMargin, value:ordersPerCustomer, value:churn, value:retentionSpend, ' +
      'value:baseline',
  );
  expect(asked(campaign())).toBe(
    'goal.vary unknown-name: one of volume, rate:customers, cost:media, value:averageSale, value:grossMargin',
  );
});

test('a lever belongs to who owns it', () => {
  const ownerOf = (vary: LeverId) => planForGoal(everything, { ...customers, vary }).owner;
  expect((['volume', 'price', 'rate:leads', 'cost:tools'] as const).map(ownerOf)).toEqual(
    new Array(4).fill('marketing'),
  );
  expect((['rate:customers', 'cost:sales', 'cost:salesPerOpportunity'] as const).map(ownerOf)).toEqual(
    new Array(3).fill('sales'),
  );
  expect((['value:averageSale', 'value:churn', 'value:baseline'] as const).map(ownerOf)).toEqual(
    new Array(3).fill('shared'),
  );
});

test.each<[LeverId, number, (moved: Campaign) => unknown, number]>([
  // At two a click 1,000 buy 500, of which a tenth become opportunities and a fifth of those customers.
  ['volume', 1000, ({ costs }) => costs.media, 2000],
  ['price', 1, ({ funnel }) => funnel[0]!.price, 1],
  ['cost:media', 2000, ({ costs }) => costs.media, 2000],
  ['rate:leads', 0.4, ({ funnel }) => funnel[1]!.rate, 0.4],
  ['rate:opportunities', 1, ({ funnel }) => funnel[2]!.rate, 1],
  ['rate:customers', 0.4, ({ funnel }) => funnel[3]!.rate, 0.4],
])('twice as many customers take %s at %d, which the campaign then says', (vary, value, moved, there) => {
  const funnel = everything.funnel.map((stage) =>
    stage.name === 'opportunities' ? { name: stage.name, rate: 0.5 } : stage,
  );
  const plan = planForGoal({ ...everything, funnel }, { ...customers, vary });
  expect(plan).toMatchObject({ status: 'reached', value: expect.closeTo(value, 9), isFreeVolume: false });
  expect(moved(plan.campaign)).toBeCloseTo(there, 9);
  expect(plan.campaign.value).toEqual(everything.value);
});

test('more volume than is planned is free where no media pays for it, and never where it stays', () => {
  const free = campaign({ costs: { media: 0, agency: 100 } });
  expect(planForGoal(free, customers)).toMatchObject({ value: 200, isFreeVolume: true });
  expect(planForGoal(free, { ...customers, target: 10 })).toMatchObject({ value: 100, isFreeVolume: false });
  expect(planForGoal(free, { ...customers, vary: 'rate:customers' }).isFreeVolume).toBe(false);
  expect(planForGoal(campaign(), customers)).toMatchObject({ value: 200, isFreeVolume: false });
});

test('where sales works nothing of the funnel, its capacity limits nothing', () => {
  const read = campaign({
    funnel: [
      { name: 'clicks', volume: 100 },
      { name: 'leads', rate: 0.1 },
    ],
  });
  expect(planForGoal(read, { metric: 'leads', target: 20, salesCapacity: 0 })).toMatchObject({
    status: 'reached',
    value: 200,
  });
});

test('who plans nothing delivers nothing, by the deadline', () => {
  const idle = campaign({
    costs: { media: 0 },
    funnel: [{ name: 'customers', volume: 0 }],
    timing: { months: 4 },
  });
  const { stages, spend } = planForGoal(idle, { metric: 'customers', target: 0, deadline: 3 });
  expect(stages).toEqual([{ name: 'customers', owner: 'sales', total: 0, perMonth: 0, dueMonth: 3 }]);
  expect(spend).toEqual({
    marketing: { total: 0, perMonth: 0, dueMonth: 3 },
    sales: { total: 0, perMonth: 0, dueMonth: 3 },
  });
});

test('a goal, a metric and options outside the model are refused by name', () => {
  const goal = (about: object) => refusal(() => planForGoal(campaign(), { ...customers, ...about }));
  const measure = 'unknown-name: the id of a metric or the name of a stage';
  expect(goal({ metric: 'joy' })).toBe(`goal.metric ${measure}`);
  expect(goal({ metric: 'npv' })).toBe('goal.metric unexpected: a metric that is not a cash flow');
  expect(goal({ target: undefined })).toBe('goal.target required: a number');
  expect(goal({ deadline: 1.5 })).toBe('goal.deadline not-whole-months: whole months from 1 to 1200');
  expect(goal({ salesCapacity: -1 })).toBe('goal.salesCapacity negative: zero or more');
  expect(goal({ wish: 1 })).toBe(
    'goal.wish unknown-name: one of metric, target, deadline, vary, budget, salesCapacity',
  );
  expect(refusal(() => planForGoal(campaign(), null as never))).toBe('goal required: an object with target');
  expect(refusal(() => planForGoal(campaign({ costs: { media: -1 } }), customers))).toContain('costs.media');
  const rank = (options: unknown) => refusal(() => rankLevers(campaign(), options as never));
  expect(rank(null)).toBe('options required: an object');
  expect(rank({ metric: 'joy' })).toBe(`metric ${measure}`);
  expect(rank({ metric: 'profit', goal: { metric: 'profit' } })).toBe('goal.target required: a number');
  expect(refusal(() => rankLevers(campaign({ costs: { media: -1 } }), { metric: 'profit' }))).toContain(
    'costs.media',
  );
});
