import { join, resolve } from 'node:path';
import { Bench } from 'tinybench';
import * as own from '../../src/roi/index.ts';
import { answers } from '../../test/unit/roi/vector-answers.ts';
import { markdownTable } from './markdown-table.ts';
import { peers } from './peers.ts';

const monthly = [-30_000, ...Array.from({ length: 36 }, (_, month) => 800 + 25 * month)];
const dated = {
  flows: [-10_000, 2750, 4250, 3250, 2750],
  dates: ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'],
};

/** The same question to everyone who can answer it, and why a peer may be faster. */
const questions = [
  {
    name: 'npv, 37 flows',
    kind: 'npv',
    inputs: { rate: 0.01, flows: monthly, firstPeriod: 0 },
    why: 'we check every flow',
  },
  {
    name: 'mirr, 37 flows',
    kind: 'mirr',
    inputs: { flows: monthly, financeRate: 0.01, reinvestRate: 0.012 },
    why: 'we check every flow',
  },
  {
    name: 'irr, 5 flows',
    kind: 'irr',
    inputs: { flows: [-100, 39, 59, 55, 20] },
    why: 'it stops at one root within its tolerance; we look for all, to the last digit',
  },
  {
    name: 'irr, 37 flows',
    kind: 'irr',
    inputs: { flows: monthly },
    why: 'it stops at one root within its tolerance; we look for all, to the last digit',
  },
  {
    name: 'xnpv, 5 flows',
    kind: 'xnpv',
    inputs: { rate: 0.09, ...dated },
    why: 'we check that each date exists',
  },
  {
    name: 'xirr, 5 flows',
    kind: 'xirr',
    inputs: dated,
    why: 'it stops at one root within its tolerance; we look for all',
  },
];

/** A full calculator's campaign: eight stages, counts, ranges, delays, three years. */
const campaign: own.Campaign = {
  costs: {
    media: { low: 9000, likely: 10_000, high: 12_000 },
    production: 2000,
    agency: 3000,
    tools: 500,
    sales: 6000,
    salesPerOpportunity: 40,
  },
  funnel: [
    { name: 'impressions', volume: 500_000 },
    { name: 'clicks', rate: { hits: 400, of: 20_000 } },
    { name: 'visits', rate: 0.9 },
    { name: 'leads', rate: { hits: 90, of: 1500 } },
    { name: 'mql', rate: 0.5, delay: [0.6, 0.4] },
    { name: 'sql', rate: { hits: 30, of: 75 }, delay: [0.5, 0.3, 0.2] },
    { name: 'opportunities', rate: 0.6, delay: [0.5, 0.5] },
    { name: 'customers', rate: { hits: 9, of: 40 }, delay: [0, 0.3, 0.4, 0.3] },
  ],
  value: { averageSale: { low: 900, likely: 1200, high: 1800 }, grossMargin: 0.6, churn: 0.03, horizon: 36 },
  timing: { months: 36, spend: [1, 1, 1, 1, 1, 1], collection: [0.7, 0.3], discountRate: 0.08 },
};

/** As long as the model allows: a hundred years, and as long for every step on the way. */
const century = Array.from({ length: 1200 }, () => 1 / 1200);
const longest: own.Campaign = {
  ...campaign,
  funnel: campaign.funnel.map((stage, index) => (index === 0 ? stage : { ...stage, delay: century })),
  timing: { months: 1200, spend: century, collection: century, discountRate: 0.08 },
};

