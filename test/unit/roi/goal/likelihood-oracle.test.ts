import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  type Goal,
  goalLikelihood,
  planForGoal,
  type Volume,
} from '../../../../src/roi/index.ts';
import {
  atLeast,
  betaBinomial,
  binomial,
  overBeta,
  overTriangle,
  thinnedGammaPoisson,
} from '../oracle/chances.ts';
import { happenedBy } from '../oracle/happened.ts';

vi.setConfig({ testTimeout: 120_000 });

const draws = 4000;

const base = (about: Partial<Campaign> = {}): Campaign => ({
  costs: { media: 1000, sales: 400 },
  funnel: [
    { name: 'leads', volume: 60 },
    { name: 'customers', rate: { hits: 6, of: 30 } },
  ],
  value: { averageSale: 500, grossMargin: 0.6 },
  ...about,
});

const leads = (volume: Volume, rate: number | { hits: number; of: number }): Campaign['funnel'] => [
  { name: 'leads', volume },
  { name: 'customers', rate },
];

/** Within four standard errors of the exact chance. */
function expectChance(got: number | null, exact: number): void {
  expect(got).not.toBeNull();
  const error = Math.sqrt((exact * (1 - exact)) / draws);
  expect(Math.abs(got! - exact)).toBeLessThanOrEqual(4 * error + 1e-9);
}

const planned = (campaign: Campaign, goal: Goal, seed = 1) => goalLikelihood(campaign, goal, { draws, seed });

const [yes, no] = [6 + 1 / 3, 24 + 1 / 3] as const;

test('sure numbers leave only chance, and no chance is stated without an uncertainty', () => {
  const sure = base({ funnel: leads(60, 0.2) });
  expect(planned(sure, { metric: 'customers', target: 12 }).reason).toBe('no-uncertainty-given');
});

test.each([4, 8, 12, 16, 20])(
  'a rate from counts: the chance of %i customers is the beta-binomial one',
  (target) => {
    const exact = atLeast(betaBinomial(60, yes, no), target);
    expectChance(planned(base(), { metric: 'customers', target }).planned, exact);
  },
);

test('a stage that nobody was seen to pass, and one that everybody passed', () => {
  const of = (hits: number) => base({ funnel: leads(60, { hits, of: 10 }) });
  for (const [hits, target] of [
    [0, 1],
    [0, 3],
    [10, 58],
    [10, 60],
  ] as const) {
    const exact = atLeast(betaBinomial(60, hits + 1 / 3, 10 - hits + 1 / 3), target);
    expectChance(planned(of(hits), { metric: 'customers', target }).planned, exact);
  }
});

test('by a deadline each passes and arrives in time by their own chance', () => {
  const timed = base({
    funnel: [
      { name: 'leads', volume: 60, delay: [0.5, 0.5] },
      { name: 'customers', rate: { hits: 6, of: 30 }, delay: [0.2, 0.3, 0.5] },
    ],
    timing: { months: 6, spend: [1, 2, 1] },
  });
  for (const deadline of [1, 2, 3, 5]) {
    const { counts } = happenedBy(timed, deadline);
    const inTime = counts.customers! / (60 * 0.2);
    for (const target of [1, 4, 9]) {
      const exact = overBeta(yes, no, (p) => atLeast(binomial(60, p * inTime), target), 300);
      expectChance(planned(timed, { metric: 'customers', target, deadline }).planned, exact);
    }
  }
});

test('those who were bought arrive at the first stage in time by chance, too', () => {
  const late = (volume: Volume): Campaign =>
    base({
      funnel: [
        { name: 'leads', volume, delay: [0.5, 0.5] },
        { name: 'customers', rate: { hits: 95, of: 100 } },
      ],
      timing: { months: 6 },
    });
  for (const target of [22, 26, 30, 34]) {
    const goal: Goal = { metric: 'customers', target, deadline: 1 };
    const [a, b] = [95 + 1 / 3, 5 + 1 / 3];
    const ofSure = overBeta(a, b, (p) => atLeast(binomial(60, p / 2), target), 300);
    expectChance(planned(late(60), goal).planned, ofSure);
    const ofCounted = overBeta(
      a,
      b,
      (p) => 1 - thinnedGammaPoisson(60 + 1 / 3, p / 2, target - 1).reduce((sum, each) => sum + each, 0),
      300,
    );
    expectChance(planned(late({ counted: 60 }), goal).planned, ofCounted);
  }
});

test('a counted volume comes out otherwise again: a Poisson of a gamma, thinned by the rate', () => {
  for (const target of [6, 12, 18]) {
    const exact = 1 - thinnedGammaPoisson(60 + 1 / 3, 0.2, target - 1).reduce((sum, each) => sum + each, 0);
    const campaign = base({ funnel: leads({ counted: 60 }, 0.2) });
    expectChance(planned(campaign, { metric: 'customers', target }).planned, exact);
  }
});

