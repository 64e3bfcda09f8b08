import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Goal, planForGoal, rankLevers, simulate } from '../../../../src/roi/index.ts';
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

/** Where P10 and P90 of a triangle lie, by its distribution function, which is quadratic on either side of its summit. */
const tenths = (low: number, likely: number, high: number) => [
  low + Math.sqrt(0.1 * (high - low) * (likely - low)),
  high - Math.sqrt(0.1 * (high - low) * (high - likely)),
];
const near = (value: number) => expect.closeTo(value, 9);

test('each input is moved alone over eight of ten cases of its own, the widest swing first, with its owner', () => {
  const { levers, value } = rankLevers(uncertain, { metric: 'profit' });
  // The means: a sale of 1,600 / 3, and 3,200 / 3 of media.
  expect(value).toBeCloseTo(10 * 0.6 * (1600 / 3) - 3200 / 3, 9);
  const own = levers.filter(({ basis }) => basis === 'own');
  expect(own.map(({ lever, owner }) => [lever, owner])).toEqual([
    ['rate:customers', 'sales'],
    ['value:averageSale', 'shared'],
    ['rate:opportunities', 'sales'],
    ['cost:media', 'marketing'],
  ]);
  const [low, high] = tenths(400, 500, 700) as [number, number];
  expect(own[1]).toMatchObject({
    interval: { low: near(low), high: near(high) },
    atLow: near(6 * low - 3200 / 3),
    atHigh: near(6 * high - 3200 / 3),
    swing: near(6 * (high - low)),
  });
  const [cheap, dear] = tenths(900, 1000, 1300) as [number, number];
  expect(own[3]).toMatchObject({ atLow: near(3200 - cheap), atHigh: near(3200 - dear) });
});

test('a rate with counts moves between its own P10 and P90, wider the fewer it was seen in', () => {
  const { levers } = rankLevers(uncertain, { metric: 'customers' });
  const { low, high } = levers.find(({ lever }) => lever === 'rate:customers')!.interval;
  expect(low).toBeGreaterThan(0.15);
  expect(low).toBeLessThan(0.18);
  expect(high).toBeGreaterThan(0.33);
  expect(high).toBeLessThan(0.36);
});

test('the interval of a rate is where eight of ten draws of it fall', () => {
  const few = campaign({
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', rate: { hits: 1, of: 10 } },
    ],
  });
  const { low, high } = rankLevers(few, { metric: 'profit' }).levers[0]!.interval;
  const { p10, p90 } = simulate(few, { draws: 20_000, seed: 1 }).rates.customers!;
  expect(Math.abs(low - p10)).toBeLessThan(0.005);
  expect(Math.abs(high - p90)).toBeLessThan(0.01);
});

test('a sure number is moved by ten per cent either way, and says so', () => {
  const { levers } = rankLevers(uncertain, { metric: 'profit' });
  expect(levers.find(({ lever }) => lever === 'value:grossMargin')).toMatchObject({
    basis: 'step',
    interval: { low: near(0.54), high: near(0.66) },
  });
  const sure = rankLevers(campaign(), { metric: 'profit' }).levers;
  expect(sure.map(({ basis }) => basis)).toEqual(sure.map(() => 'step'));
  // 100 leads for 1,000 of media bring 3,000: with ten more of them, 300 more for 100 more.
  expect(sure.find(({ lever }) => lever === 'volume')).toMatchObject({
    atLow: near(1800),
    atHigh: near(2200),
  });
});

test('a step goes no further than the lever does', () => {
  const { levers } = rankLevers(
    campaign({
      funnel: [
        { name: 'leads', volume: 100 },
        { name: 'customers', rate: 0.95 },
      ],
    }),
    { metric: 'customers' },
  );
  expect(levers.find(({ lever }) => lever === 'rate:customers')).toMatchObject({
    interval: { low: near(0.855), high: 1 },
  });
});

test('a lever that cannot move the figure is not among them', () => {
  const of = (metric: Goal['metric']) => rankLevers(uncertain, { metric }).levers.map(({ lever }) => lever);
  expect(of('customers')).toEqual(['rate:customers', 'rate:opportunities', 'volume']);
  expect(of('cpl')).toEqual(['cost:media']);
});

test('a figure of any size that differs by rounding alone is not moved', () => {
  for (const media of [1e7 / 3, 123_456.789, 1e12 / 7, 1e-3 / 3])
    for (const volume of [7, 97, 113]) {
      const asked = campaign({
        costs: { media },
        funnel: [
          { name: 'leads', volume },
          { name: 'customers', rate: 0.3 },
        ],
      });
      const { levers } = rankLevers(asked, { metric: 'cpl' });
      expect(levers.map(({ lever }) => lever)).toEqual(['cost:media']);
    }
});

test('a lever with no answer at one of its ends moves the figure, by nobody knows how much, and comes last', () => {
  // Ten customers who order until they leave bring 1,034 in a year: at the lower end of a sale, or the upper one of
  // media, they never pay.
  const close = campaign({
    costs: { media: { low: 900, likely: 1000, high: 1100 }, agency: { low: 1, likely: 2, high: 3 } },
    value: { averageSale: { low: 30, likely: 37, high: 44 }, grossMargin: 0.6, churn: 0.2 },
    timing: { months: 12 },
  });
  const { levers } = rankLevers(close, { metric: 'payback' });
  const of = (lever: string) => levers.find((each) => each.lever === lever)!;
  expect(of('value:averageSale')).toMatchObject({ atLow: null, atHigh: expect.any(Number), swing: null });
  expect(of('cost:media')).toMatchObject({ atLow: expect.any(Number), atHigh: null, swing: null });
  expect(of('cost:agency').swing).toBeGreaterThan(0);
  const isKnown = levers.map(({ swing }) => swing !== null);
  expect(isKnown).toEqual([...isKnown].sort((a, b) => Number(b) - Number(a)));
  expect(new Set(isKnown).size).toBe(2);
});

