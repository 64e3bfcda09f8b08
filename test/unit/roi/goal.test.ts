import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { evaluateCampaign, type Goal, InputError, planForGoal } from '../../../src/roi/index.ts';
import { arbitraryCampaign } from './arbitrary-campaign.ts';
import { campaign } from './campaign-builder.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const team = campaign({
  costs: { media: 1000, agency: 500, sales: 500, salesPerOpportunity: 20 },
  funnel: [
    { name: 'leads', volume: 200 },
    { name: 'opportunities', rate: 0.5 },
    { name: 'customers', rate: 0.2 },
  ],
  value: { averageSale: 500, grossMargin: 0.6 },
});

test('for so many customers by a month, each owner reads what to deliver a month', () => {
  const plan = planForGoal(team, { metric: 'customers', target: 60, deadline: 6 });
  expect(plan).toMatchObject({
    status: 'reached',
    lever: 'volume',
    owner: 'marketing',
    result: 60,
    binds: null,
  });
  expect(plan.stages).toMatchObject([
    { name: 'leads', owner: 'marketing', total: 600, perMonth: 100 },
    { name: 'opportunities', owner: 'sales', total: 300, perMonth: 50 },
    { name: 'customers', owner: 'sales', total: 60, perMonth: 10 },
  ]);
  expect(plan.spend.marketing).toEqual({ total: 3500, perMonth: 3500 / 6 });
});

test('another lever may be named, and answers by itself', () => {
  const plan = planForGoal(team, { metric: 'customers', target: 60, vary: 'rate:customers' });
  expect(plan).toMatchObject({ status: 'reached', owner: 'sales', value: 0.6, result: 60 });
});

test('budget and sales capacity bind, and the best within them is told', () => {
  // 100 leads cost 500 of media and 1,000 of opportunities; 1,000 are fixed.
  const broke = planForGoal(team, { metric: 'customers', target: 60, budget: 2500 });
  expect(broke).toMatchObject({ status: 'unreachable', binds: 'budget', value: 100, result: 10 });
  const busy = planForGoal(team, { metric: 'customers', target: 60, deadline: 6, salesCapacity: 20 });
  expect(busy).toMatchObject({
    status: 'unreachable',
    binds: 'sales-capacity',
    value: expect.closeTo(240, 9),
    result: 24,
  });
  expect(busy.levers).toEqual(['rate:customers']);
});

test('to break even is a goal like any other, and agrees with the break-even customers', () => {
  const plan = planForGoal(team, { metric: 'profit', target: 0, vary: 'rate:opportunities' });
  expect(plan).toMatchObject({
    status: 'reached',
    value: expect.closeTo(0.25, 12),
    result: expect.closeTo(0, 9),
  });
  const { breakEvenCustomers } = evaluateCampaign(team).metrics;
  expect(plan.stages[2]?.total).toBeCloseTo(breakEvenCustomers.value!, 9);
});

test('a budget below what is fixed anyway leaves nothing to move', () => {
  const plan = planForGoal(team, { metric: 'customers', target: 60, budget: 500 });
  expect(plan).toMatchObject({ status: 'unreachable', binds: 'budget', value: null, levers: [] });
  const other = planForGoal(team, {
    metric: 'customers',
    target: 60,
    budget: 500,
    vary: 'value:averageSale',
  });
  expect(other).toMatchObject({ status: 'unreachable', binds: 'budget', value: null });
});

test('a rate cannot exceed one', () => {
  const plan = planForGoal(team, { metric: 'customers', target: 150, vary: 'rate:customers' });
  expect(plan).toMatchObject({ status: 'unreachable', binds: 'limit', value: 1, result: 100 });
});

test('volume does not change a ratio without fixed costs, and levers that can are named', () => {
  const plan = planForGoal(campaign(), { metric: 'roas', target: 10 });
  expect(plan).toMatchObject({ status: 'no-effect', value: null, result: 5 });
  expect(plan.levers).toEqual(['rate:customers', 'cost:media', 'value:averageSale']);
});

