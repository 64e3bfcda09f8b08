import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { leversOf } from '../../../../src/roi/goal/lever.ts';
import {
  type Campaign,
  everyMetric,
  type Goal,
  type GoalPlan,
  InputError,
  type Measure,
  planForGoal,
} from '../../../../src/roi/index.ts';
import { arbitraryCampaign } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';
import { happenedBy, moneyBy } from '../month-by-month.ts';
import { flowOf, point } from '../oracle/expected.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** `ROI_GOALS=100000` asks that many; the suite asks enough to notice a mistake. */
const goals = Number(process.env.ROI_GOALS ?? 1500);

/** Less is better of what costs or takes time; more is better of everything else. */
const isCost = (metric: Measure) => /^(cpm|cpc|cpl|costPer|cac|breakEven|targetRoas)/.test(metric);
/** A target of zero has no size of its own: what is left of the metric is rounding beside what the campaign has of it. */
const meets = (metric: Measure, result: number, target: number, standing: number) => {
  const slack = 2e-9 * Math.abs(target || standing);
  return isCost(metric) ? result <= target + slack : result >= target - slack;
};
const beats = (metric: Measure, result: number, target: number) => {
  const clearly = 1e-6 * Math.max(1, Math.abs(target));
  return isCost(metric) ? result < target - clearly : result > target + clearly;
};

/** What sales works in its busiest month up to the deadline (the average month without timing), by plain counting. */
function busiestLoad(asked: Campaign, deadline: number): number {
  const names = asked.funnel.map(({ name }) => name);
  const stage = (['opportunities', 'sql', 'customers'] as const).find((name) => names.includes(name));
  const until = (month: number) => happenedBy(asked, month).counts[stage!]!;
  if (!asked.timing) return until(0) / deadline;
  const months = Array.from({ length: deadline }, (_, month) => until(month + 1) - until(month));
  return Math.max(...months);
}

const holds = (asked: Campaign, { budget, salesCapacity }: Goal, deadline: number, slack = 1e-9): boolean =>
  (budget === undefined || moneyBy(asked, deadline).cost <= budget * (1 + slack)) &&
  (salesCapacity === undefined || busiestLoad(asked, deadline) <= salesCapacity * (1 + slack));

const metrics: Measure[] = [
  ...everyMetric.filter((metric) => !('series' in metric)).map(({ id }) => id),
  'customers',
  'leads',
];
const levers = [
  'volume',
  'rate:leads',
  'rate:opportunities',
  'rate:customers',
  ...(['media', 'production', 'agency', 'tools', 'sales', 'salesPerOpportunity'] as const).map(
    (kind) => `cost:${kind}` as const,
  ),
  ...(
    ['averageSale', 'grossMargin', 'ordersPerCustomer', 'churn', 'retentionSpend', 'baseline'] as const
  ).map((kind) => `value:${kind}` as const),
] as const;
const factor = fc.double({ min: 0.2, max: 3, noNaN: true });

const asking = fc.record({
  asked: arbitraryCampaign().filter(({ funnel }) => funnel.length <= 4),
  metric: fc.constantFrom(...metrics),
  vary: fc.constantFrom(...levers),
  deadline: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  aim: fc.option(factor, { nil: undefined }),
  target: fc.double({ min: -10, max: 1000, noNaN: true }),
  budget: fc.option(factor, { nil: undefined }),
  salesCapacity: fc.option(factor, { nil: undefined }),
});

/** The metric by a deadline as the campaign stands: of a goal that it meets whatever it is. */
function standing(asked: Campaign, metric: Measure, deadline: number): number | null {
  const plan = planForGoal(asked, { metric, target: isCost(metric) ? 1e15 : -1e15, deadline });
  return plan.status === 'met' ? plan.result : null;
}

/** A goal near what the campaign does anyway, under limits near what it takes anyway. */
function goalOf({ asked, metric, vary, deadline, aim, target, budget, salesCapacity }: Asking): Goal {
  const by = deadline ?? asked.timing?.months ?? 1;
  const goal: Goal = { metric, target, vary, ...(deadline !== undefined && { deadline }) };
  const result = standing(asked, metric, by);
  return {
    ...goal,
    ...(aim !== undefined && result && { target: result * aim }),
    ...(budget !== undefined && { budget: moneyBy(asked, by).cost * budget }),
    ...(salesCapacity !== undefined && { salesCapacity: busiestLoad(asked, by) * salesCapacity }),
  };
}
type Asking = typeof asking extends fc.Arbitrary<infer Asked> ? Asked : never;

