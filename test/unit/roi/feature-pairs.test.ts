import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  evaluateCampaign,
  explainVariance,
  goalLikelihood,
  type MetricId,
  planForGoal,
  rankLevers,
} from '../../../src/roi/index.ts';
import { checkAgainst } from './oracle/agree.ts';
import { flowOf, point } from './oracle/expected.ts';
import { type Answer, figures, moneyBy } from './oracle/figures.ts';
import { happenedBy } from './oracle/happened.ts';
import { shareOfLots } from './oracle/lottery.ts';
import { moved } from './oracle/moved.ts';
import { varianceOf } from './oracle/variance.ts';

vi.setConfig({ testTimeout: 600_000 });

type Feature = (campaign: Campaign) => Campaign;

const timing =
  (about: Partial<NonNullable<Campaign['timing']>>): Feature =>
  (campaign) => ({
    ...campaign,
    timing: { months: 7, ...campaign.timing, ...about },
  });
const value =
  (about: Partial<Campaign['value']>): Feature =>
  (campaign) => ({
    ...campaign,
    value: { ...campaign.value, ...about },
  });
const first =
  (entry: Partial<Campaign['funnel'][number]>): Feature =>
  (campaign) => {
    const [{ volume: _, ...stage }, ...later] = campaign.funnel as [Campaign['funnel'][number]];
    return { ...campaign, funnel: [{ ...stage, ...entry }, ...later] };
  };

/** All that a campaign may have beside the plainest one: a new feature is a row here. */
const features = {
  delay: (campaign) => ({
    ...campaign,
    funnel: campaign.funnel.map((stage, at) => ({
      ...stage,
      delay: at === 1 ? [0.5, 0.3, 0.2] : [0.25, 0.75],
    })),
    timing: { months: 7, ...campaign.timing },
  }),
  spend: timing({ spend: [3, 0, 1, 2, 1, 1, 1, 1, 2] }),
  collection: timing({ collection: [0.1, 0.4, 0.5] }),
  churn: value({ churn: 0.15 }),
  horizon: value({ horizon: 5 }),
  fractionalHorizon: value({ horizon: 3.4 }),
  ranges: (campaign) => ({
    ...campaign,
    costs: { ...campaign.costs, agency: { low: 100, likely: 150, high: 500 } },
    value: {
      ...campaign.value,
      averageSale: { low: 200, likely: 250, high: 600 },
      ...(campaign.value.churn !== undefined && { churn: { low: 0.05, likely: 0.1, high: 0.3 } }),
    },
  }),
  counts: (campaign) => ({
    ...campaign,
    funnel: campaign.funnel.map((stage, at) => (at === 2 ? { ...stage, rate: { hits: 9, of: 30 } } : stage)),
  }),
  countedVolume: first({ volume: { counted: 70 } }),
  price: first({ price: { low: 8, likely: 10, high: 25 } }),
  costTiming: timing({ costs: { agency: [1, 1, 2], sales: [0, 1, 0, 0, 3, 0, 0, 0, 4] } }),
  salesPerOpportunity: (campaign) => ({
    ...campaign,
    costs: { ...campaign.costs, salesPerOpportunity: 35 },
  }),
  discountRate: timing({ discountRate: 0.2 }),
  baseline: value({ baseline: 900 }),
} as const satisfies Record<string, Feature>;
type FeatureName = keyof typeof features;

/** Two ways to say the same, of which a campaign has one. */
const exclude: readonly (readonly [FeatureName, FeatureName])[] = [
  ['countedVolume', 'price'],
  ['horizon', 'fractionalHorizon'],
];

const plainest: Campaign = {
  costs: { media: 900, agency: 250, sales: 300, tools: 70 },
  funnel: [
    { name: 'leads', volume: 80 },
    { name: 'opportunities', rate: 0.5 },
    { name: 'customers', rate: 0.3 },
  ],
  value: { averageSale: 350, grossMargin: 0.6 },
};

const names = Object.keys(features) as FeatureName[];
const pairs = names.flatMap((a, at) =>
  names
    .slice(at + 1)
    .filter((b) => !exclude.some(([x, y]) => x === a && y === b))
    .map((b): [FeatureName, FeatureName] => [a, b]),
);

const withFeatures = (chosen: readonly FeatureName[]): Campaign =>
  // Ranges last, since they widen what others set.
  [...chosen]
    .sort((a, b) => Number(a === 'ranges') - Number(b === 'ranges'))
    .reduce<Campaign>((campaign, name) => (features[name] as Feature)(campaign), plainest);

const untilOf = (campaign: Campaign) => campaign.timing?.months ?? null;
const isEndless = (campaign: Campaign) => happenedBy(campaign, null).paid === null;