test('the best of a ratio with fixed costs is what it nears as they are spread ever thinner', () => {
  const plan = planForGoal(team, { metric: 'roiMargin', target: 3 });
  expect(plan).toMatchObject({ status: 'unreachable', binds: 'limit' });
  // A lead brings 30 of margin, and takes 5 of media and 10 of sales.
  expect(plan.result).toBeCloseTo(1, 6);
});

test('what arrives after the deadline does not count', () => {
  const slow = {
    ...team,
    funnel: team.funnel.map((stage) =>
      stage.name === 'customers' ? { ...stage, delay: [0, 0, 0.5, 0.5] } : stage,
    ),
    timing: { months: 12 },
  };
  const metric = 'customers';
  expect(planForGoal(slow, { metric, target: 60, deadline: 2 })).toMatchObject({
    status: 'unreachable',
    binds: 'deadline',
  });
  expect(planForGoal(slow, { metric, target: 60, deadline: 3 }).value).toBeCloseTo(1200, 6);
  expect(planForGoal(slow, { metric, target: 60 }).value).toBeCloseTo(600, 6);
});

test.each<[string, Partial<Goal>]>([
  ['goal.metric', { metric: 'happiness' as Goal['metric'] }],
  ['goal.metric', { metric: 'npv' }],
  ['goal.target', { target: Number.NaN }],
  ['goal.deadline', { deadline: 0 }],
  ['goal.budget', { budget: -1 }],
  ['goal.vary', { vary: 'rate:clicks' }],
])('%s is refused when it is outside the model', (field, wrong) => {
  const ask = () => planForGoal(team, { metric: 'customers', target: 60, ...wrong });
  expect(ask).toThrow(InputError);
  expect(ask).toThrow(field);
});

const levers = ['volume', 'rate:customers', 'value:averageSale', 'cost:media'] as const;
const metrics = [
  'customers',
  'revenue',
  'profit',
  'roiMargin',
  'roiTotalCost',
  'roas',
  'cac',
  'ltvToCac',
] as const;

test('goal and evaluation are inverses where the goal is reachable', () => {
  let reached = 0;
  fc.assert(
    fc.property(
      arbitraryCampaign(),
      fc.constantFrom(...metrics),
      fc.constantFrom(...levers),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (anyCampaign, metric, vary, factor) => {
        const { timing: _, ...untimed } = anyCampaign;
        const answerOf = (asked: typeof untimed) => {
          const { stages, metrics: answers } = evaluateCampaign(asked);
          return metric === 'customers' ? stages.at(-1)!.count : answers[metric].value;
        };
        const now = answerOf(untimed);
        fc.pre(
          now !== null &&
            Math.abs(now) > 1e-6 &&
            Math.abs(now) < 1e12 &&
            (vary !== 'rate:customers' || untimed.funnel.length > 1),
        );
        const target = now! * factor;
        const plan = planForGoal(untimed, { metric, target, vary });
        if (plan.status !== 'reached') return;
        reached++;
        expect(Math.abs(answerOf(plan.campaign)! - target)).toBeLessThanOrEqual(1e-9 * Math.abs(target));
      },
    ),
    { numRuns: 400 },
  );
  expect(reached).toBeGreaterThan(120);
});

test('what evaluation says of a moved lever, the goal finds again', () => {
  fc.assert(
    fc.property(arbitraryCampaign(), fc.double({ min: 0.01, max: 1, noNaN: true }), (anyCampaign, rate) => {
      const { timing: _, ...untimed } = anyCampaign;
      const last = untimed.funnel.length - 1;
      fc.pre(last > 0);
      const moved = {
        ...untimed,
        funnel: untimed.funnel.map((stage, i) => (i === last ? { ...stage, rate } : stage)),
      };
      const target = evaluateCampaign(moved).stages[last]!.count;
      fc.pre(target > 1e-6);
      const plan = planForGoal(untimed, { metric: 'customers', target, vary: 'rate:customers' });
      expect(plan.status).toBe('reached');
      expect(plan.value).toBeCloseTo(rate, 9);
    }),
    { numRuns: 300 },
  );
});
