import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  evaluateCampaign,
  everyMetric,
  type LeverId,
  type Measure,
  type MetricId,
  planForGoal,
  type StageName,
} from '../../../../src/roi/index.ts';
import { arbitraryCampaign } from '../arbitrary-campaign.ts';
import { agree, checkAgainst } from '../oracle/agree.ts';
import { flowOf, point } from '../oracle/expected.ts';
import { type Answer, figures, moneyBy } from '../oracle/figures.ts';
import { happenedBy } from '../oracle/happened.ts';

vi.setConfig({ testTimeout: 120_000 });

const runs = Math.ceil(Number(process.env.ROI_CAMPAIGNS ?? 2000) / 5);

/** A goal cannot be a cash flow, and takes break-even leads as they are, without whole customers. */
const measures = everyMetric
  .filter(({ group, id }) => group !== 'cash' && id !== 'breakEvenLeads')
  .map(({ id }): MetricId => id);

const levers: LeverId[] = [
  'volume',
  'price',
  'rate:customers',
  'cost:media',
  'cost:sales',
  'cost:salesPerOpportunity',
  'value:averageSale',
  'value:grossMargin',
  'value:ordersPerCustomer',
  'value:churn',
];

/** What a measure comes to by a deadline. */
function measured(campaign: Campaign, measure: Measure, by: number | null): Answer {
  const { counts } = happenedBy(campaign, by);
  const isStage = campaign.funnel.some(({ name }) => name === measure);
  return isStage ? counts[measure as StageName]! : figures(campaign, by)[measure as MetricId];
}

const has = (campaign: Campaign, lever: LeverId): boolean => {
  const [kind, name] = lever.split(':');
  if (lever === 'price') return campaign.funnel[0]!.price !== undefined;
  if (kind === 'rate') return campaign.funnel.some((stage, at) => at > 0 && stage.name === name);
  if (lever === 'volume') return true;
  const at: object = kind === 'cost' ? campaign.costs : campaign.value;
  return name! in at;
};

const asking = fc.record({
  campaign: arbitraryCampaign(),
  measure: fc.constantFrom<Measure>(...measures, 'customers'),
  lever: fc.constantFrom(...levers),
  times: fc.integer({ min: 1, max: 400 }).map((percent) => percent / 100),
  deadline: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
});

test('what a goal says it reaches is what its campaign comes to by the deadline', () => {
  let reached = 0;
  fc.assert(
    fc.property(asking, ({ campaign, measure, lever, times, deadline }) => {
      if (!has(campaign, lever)) return;
      const by = deadline ?? campaign.timing?.months ?? 1;
      const now = measured(campaign, measure, by);
      const plan = planForGoal(campaign, {
        metric: measure,
        target: typeof now === 'number' ? Math.max(-1e14, Math.min(1e14, now * times)) : 1,
        vary: lever,
        ...(deadline !== undefined && { deadline }),
      });
      expect(plan.deadline).toBe(by);
      if (typeof now === 'number' && Math.abs(now) < 1e15 && plan.status === 'met')
        checkAgainst('as it stands', plan.result, now, sizeOf(campaign, by));
      const answer = measured(plan.campaign, measure, by);
      if (answer === undefined || Math.abs(answer ?? 0) > 1e15) return;
      checkAgainst(`${measure} by ${lever}`, plan.result, answer, sizeOf(plan.campaign, by));
      if (plan.status === 'reached') reached++;
      if (deadline === undefined && plan.result !== null && measure !== 'customers') {
        const { value } = evaluateCampaign(plan.campaign).metrics[measure as MetricId];
        checkAgainst('evaluated', value, plan.result, sizeOf(plan.campaign, by));
      }
      const before = flowOf(campaign).volume;
      const isMore = lever === 'volume' && plan.value !== null && plan.value > before * (1 + 1e-12);
      if (plan.status === 'reached')
        expect(plan.isFreeVolume).toBe(isMore && point(plan.campaign.costs.media) === 0);
    }),
    { numRuns: runs * 4 },
  );
  expect(reached).toBeGreaterThan(runs / 20);
});

function sizeOf(campaign: Campaign, by: number): number {
  const { cost, revenue } = moneyBy(campaign, by);
  return cost + Math.abs(revenue ?? 0);
}

test('volume that has a price is paid for, also by a campaign that has bought none yet', () => {
  const campaign: Campaign = {
    costs: { media: 0, sales: 100 },
    funnel: [{ name: 'customers', price: 10 }],
    value: { averageSale: 30, grossMargin: 1 },
  };
  const plan = planForGoal(campaign, { metric: 'profit', target: 100, vary: 'volume' });
  // 20 profit on each customer, and 100 for sales.
  expect(plan).toMatchObject({ status: 'reached', value: 10, isFreeVolume: false });
  expect(plan.result).toBeCloseTo(100, 9);
  expect(plan.campaign.costs.media).toBe(100);
  expect(evaluateCampaign(plan.campaign).metrics.profit.value).toBeCloseTo(100, 9);
});

test('a goal is the inverse of an evaluation: what more volume brings asks for that much volume', () => {
  let found = 0;
  const measure = fc.constantFrom<Measure>('customers', 'revenue');
  fc.assert(
    fc.property(
      arbitraryCampaign(),
      measure,
      fc.integer({ min: 110, max: 500 }),
      (campaign, metric, percent) => {
        const by = campaign.timing?.months ?? 1;
        const now = measured(campaign, metric, by);
        if (typeof now !== 'number' || now < 1e-6 || now > 1e14) return;
        const target = (now * percent) / 100;
        const plan = planForGoal(campaign, { metric, target });
        expect(plan.status).toBe('reached');
        checkAgainst('volume', plan.value, (flowOf(campaign).volume * percent) / 100);
        checkAgainst(
          'media',
          point(plan.campaign.costs.media),
          (point(campaign.costs.media) * percent) / 100,
        );
        const after = evaluateCampaign(plan.campaign);
        const got = metric === 'revenue' ? after.metrics.revenue.value! : after.stages.at(-1)!.count;
        expect(agree(got, target)).toBe(true);
        found++;
      },
    ),
    { numRuns: runs },
  );
  expect(found).toBeGreaterThan(runs / 4);
});