function agreesInEverything(campaign: Campaign): void {
  const until = untilOf(campaign);
  const { metrics } = evaluateCampaign(campaign);
  const { cost, revenue } = moneyBy(campaign, until);
  const size = cost + Math.abs(revenue ?? 0);
  for (const [id, answer] of Object.entries(figures(campaign, until)) as [MetricId, Answer][])
    if (answer !== undefined) checkAgainst(id, metrics[id].value, answer, size);
  if (isEndless(campaign) && until === null) return;

  for (const deadline of [undefined, 3, 12]) {
    const by = deadline ?? until ?? 1;
    const now = figures(campaign, by).profit!;
    const target = now + 500;
    const goal = { metric: 'profit', target, ...(deadline !== undefined && { deadline }) } as const;
    const plan = planForGoal(campaign, goal);
    if (plan.status !== 'reached') continue;
    checkAgainst('goal', figures(plan.campaign, by).profit!, target, size);
  }
  for (const { lever, interval, atLow, atHigh } of rankLevers(campaign, { metric: 'profit' }).levers)
    for (const [at, got] of [
      [interval.low, atLow],
      [interval.high, atHigh],
    ] as const)
      checkAgainst(lever, got, figures(moved(campaign, lever, at), until).profit!, size);

  const actual: Campaign = {
    costs: { media: 700, agency: 300, sales: 120, tools: 80, salesPerOpportunity: 30 },
    funnel: [
      { name: 'leads', volume: 66 },
      { name: 'opportunities', volume: 31 },
      { name: 'customers', volume: 8 },
    ],
    value: { averageSale: 400, grossMargin: 0.55, ...(campaign.value.churn !== undefined && { churn: 0.2 }) },
  };
  for (const asOf of until === null ? [null] : [2, 2.5, 4, 7, 9.25]) {
    const got = explainVariance(campaign, actual, asOf === null ? {} : { asOf });
    const expected = varianceOf(campaign, actual, asOf);
    checkAgainst('planned', got.plannedProfit, expected.plannedProfit, expected.size);
    checkAgainst('actual', got.actualProfit, expected.actualProfit, expected.size);
    checkAgainst('to date', got.toDate.actual, expected.toDate.actual, expected.size);
    for (const { input, effect } of got.parts)
      checkAgainst(input, effect, expected.parts.get(input) ?? 0, expected.size);
  }
}

const isUncertain = (chosen: readonly FeatureName[]) =>
  chosen.some((name) => ['ranges', 'counts', 'countedVolume', 'price'].includes(name));

const draws = 1500;

/** Two samples of the same chance, within four standard errors of their difference. */
function agreesInChance(campaign: Campaign, seed: number): void {
  const by = untilOf(campaign) ?? 1;
  const { profit } = figures(campaign, by);
  if (typeof profit !== 'number') return;
  for (const target of [profit - 800, profit, profit + 800]) {
    const { planned } = goalLikelihood(campaign, { metric: 'profit', target }, { draws, seed });
    const counted = shareOfLots(campaign, by, draws, seed, (lot) => lot.profit >= target);
    const mean = Math.min(1 - 1 / draws, Math.max(1 / draws, (planned! + counted) / 2));
    const error = Math.sqrt((2 * mean * (1 - mean)) / draws);
    const near = Math.abs(planned! - counted) <= 4 * error;
    expect({ target, near, planned, counted }).toEqual({ target, near: true, planned, counted });
  }
}

test.each(pairs)('%s with %s', (a, b) => {
  const campaign = withFeatures([a, b]);
  agreesInEverything(campaign);
  if (isUncertain([a, b])) agreesInChance(campaign, 11);
});

test('every pair of features has its case', () => {
  const all = (names.length * (names.length - 1)) / 2;
  expect(pairs).toHaveLength(all - exclude.length);
  expect(flowOf(withFeatures(['countedVolume', 'spend'])).volume).toBe(70);
  expect(point(withFeatures(['churn', 'ranges']).value.churn!)).toBeCloseTo(0.15, 9);
});

/** Each pair again, with half of everything else. */
test('pairs agree in the company of other features, too', () => {
  for (const [at, pair] of pairs.entries()) {
    const others = names.filter(
      (name, index) => ((at * 7 + index * 13) % 5) % 2 === 0 && !pair.includes(name),
    );
    const chosen: FeatureName[] = [...pair];
    for (const other of others) {
      const clashes = exclude.some((two) => two.includes(other) && two.some((name) => chosen.includes(name)));
      if (!clashes) chosen.push(other);
    }
    const campaign = withFeatures(chosen);
    agreesInEverything(campaign);
    if (isUncertain(chosen)) agreesInChance(campaign, at);
  }
});
