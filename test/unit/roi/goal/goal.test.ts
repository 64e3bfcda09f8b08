import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  checkCampaign,
  evaluateCampaign,
  type Goal,
  InputError,
  planForGoal,
} from '../../../../src/roi/index.ts';
import { arbitraryCampaign } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';

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
    { name: 'leads', owner: 'marketing', total: 600, perMonth: 100, dueMonth: 6 },
    { name: 'opportunities', owner: 'sales', total: 300, perMonth: 50, dueMonth: 6 },
    { name: 'customers', owner: 'sales', total: 60, perMonth: 10, dueMonth: 6 },
  ]);
  expect(plan.spend.marketing).toEqual({ total: 3500, perMonth: 3500 / 6, dueMonth: 6 });
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

test('sales works opportunities, or the first stage that it owns; what comes after the deadline is no load', () => {
  const funnel = campaign({
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'sql', rate: 0.5 },
      { name: 'customers', rate: 0.2 },
    ],
  });
  // Twenty customers take a hundred qualified leads, and sales can work sixty.
  expect(planForGoal(funnel, { metric: 'customers', target: 20, salesCapacity: 60 })).toMatchObject({
    status: 'unreachable',
    binds: 'sales-capacity',
    value: expect.closeTo(120, 9),
  });
  // Five of them a month, and forty in the third.
  const rising = { ...funnel, timing: { months: 12, spend: [1, 1, 8] } };
  const goal: Goal = { metric: 'customers', target: 1, salesCapacity: 6 };
  expect(planForGoal(rising, { ...goal, deadline: 2 })).toMatchObject({ status: 'met' });
  expect(planForGoal(rising, { ...goal, deadline: 3 })).toMatchObject({ status: 'reached' });
});

test('what is planned may cost exactly the budget, whichever lever is asked', () => {
  // 1,000 of media, 1,000 fixed and 2,000 for a hundred opportunities.
  for (const vary of ['volume', 'value:averageSale'] as const)
    expect(planForGoal(team, { metric: 'customers', target: 20, vary, budget: 4000 })).toMatchObject({
      status: 'met',
    });
});

test('to break even is a goal like any other, and agrees with the break-even customers', () => {
  const losing = { ...team, value: { averageSale: 300, grossMargin: 0.6 } };
  const plan = planForGoal(losing, { metric: 'profit', target: 0, vary: 'rate:opportunities' });
  expect(plan).toMatchObject({
    status: 'reached',
    value: expect.closeTo(0.625, 12),
    result: expect.closeTo(0, 9),
  });
  const { breakEvenCustomers } = evaluateCampaign(losing).metrics;
  expect(plan.stages[2]?.total).toBeCloseTo(breakEvenCustomers.value!, 9);
});

test('a plan that does better than the goal stays as it is: nobody is told to do worse', () => {
  for (const [metric, target] of [
    ['customers', 10],
    ['profit', 0],
    ['roiMargin', 0.1],
    ['cac', 1000],
  ] as const) {
    const { timing, ...plan } = planForGoal(team, { metric, target }).campaign;
    expect({ timing, plan }).toEqual({ timing: undefined, plan: team });
    expect(planForGoal(team, { metric, target })).toMatchObject({ status: 'met', value: 200, levers: [] });
  }
  // Only within the limits: with 2,000 to spend it takes less than is planned.
  const capped = planForGoal(team, { metric: 'customers', target: 5, budget: 2000 });
  expect(capped).toMatchObject({ status: 'reached', value: expect.closeTo(50, 9), result: 5 });
});