test('without a goal nothing is said of one', () => {
  for (const lever of rankLevers(uncertain, { metric: 'profit' }).levers)
    expect(lever).toMatchObject({ needed: null, reachesGoal: null });
});

test('where no lever moves the figure, the ranking says why', () => {
  const bare = campaign({ costs: { media: 0 }, funnel: [{ name: 'customers', volume: 10 }] });
  expect(rankLevers(bare, { metric: 'cpl' })).toMatchObject({ levers: [], reason: 'stage-not-in-funnel' });
  expect(rankLevers(bare, { metric: 'breakEvenCustomers' })).toMatchObject({
    levers: [],
    reason: 'nothing-to-compare',
  });
  expect(rankLevers(bare, { metric: 'profit' }).reason).toBeNull();
});

test('a volume that was counted, and a price, move over eight of ten cases of their own, too', () => {
  const bought = campaign({
    costs: { media: 1000 },
    funnel: [
      { name: 'clicks', price: { low: 1, likely: 2, high: 4 } },
      { name: 'customers', rate: 0.1 },
    ],
  });
  const [low, high] = tenths(1, 2, 4) as [number, number];
  expect(rankLevers(bought, { metric: 'customers' }).levers[0]).toMatchObject({
    lever: 'price',
    basis: 'own',
    interval: { low: near(low), high: near(high) },
    atLow: near(100 / low),
    atHigh: near(100 / high),
  });
  const counted = campaign({
    funnel: [
      { name: 'leads', volume: { counted: 100 } },
      { name: 'customers', rate: 0.1 },
    ],
  });
  const [volume] = rankLevers(counted, { metric: 'customers' }).levers;
  // Gamma(100 + 1/3): R's qgamma(c(0.1, 0.9), 100 + 1/3) gives 87.70 and 113.36.
  expect(volume).toMatchObject({ lever: 'volume', basis: 'own' });
  expect(volume!.interval.low).toBeCloseTo(87.7, 1);
  expect(volume!.interval.high).toBeCloseTo(113.36, 1);
});

test('each lever says whether it alone reaches the goal, and where it would have to stand', () => {
  const goal = { metric: 'profit', target: 3000 } as const;
  const levers = new Map(
    rankLevers(uncertain, { metric: 'profit', goal }).levers.map((each) => [each.lever, each]),
  );
  // 3,000 and 3,200 / 3 of media from ten customers at 60 %: beyond eight of ten cases of a sale, which end at 620.
  expect(levers.get('value:averageSale')).toMatchObject({
    reachesGoal: false,
    needed: near((3000 + 3200 / 3) / 6),
  });
  expect(levers.get('rate:customers')).toMatchObject({ reachesGoal: true });
  expect(levers.get('cost:media')).toMatchObject({ reachesGoal: false });
  // A lead brings 32 and costs 32 / 3.
  expect(levers.get('volume')).toMatchObject({ reachesGoal: true, needed: near(3000 / (32 - 32 / 3)) });
});

test('where less is better, less reaches the goal', () => {
  const { levers } = rankLevers(uncertain, { metric: 'cpl', goal: { metric: 'cpl', target: 9.7 } });
  expect(levers.find(({ lever }) => lever === 'cost:media')).toMatchObject({
    reachesGoal: true,
    needed: near(970),
  });
});

test('a lever that costs more than the budget, or more than sales can work, does not reach the goal', () => {
  const reaches = (goal: Goal, lever: string) =>
    rankLevers(uncertain, { metric: 'profit', goal }).levers.find((each) => each.lever === lever);
  const goal: Goal = { metric: 'profit', target: 2500 };
  // A goal of 2,500 takes 117.19 leads for 1,250 of media; 46.9 of them become opportunities.
  expect(reaches(goal, 'volume')).toMatchObject({ reachesGoal: true, needed: near(117.1875) });
  expect(reaches({ ...goal, budget: 1200 }, 'volume')).toMatchObject({ reachesGoal: false, needed: null });
  expect(reaches({ ...goal, salesCapacity: 46 }, 'volume')).toMatchObject({ reachesGoal: false });
  // Within its interval a sale of 594.44 is enough, and costs nothing more; with 900 to spend even the plan is too dear.
  expect(reaches({ ...goal, budget: 1100 }, 'value:averageSale')).toMatchObject({ reachesGoal: true });
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
        for (const { lever, interval, basis, needed, reachesGoal } of rankLevers(asked, { metric, goal })
          .levers) {
          const { status, value } = planForGoal(asked, { ...goal, vary: lever });
          const isReached = status === 'met' || status === 'reached';
          expect(needed).toBe(isReached ? value : null);
          if (basis === 'step') {
            expect(reachesGoal).toBe(isReached);
            continue;
          }
          // Within an interval less is possible than anywhere, and what is needed within it is reached within it.
          if (reachesGoal) expect(isReached).toBe(true);
          if (needed !== null && needed >= interval.low && needed <= interval.high)
            expect(reachesGoal).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});
