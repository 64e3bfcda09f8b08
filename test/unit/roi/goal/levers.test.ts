import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Goal, planForGoal, rankLevers } from '../../../../src/roi/index.ts';
import { arbitraryCampaign } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';

const uncertain = campaign({
  costs: { media: { low: 900, likely: 1000, high: 1300 } },
  funnel: [
    { name: 'leads', volume: 100 },
    { name: 'opportunities', rate: { hits: 40, of: 100 } },
    { name: 'customers', rate: { hits: 10, of: 40 } },
  ],
  value: { averageSale: { low: 400, likely: 500, high: 700 }, grossMargin: 0.6 },
});

test('each input is moved alone within its own interval, the widest swing first, with its owner', () => {
  const { levers, value, reason } = rankLevers(uncertain, { metric: 'profit' });
  expect(value).toBe(2000);
  expect(reason).toBeNull();
  const moved = levers.filter(({ interval }) => interval);
  expect(moved.map(({ lever, owner }) => [lever, owner])).toEqual([
    ['rate:customers', 'sales'],
    ['value:averageSale', 'shared'],
    ['rate:opportunities', 'sales'],
    ['cost:media', 'marketing'],
  ]);
  expect(moved[1]).toMatchObject({
    interval: { low: 400, high: 700 },
    atLow: 1400,
    atHigh: 3200,
    swing: 1800,
  });
  expect(moved[3]).toMatchObject({ atLow: 2100, atHigh: 1700, swing: 400 });
});

test('a rate with counts moves between its own P10 and P90, wider the fewer it was seen in', () => {
  const { levers } = rankLevers(uncertain, { metric: 'customers' });
  const { low, high } = levers.find(({ lever }) => lever === 'rate:customers')!.interval!;
  expect(low).toBeGreaterThan(0.15);
  expect(low).toBeLessThan(0.18);
  expect(high).toBeGreaterThan(0.33);
  expect(high).toBeLessThan(0.36);
});

test('a sure number is not moved by a flat percentage: it has no swing and comes last', () => {
  const { levers } = rankLevers(uncertain, { metric: 'profit' });
  expect(levers.at(-1)).toMatchObject({ interval: null, swing: null });
  const sure = rankLevers(campaign(), { metric: 'profit' });
  expect(sure.reason).toBe('no-uncertainty-given');
});

test('each lever says whether it alone reaches the goal, and where it would have to stand', () => {
  const goal = { metric: 'profit', target: 3000 } as const;
  const levers = new Map(
    rankLevers(uncertain, { metric: 'profit', goal }).levers.map((each) => [each.lever, each]),
  );
  expect(levers.get('value:averageSale')).toMatchObject({
    reachesGoal: true,
    needed: expect.closeTo(2000 / 3, 9),
  });
  expect(levers.get('cost:media')).toMatchObject({ reachesGoal: false });
  expect(levers.get('volume')).toMatchObject({ reachesGoal: true, needed: expect.closeTo(150, 9) });
});

test('where less is better, less reaches the goal', () => {
  const { levers } = rankLevers(uncertain, { metric: 'cpl', goal: { metric: 'cpl', target: 9.5 } });
  expect(levers.find(({ lever }) => lever === 'cost:media')).toMatchObject({
    reachesGoal: true,
    needed: 950,
  });
});

test('a lever that costs more than the budget, or more than sales can work, does not reach the goal', () => {
  const reaches = (goal: Goal, lever: string) =>
    rankLevers(uncertain, { metric: 'profit', goal }).levers.find((each) => each.lever === lever);
  const goal: Goal = { metric: 'profit', target: 2500 };
  // A goal of 2,500 takes 125 leads for 1,250 of media; 50 of them become opportunities.
  expect(reaches(goal, 'volume')).toMatchObject({ reachesGoal: true, needed: expect.closeTo(125, 9) });
  expect(reaches({ ...goal, budget: 1200 }, 'volume')).toMatchObject({ reachesGoal: false, needed: null });
  expect(reaches({ ...goal, salesCapacity: 49 }, 'volume')).toMatchObject({ reachesGoal: false });
  // Within its interval a sale of 600 is enough, and costs nothing more; with 900 to spend even the plan is too dear.
  expect(reaches({ ...goal, budget: 1000 }, 'value:averageSale')).toMatchObject({ reachesGoal: true });
  expect(reaches({ ...goal, budget: 900 }, 'value:averageSale')).toMatchObject({ reachesGoal: false });
});

test('levers and goal agree: what a goal takes of a lever is what the lever needs, under the same limits', () => {
  fc.assert(
    fc.property(
      arbitraryCampaign(),
      fc.constantFrom<Goal['metric']>('customers', 'profit', 'roiMargin', 'cac', 'ltvToCac'),
      fc.double({ min: 0, max: 2000, noNaN: true }),
      fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      (asked, metric, target, budget) => {
        const goal: Goal = { metric, target, ...(budget !== null && { budget }) };
        for (const { lever, interval, needed, reachesGoal } of rankLevers(asked, { metric, goal }).levers) {
          const { status, value } = planForGoal(asked, { ...goal, vary: lever });
          const isReached = status === 'met' || status === 'reached';
          expect(needed).toBe(isReached ? value : null);
          if (!interval) expect(reachesGoal).toBe(isReached);
          // Within an interval less is possible than anywhere, and what is needed within it is reached within it.
          if (interval && reachesGoal) expect(isReached).toBe(true);
          if (interval && needed !== null && needed >= interval.low && needed <= interval.high)
            expect(reachesGoal).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});