test('a plan that loses money with everyone it reaches breaks even with nobody, whatever its numbers', () => {
  const amount = fc.double({ min: 1, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(amount, amount, fc.double({ min: 0.01, max: 1, noNaN: true }), (media, leads, rate) => {
      const losing = campaign({
        costs: { media },
        funnel: [
          { name: 'leads', volume: leads },
          { name: 'customers', rate },
        ],
        value: { averageSale: (0.5 * media) / (leads * rate), grossMargin: 1 },
      });
      expect(planForGoal(losing, { metric: 'profit', target: 0 })).toMatchObject({
        status: 'reached',
        value: 0,
      });
    }),
  );
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

test('a margin cannot exceed one, and less than nothing cannot be spent, whatever the budget', () => {
  const best = planForGoal(campaign(), { metric: 'profit', target: 5000, vary: 'value:grossMargin' });
  expect(best).toMatchObject({ status: 'unreachable', binds: 'limit', value: 1, result: 4000 });
  const lean = planForGoal(campaign({ costs: { media: 1000, agency: 500 } }), {
    metric: 'cac',
    target: 10,
    vary: 'cost:media',
    budget: 1200,
  });
  expect(lean).toMatchObject({ status: 'unreachable', binds: 'limit', value: 0, result: 50 });
});

test('sales spends as long as an opportunity can still be won in time, marketing as long as a lead can', () => {
  const waiting = campaign({
    costs: { media: 1000, salesPerOpportunity: 10 },
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'opportunities', rate: 0.5, delay: [0, 1] },
      { name: 'customers', rate: 0.2, delay: [0, 1] },
    ],
    timing: { months: 12, spend: [1, 1, 1, 1] },
  });
  const { spend } = planForGoal(waiting, { metric: 'customers', target: 5, deadline: 4 });
  expect([spend.marketing.dueMonth, spend.sales.dueMonth]).toEqual([2, 3]);
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

const bought = campaign({
  costs: { media: 5000 },
  funnel: [
    { name: 'leads', volume: 200 },
    { name: 'opportunities', rate: 0.5 },
    { name: 'customers', rate: 0.2, delay: [0, 0, 1] },
  ],
  timing: { months: 12, spend: [1] },
});

test('what takes two months to buy is due two months before the deadline, in the months in which it happens', () => {
  const { stages, spend } = planForGoal(bought, { metric: 'customers', target: 20, deadline: 3 });
  const near = (total: number) => expect.closeTo(total, 9);
  expect(stages).toEqual([
    { name: 'leads', owner: 'marketing', total: near(200), perMonth: near(200), dueMonth: 1 },
    { name: 'opportunities', owner: 'sales', total: near(100), perMonth: near(100), dueMonth: 1 },
    { name: 'customers', owner: 'sales', total: near(20), perMonth: near(20), dueMonth: 3 },
  ]);
  expect(spend.marketing).toEqual({ total: near(5000), perMonth: near(5000), dueMonth: 1 });
});

test('a plan that goes on for longer is asked only for what still comes through by the deadline', () => {
  const long = { ...bought, timing: { months: 12, spend: [1, 1, 1, 1] } };
  const { stages, spend } = planForGoal(long, { metric: 'customers', target: 20, deadline: 4 });
  const near = (total: number, perMonth: number, dueMonth: number) => {
    return { total: expect.closeTo(total, 9), perMonth: expect.closeTo(perMonth, 9), dueMonth };
  };
  expect(stages).toMatchObject([near(200, 100, 2), near(100, 50, 2), near(20, 10, 4)]);
  expect(spend.marketing).toEqual(near(5000, 2500, 2));
  // Money that the goal counts is counted to the deadline, as in its result.
  const capped = planForGoal(long, { metric: 'customers', target: 20, deadline: 4, budget: 20_000 });
  expect(capped.spend.marketing).toEqual(near(10_000, 2500, 4));
  const cheap = planForGoal(long, { metric: 'cac', target: 500, deadline: 4 });
  expect(cheap.spend.marketing.dueMonth).toBe(4);
  expect(cheap.spend.marketing.total / cheap.result!).toBeCloseTo(cheap.stages[2]!.total, 9);
});

test('revenue that is collected later makes everything due sooner; what comes before customers does not wait', () => {
  const collected = { ...bought, timing: { months: 12, spend: [1, 1], collection: [0, 1] } };
  const due = (metric: Goal['metric'], target: number) =>
    planForGoal(collected, { metric, target, deadline: 5 }).stages.map(({ dueMonth }) => dueMonth);
  expect(due('revenue', 5000)).toEqual([2, 2, 4]);
  expect(planForGoal(collected, { metric: 'revenue', target: 5000, deadline: 4 }).stages).toMatchObject([
    { dueMonth: 1 },
    { dueMonth: 1 },
    { dueMonth: 3 },
  ]);
  expect(due('leads', 300)).toEqual([2, 2, 4]);
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
      fc.double({ min: 0.01, max: 4, noNaN: true }),
      (anyCampaign, metric, vary, by) => {
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
        const [better, worse] = [now! + by * Math.abs(now!), now! - by * Math.abs(now!)];
        const [target, modest] = metric === 'cac' ? [now! / (1 + by), better] : [better, worse];
        expect(planForGoal(untimed, { metric, target: modest, vary }).status).toBe('met');
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
      const planned = evaluateCampaign(untimed).stages[last]!.count;
      fc.pre(Math.abs(target / planned - 1) > 1e-6);
      expect(plan.status).toBe(target > planned ? 'reached' : 'met');
      if (target > planned) expect(plan.value).toBeCloseTo(rate, 9);
    }),
    { numRuns: 300 },
  );
});

test('who does what the goal asks and then stops meets it; who is a month late with the last of it does not', () => {
  let late = 0;
  fc.assert(
    fc.property(arbitraryCampaign(), fc.integer({ min: 1, max: 24 }), (anyCampaign, deadline) => {
      const spend = anyCampaign.timing?.spend ?? [1];
      const timing = { months: deadline, spend };
      // Only media brings people; what else is spent falls when it falls.
      const { media, salesPerOpportunity } = anyCampaign.costs;
      const costs = { media, ...(salesPerOpportunity !== undefined && { salesPerOpportunity }) };
      const asked = { ...anyCampaign, costs, timing };
      fc.pre(asked.funnel[0]!.price === undefined);
      const target = 20;
      const plan = planForGoal(asked, { metric: 'customers', target, deadline });
      fc.pre(plan.status === 'reached' && plan.value! > 0);
      /** Customers by the deadline of the plan that stops spending after a month, with what has entered by then. */
      const stopping = (month: number) => {
        const until = spend.slice(0, month);
        const share = until.reduce((sum, each) => sum + each, 0) / spend.reduce((sum, each) => sum + each, 0);
        const [first, ...later] = plan.campaign.funnel;
        if (share === 0) return 0;
        const stopped = {
          ...plan.campaign,
          funnel: [{ ...first!, volume: (first!.volume as number) * share }, ...later],
          timing: { ...timing, spend: until },
        };
        const months = evaluateCampaign(stopped).cash!.months;
        return months.reduce((sum, { counts }) => sum + counts.customers!, 0);
      };
      const { dueMonth } = plan.spend.marketing;
      fc.pre(plan.spend.marketing.total > 0);
      expect(stopping(dueMonth)).toBeCloseTo(target, 6);
      expect(stopping(dueMonth - 1)).toBeLessThan(target);
      for (const { total, perMonth, dueMonth: due } of [...plan.stages, plan.spend.marketing]) {
        expect(due).toBeGreaterThanOrEqual(1);
        expect(due).toBeLessThanOrEqual(deadline);
        expect(perMonth).toBeLessThanOrEqual(total);
        expect(perMonth * due).toBeGreaterThanOrEqual(total * (1 - 1e-12));
      }
      expect(plan.stages.at(-1)!.total).toBeCloseTo(target, 6);
      if (dueMonth < deadline) late++;
    }),
    { numRuns: 300 },
  );
  expect(late).toBeGreaterThan(30);
});

test('a lever at the end of what the model takes leaves a campaign that the model takes', () => {
  const barely: Campaign = {
    costs: { media: { low: 228_390.77, likely: 642_785.38, high: 642_790.31 }, sales: 0.003 },
    funnel: [{ name: 'customers', volume: 12_037 }],
    value: { averageSale: 121.01, grossMargin: 0.346462 },
  };
  const { roiMargin } = evaluateCampaign(barely).metrics;
  const plan = planForGoal(barely, { metric: 'roiMargin', target: roiMargin.value! * 2 });
  expect(plan).toMatchObject({ status: 'unreachable', binds: 'limit' });
  expect(checkCampaign(plan.campaign)).toEqual([]);
});

test('what comes too late is no lever without effect, where customers never leave, either', () => {
  const slow = campaign({
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', rate: 0.1, delay: [0, 0, 1] },
    ],
    value: { averageSale: 500, grossMargin: 0.6, churn: 0 },
    timing: { months: 12 },
  });
  const goal = { metric: 'revenue', target: 10_000, deadline: 2 } as const;
  for (const vary of ['volume', 'rate:customers'] as const)
    expect(planForGoal(slow, { ...goal, vary })).toMatchObject({ status: 'unreachable', binds: 'deadline' });
  expect(planForGoal(slow, { ...goal, vary: 'value:grossMargin' }).status).toBe('no-effect');
});