test('a range of volumes, and of prices that buy it', () => {
  const range = { low: 40, likely: 50, high: 90 };
  const price = { low: 10, likely: 15, high: 30 };
  for (const target of [8, 12, 16]) {
    const ofVolume = overTriangle(range, (many) => atLeast(binomial(Math.round(many), 0.2), target));
    expectChance(
      planned(base({ funnel: leads(range, 0.2) }), { metric: 'customers', target }).planned,
      ofVolume,
    );
    const bought = base({
      funnel: [
        { name: 'leads', price },
        { name: 'customers', rate: 0.2 },
      ],
    });
    const ofPrice = overTriangle(price, (each) => atLeast(binomial(Math.round(1000 / each), 0.2), target));
    expectChance(planned(bought, { metric: 'customers', target }).planned, ofPrice);
  }
});

test('revenue is customers times what each pays by the deadline, sale and churn as they turn out', () => {
  const sale = { low: 300, likely: 500, high: 900 };
  const churn = { low: 0.05, likely: 0.1, high: 0.5 };
  const recurring = base({
    funnel: leads(60, 0.2),
    value: { averageSale: sale, grossMargin: 0.6, churn, horizon: 4.5 },
    timing: { months: 8, spend: [1, 1], collection: [0.5, 0.5] },
  });
  for (const deadline of [2, 4, 8]) {
    const at = (known: number) => {
      const { counts, paid } = happenedBy(
        { ...recurring, value: { ...recurring.value, churn: known } },
        deadline,
      );
      return { inTime: counts.customers! / 12, each: paid! / counts.customers! };
    };
    const expected = happenedBy(recurring, deadline).paid! * 566;
    for (const target of [expected * 0.7, expected, expected * 1.4]) {
      const exact = overTriangle(
        churn,
        (left) => {
          const { inTime, each } = at(left);
          const chances = binomial(60, 0.2 * inTime);
          return overTriangle(sale, (price) => atLeast(chances, target / (price * each)), 100);
        },
        40,
      );
      expectChance(planned(recurring, { metric: 'revenue', target, deadline }).planned, exact);
    }
  }
});

test('profit knows what each opportunity cost, and a cost is met by at most as much', () => {
  const worked = base({
    costs: { media: 1000, sales: 400, salesPerOpportunity: 40 },
    funnel: [
      { name: 'leads', volume: 40 },
      { name: 'opportunities', rate: 0.5 },
      { name: 'customers', rate: { hits: 6, of: 30 } },
    ],
  });
  const opened = binomial(40, 0.5);
  const over = (isMet: (opportunities: number, customers: number) => boolean) =>
    opened.reduce((sum, chance, many) => {
      const won = betaBinomial(many, yes, no);
      return (
        sum + chance * won.reduce((all, each, customers) => (isMet(many, customers) ? all + each : all), 0)
      );
    }, 0);
  for (const target of [-1500, -500, 310]) {
    const exact = over((many, won) => won * 300 - 1400 - many * 40 >= target);
    expectChance(planned(worked, { metric: 'profit', target }).planned, exact);
  }
  const exact = over((many, won) => won > 0 && (1400 + many * 40) / won <= 551);
  expectChance(planned(worked, { metric: 'cac', target: 551 }).planned, exact);
});

test('what is asked, and where it is sure, have the chances they should', () => {
  const goal: Goal = { metric: 'customers', target: 20 };
  const { asked, sureAt } = planned(base(), goal);
  expect(planForGoal(base(), goal).value).toBeCloseTo(100, 9);
  expectChance(asked, atLeast(betaBinomial(100, yes, no), 20));
  const at = (many: number) => atLeast(betaBinomial(many, yes, no), 20);
  const error = 4 * Math.sqrt((0.8 * 0.2) / draws);
  expect(at(Math.floor(sureAt!) - 1)).toBeLessThanOrEqual(0.8 + error);
  expect(at(Math.ceil(sureAt!) + 1)).toBeGreaterThanOrEqual(0.8 - error);
});

test('with the same draws more volume is never less likely to be enough', () => {
  const goal: Goal = { metric: 'customers', target: 12, deadline: 3 };
  const kinds: ((many: number) => Campaign)[] = [
    (many) => base({ funnel: leads(many, { hits: 6, of: 30 }) }),
    (many) => base({ funnel: leads({ low: many / 2, likely: many, high: many * 2 }, 0.2) }),
    (many) => base({ funnel: leads({ counted: many }, 0.2) }),
    (many) =>
      base({
        funnel: [
          { name: 'leads', volume: many, delay: [0.5, 0.5] },
          { name: 'opportunities', rate: { hits: 20, of: 40 }, delay: [0.7, 0.3] },
          { name: 'customers', rate: { hits: 12, of: 30 }, delay: [0.2, 0.3, 0.5] },
        ],
        timing: { months: 6, spend: [1, 2] },
      }),
  ];
  for (const kind of kinds) {
    let before = 0;
    for (let many = 10; many <= 200; many += 5) {
      const { planned: now } = goalLikelihood(kind(many), goal, { draws: 200, seed: 7 });
      expect(now).toBeGreaterThanOrEqual(before);
      before = now!;
    }
    expect(before).toBeGreaterThan(0);
  }
});
