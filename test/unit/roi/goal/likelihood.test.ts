import { expect, test } from 'vitest';
import {
  type Campaign,
  createLikelihood,
  type Goal,
  goalLikelihood,
  type SimulationOptions,
} from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const options: SimulationOptions = { draws: 4000, seed: 1 };

/** Five standard errors of a share of the draws, at most. */
const luck = 5 * Math.sqrt(0.25 / options.draws);

const about = (chance: number) => ({
  asymmetricMatch: (answer: unknown) => typeof answer === 'number' && Math.abs(answer - chance) < luck,
});

/** As good as sure: of ten billion, a half. */
const aHalf = { hits: 5e9, of: 1e10 };

/** Twenty leads, of which each buys or not like the toss of a coin, for 300 of margin. */
const tosses = (media: number): Campaign =>
  campaign({
    costs: { media },
    funnel: [
      { name: 'leads', volume: 20 },
      { name: 'customers', rate: aHalf },
    ],
    value: { averageSale: 600, grossMargin: 0.5 },
  });

test('a likelihood in slices says when there is more to draw, and has no result before', () => {
  const goal: Goal = { metric: 'customers', target: 12 };
  const few = { draws: 50, seed: 3 };
  const task = createLikelihood(tosses(1000), goal, few);
  expect(task.result()).toBeNull();
  expect(task.run(1)).toBe(true);
  expect(task.result()).toBeNull();
  expect(task.run(0)).toBe(true);
  while (task.run(7));
  expect(task.run(7)).toBe(false);
  expect(task.result()).toEqual(goalLikelihood(tosses(1000), goal, few));
});

test('without anything uncertain there is a reason at once, and nothing to draw', () => {
  const task = createLikelihood(campaign(), { metric: 'customers', target: 12 }, options);
  expect(task.run(1)).toBe(false);
  expect(task.result()).toEqual({
    reason: 'no-uncertainty-given',
    planned: null,
    asked: null,
    sureAt: null,
  });
});

test('where less of a lever makes a goal surer, it is sure at less', () => {
  const goal: Goal = { metric: 'profit', target: 0, vary: 'cost:media' };
  const { planned, asked, sureAt } = goalLikelihood(tosses(4000), goal, options);
  // Of twenty tosses, at least 14 come out well in 5.8 % of all cases, ten in 58.8 %, nine in 74.8 %, eight in 86.8 %.
  expect([planned, asked]).toEqual([about(0.0577), about(0.5881)]);
  expect(sureAt).toBeLessThanOrEqual(8 * 300 + 1e-5);
  expect(sureAt).toBeGreaterThan(8 * 300 * 0.998);
});

test('a plan that is sure enough as it stands stays there', () => {
  const goal: Goal = { metric: 'profit', target: 0, vary: 'cost:media' };
  const { planned, asked, sureAt } = goalLikelihood(tosses(2000), goal, options);
  expect(planned).toEqual(about(0.9423));
  expect([asked, sureAt]).toEqual([planned, 2000]);
});

test('a rate is sure enough below one, and no further than that', () => {
  const goal: Goal = { metric: 'customers', target: 19, vary: 'rate:customers' };
  const { planned, asked, sureAt } = goalLikelihood(tosses(1000), goal, options);
  // 19 of 20 at 95 %: 0.95 ** 20 + 20 * 0.95 ** 19 * 0.05. The same at 95.87 % is 80 %.
  expect([planned, asked]).toEqual([about(0), about(0.7358)]);
  expect(Math.abs(sureAt! - 0.9587)).toBeLessThan(0.006);
});

test('what the budget does not pay for makes nothing sure', () => {
  const goal: Goal = { metric: 'customers', target: 10 };
  const within = goalLikelihood(tosses(1000), { ...goal, budget: 1000 }, options);
  expect(within).toEqual({ reason: null, planned: about(0.5881), asked: within.planned, sureAt: null });
  // Ten of 24 tosses come out well in 84.6 % of all cases, of 23 in 79.8 %.
  const { sureAt } = goalLikelihood(tosses(1000), { ...goal, budget: 1400 }, options);
  expect(sureAt).toBeGreaterThan(22.5);
  expect(sureAt).toBeLessThan(24.1);
});

test('where the limits leave no place for the lever, only the plan has a chance', () => {
  const goal: Goal = { metric: 'customers', target: 30, budget: 500 };
  const costly = { ...tosses(1000), costs: { media: 1000, production: 800 } };
  const { planned, asked, sureAt } = goalLikelihood(costly, goal, options);
  expect([planned, asked, sureAt]).toEqual([0, null, null]);
});

test('a lever that stands at nothing is searched for from there', () => {
  const { planned, asked, sureAt } = goalLikelihood(
    campaign({ ...tosses(0), funnel: [{ name: 'leads', volume: 0 }, tosses(0).funnel[1]!] }),
    { metric: 'customers', target: 12, vary: 'volume' },
    options,
  );
  // Twelve of 24 tosses come out well in 58.1 % of all cases, of 27 in 77.9 %, of 28 in 82.8 %.
  expect([planned, asked]).toEqual([0, about(0.5806)]);
  expect(sureAt).toBeGreaterThan(27);
  expect(sureAt).toBeLessThan(28);
});

test('a lever makes nothing sure where the plan costs more than its budget, however sure the rest is', () => {
  const goal: Goal = { metric: 'customers', target: 1, budget: 900, vary: 'value:averageSale' };
  expect(goalLikelihood(tosses(1000), goal, options)).toEqual({
    reason: null,
    planned: 1,
    asked: null,
    sureAt: null,
  });
});

test.each<[string, Goal, SimulationOptions]>([
  ['options', { metric: 'customers', target: 1 }, null as never],
  ['draws', { metric: 'customers', target: 1 }, { draws: -1, seed: 1 }],
  ['seed', { metric: 'customers', target: 1 }, { draws: 10, seed: Number.NaN }],
  ['goal.target', { metric: 'customers', target: Number.NaN }, options],
  ['goal.vary', { metric: 'customers', target: 1, vary: 'price' }, options],
])('%s outside the model is refused by name', (field, goal, asked) => {
  expect(() => goalLikelihood(tosses(1000), goal, asked)).toThrow(
    expect.objectContaining({ field, message: expect.stringContaining(field) }),
  );
});