/** What a model is asked of campaigns; of ten thousand draws, also for each. */
const campaignQuestions: {
  name: string;
  ask: (model: typeof own, turn: number) => unknown;
  parts?: number;
}[] = [
  {
    name: 'evaluateMetrics: three metrics of a campaign',
    ask: ({ evaluateMetrics, metrics }) =>
      evaluateMetrics(campaign, [metrics.roiMargin, metrics.cpl, metrics.cac]),
  },
  {
    name: 'evaluateCampaign: every metric and a 36-month curve',
    ask: ({ evaluateCampaign }) => evaluateCampaign(campaign),
  },
  {
    name: 'planForGoal: customers in 12 months',
    ask: ({ planForGoal }) => planForGoal(campaign, { metric: 'customers', target: 100, deadline: 12 }),
  },
  {
    name: 'rankLevers: a tornado of profit',
    ask: ({ rankLevers }) => rankLevers(campaign, { metric: 'profit' }),
  },
  {
    name: 'rankLevers: with a goal under limits',
    ask: ({ rankLevers }) =>
      rankLevers(campaign, {
        metric: 'profit',
        goal: { metric: 'roiMargin', target: 1, budget: 20_000, salesCapacity: 10 },
      }),
  },
  {
    name: 'evaluateCampaign: 1,200 months, delays of as many',
    ask: ({ evaluateCampaign }) => evaluateCampaign(longest),
  },
  {
    name: 'planForGoal: 1,200 months, delays of as many',
    ask: ({ planForGoal }) => planForGoal(longest, { metric: 'profit', target: 1e5 }),
  },
  {
    name: 'rankLevers: 1,200 months, delays of as many, with a goal',
    ask: ({ rankLevers }) =>
      rankLevers(longest, { metric: 'profit', goal: { metric: 'profit', target: 1e5 } }),
  },
  {
    name: 'simulate: 10,000 draws',
    ask: ({ simulate }, turn) => simulate(campaign, { draws: 10_000, seed: turn }),
    parts: 10_000,
  },
];

/** Microseconds a call, measured for about a quarter of a second each. */
async function microseconds(run: (turn: number) => unknown): Promise<number> {
  let turn = 0;
  const bench = new Bench({ time: 250, warmupTime: 100 });
  bench.add('it', () => {
    run(++turn);
  });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error('A measurement did not complete');
  return task.result.latency.p50 * 1000;
}

const shown = (time: number): string =>
  time < 100
    ? `${time.toPrecision(2)} µs`
    : time < 1e4
      ? `${time.toFixed(0)} µs`
      : `${(time / 1000).toFixed(0)} ms`;

/** The same questions to us and to every peer that can be asked. */
export async function speedAgainstPeers(): Promise<string> {
  const asked = Object.entries({ unisono: answers, ...peers });
  const rows: string[][] = [];
  for (const { name, kind, inputs, why } of questions) {
    const times: (number | null)[] = [];
    for (const [, asks] of asked) {
      const ask = asks[kind];
      times.push(ask ? await microseconds(() => ask(inputs as never)) : null);
    }
    const ours = times[0]!;
    const faster = times.flatMap((time, i) =>
      i > 0 && time && time < ours * 0.95 ? [`${asked[i]![0]} ${(ours / time).toFixed(1)}x`] : [],
    );
    rows.push([
      name,
      ...times.map((time) => (time === null ? 'cannot' : shown(time))),
      faster.length ? `${faster.join(', ')}: ${why}` : '',
    ]);
  }
  return markdownTable(['question', ...asked.map(([name]) => name), 'faster than us, and why'], rows);
}

/**
 * What nobody else answers: by this model, and by those of other checkouts, in turns within one run. The best of three
 * medians counts, since a busy machine only ever adds.
 *
 * @param others folders of other checkouts of the project
 */
export async function speedOfCampaigns(others: readonly string[]): Promise<string> {
  const models = [own];
  for (const folder of others) models.push(await import(join(resolve(folder), 'src/roi/index.ts')));
  const rows: string[][] = [];
  for (const { name, ask, parts } of campaignQuestions) {
    const best = models.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < 3; round++) {
      for (const [at, model] of models.entries()) {
        best[at] = Math.min(best[at]!, await microseconds((turn) => ask(model, turn)));
      }
    }
    const [ours, ...theirs] = best as [number, ...number[]];
    rows.push([
      name,
      parts ? `${shown(ours)} (${shown(ours / parts)} a draw)` : shown(ours),
      ...theirs.map((time) => `${shown(time)} (${(time / ours).toFixed(1)} x)`),
    ]);
  }
  return markdownTable(['question', 'a call', ...others], rows);
}