/** The answer, or null where the campaign has no such lever, or the target is more than the model takes. */
function planned(asked: Campaign, goal: Goal): GoalPlan | null {
  try {
    return planForGoal(asked, goal);
  } catch (error) {
    if (error instanceof InputError && /^goal\.(vary|target)$/.test(error.field)) return null;
    throw error;
  }
}

test('a budget that cuts what is spent anyway reaches a cost that is higher than what is left', () => {
  const team = campaign({ costs: { media: 1000, agency: 1000 } });
  const plan = planForGoal(team, { metric: 'cac', target: 200, budget: 1500, vary: 'cost:agency' });
  expect(plan).toMatchObject({ status: 'reached', value: 500, result: 150 });
});

test('a target of zero is reached where the rest is a rounding of what the campaign had', () => {
  const sale = { averageSale: 10, grossMargin: 0.5 };
  const dear = planForGoal(campaign({ costs: { media: 1000 }, value: sale }), {
    metric: 'breakEvenCustomers',
    target: 0,
    vary: 'value:averageSale',
  });
  expect(dear.status).toBe('reached');
  expect(dear.result).toBeGreaterThan(0);
  expect(dear.result).toBeLessThan(200e-9);
});

test('where the limits leave no place for the lever, there is no result to be better than the target', () => {
  const plan = planForGoal(campaign(), {
    metric: 'customers',
    target: 5,
    budget: 500,
    vary: 'rate:customers',
  });
  expect(plan).toMatchObject({
    status: 'unreachable',
    binds: 'budget',
    result: null,
    reason: 'beyond-limits',
  });
});

test('a status is that of the result beside it, within the limits', () => {
  const statuses = new Map<string, number>();
  fc.assert(
    fc.property(asking, (question) => {
      const { asked } = question;
      const goal = goalOf(question);
      const plan = planned(asked, goal);
      if (!plan) return;
      const { status, result, campaign: moved, deadline } = plan;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const now = standing(asked, goal.metric, deadline) ?? 0;
      const isMet = result !== null && meets(goal.metric, result, goal.target, now);
      if (status === 'met' || status === 'reached') {
        expect({ status, isMet }).toEqual({ status, isMet: true });
        expect(holds(moved, goal, deadline)).toBe(true);
      } else expect({ status, isMet }).toEqual({ status, isMet: false });
    }),
    { numRuns: goals },
  );
  for (const status of ['met', 'reached', 'unreachable', 'no-effect']) {
    expect([status, (statuses.get(status) ?? 0) > goals / 100]).toEqual([status, true]);
  }
});

test('what is called unreachable, or without effect, no place of the lever within the limits reaches', () => {
  fc.assert(
    fc.property(asking, (question) => {
      const { asked } = question;
      const goal = goalOf(question);
      const plan = planned(asked, goal);
      if (!plan || plan.status === 'met' || plan.status === 'reached') return;
      const lever = leversOf(asked).find(({ id }) => id === plan.lever)!;
      for (const times of [0, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.9, 1, 1.1, 1.5, 2, 4, 10, 1e3]) {
        const at = moveTo(asked, plan.lever, lever.value * times);
        if (!at || !holds(at, goal, plan.deadline, 0)) continue;
        const result = standing(at, goal.metric, plan.deadline);
        expect([times, result !== null && beats(goal.metric, result, goal.target)]).toEqual([times, false]);
      }
    }),
    { numRuns: goals },
  );
});

/** The campaign with one input put somewhere else, or null where it cannot stand there. */
function moveTo(asked: Campaign, lever: string, to: number): Campaign | null {
  const [kind, name] = lever.split(':');
  if (kind === 'cost') return { ...asked, costs: { ...asked.costs, [name!]: to } };
  if (kind === 'value') {
    return (name === 'churn' || name === 'grossMargin') && (to > 1 || to < 0)
      ? null
      : { ...asked, value: { ...asked.value, [name!]: to } };
  }
  if (kind === 'rate') {
    const funnel = asked.funnel.map((stage) => (stage.name === name ? { ...stage, rate: to } : stage));
    return to > 1 ? null : { ...asked, funnel };
  }
  const [first, ...rest] = asked.funnel;
  const { volume } = flowOf(asked);
  if (volume === 0) return null;
  const costs = { ...asked.costs, media: point(asked.costs.media) * (to / volume) };
  // What is bought at a price follows from its media.
  return first!.price === undefined
    ? { ...asked, costs, funnel: [{ ...first!, volume: to }, ...rest] }
    : { ...asked, costs };
}
