import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean, meanVolume } from '../../../../src/roi/campaign/mean.ts';
import { type Campaign, evaluateCampaign, planForGoal } from '../../../../src/roi/index.ts';
import { arbitraryCampaign } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';

const clicked = campaign({
  costs: { media: 2000, agency: 500, sales: 100 },
  funnel: [
    { name: 'clicks', volume: 800 },
    { name: 'leads', rate: 0.03 },
    { name: 'customers', rate: 0.1 },
  ],
});
const of = (asked: Campaign) => evaluateCampaign(asked).metrics;
const spendOf = (asked: Campaign) => of(asked).breakEvenSpend;

/** The campaign with more or less of its volume, and as much media as is said. */
const scaled = (asked: Campaign, times: number, media: number): Campaign => ({
  ...asked,
  costs: { ...asked.costs, media },
  funnel: asked.funnel.map((stage, index) =>
    index > 0 ? stage : { ...stage, volume: meanVolume(stage.volume!) * times },
  ),
});

/** All of its media, whenever it is spent. */
const mediaOf = ({ costs }: Campaign) => mean(costs.media);

test('media that brings back less than itself never breaks even, however much is bought', () => {
  // 2.4 customers of 300 for 2,000: 0.36 for each unit of media.
  expect(spendOf(clicked)).toMatchObject({ value: null, reason: 'never-breaks-even' });
});

test('what is fixed beside media is paid by what media brings beyond itself, and a goal finds the same', () => {
  // A customer brings 1,000: 2,400 for 2,000 of media leave 0.2 of each unit for the 600 that are fixed.
  const losing = { ...clicked, value: { averageSale: 1000, grossMargin: 1 } };
  expect(spendOf(losing).value).toBeCloseTo(3000, 9);
  const { campaign: even } = planForGoal(losing, { metric: 'profit', target: 0 });
  expect(even.costs.media).toBeCloseTo(3000, 9);
});

test('without media, volume costs no media; without customers, or anything that is fixed, the answer stays sound', () => {
  expect(spendOf({ ...clicked, costs: { media: 0, agency: 500 } })).toMatchObject({
    value: null,
    reason: 'no-ad-spend',
  });
  const nobody = clicked.funnel.map((stage) => (stage.name === 'customers' ? { ...stage, rate: 0 } : stage));
  expect(spendOf({ ...clicked, funnel: nobody })).toMatchObject({ value: null, reason: 'never-breaks-even' });
  // All that is spent grows with volume: it pays from the first click on.
  expect(spendOf({ ...clicked, costs: { media: 500 } }).value).toBe(0);
  expect(spendOf({ ...clicked, costs: { media: 721 } }).reason).toBe('never-breaks-even');
});

/** Any campaign small enough to be scaled up a thousandfold. */
const scalable = arbitraryCampaign().filter(
  ({ costs, funnel: [first] }) =>
    costs.media !== 0 && first!.volume !== undefined && meanVolume(first!.volume) <= 1e6,
);

test('scaled to the break-even spend, profit is zero; where there is none, more media never helps', () => {
  let broke = 0;
  fc.assert(
    fc.property(scalable, (asked) => {
      const { breakEvenSpend, breakEvenCustomers, roas, revenue } = of(asked);
      fc.pre(revenue.value !== null);
      const adSpend = roas.terms.adSpend!;
      fc.pre(adSpend > 0);
      const at = (times: number) => {
        const { value, terms } = of(scaled(asked, times, mediaOf(asked) * times)).profit;
        return { profit: value!, slack: 1e-8 * (terms.revenue! + terms.cost!) };
      };
      const [planned, doubled] = [at(1), at(2)];
      if (breakEvenSpend.value === null) {
        expect(['never-breaks-even', 'not-within-months', 'needs-a-horizon']).toContain(
          breakEvenSpend.reason,
        );
        expect(doubled.profit).toBeLessThanOrEqual(planned.profit + doubled.slack);
        return;
      }
      const times = breakEvenSpend.value / adSpend;
      fc.pre(times < 1000);
      broke++;
      const even = at(times);
      expect(Math.abs(even.profit)).toBeLessThanOrEqual(Math.max(even.slack, planned.slack));
      // More media than is planned and more customers than are planned are needed together, or neither.
      if (Math.abs(planned.profit) <= planned.slack) return;
      expect(breakEvenSpend.value > adSpend).toBe(planned.profit < 0);
      expect(breakEvenCustomers.value! > revenue.terms.customers!).toBe(planned.profit < 0);
    }),
    { numRuns: 1000 },
  );
  expect(broke).toBeGreaterThan(30);
});

test('break-even customers and leads hold media as budgeted: with so many, the plan’s own costs are paid', () => {
  let broke = 0;
  fc.assert(
    fc.property(scalable, (asked) => {
      const { breakEvenCustomers, breakEvenLeads, revenue } = of(asked);
      const { customers } = revenue.terms;
      const times = breakEvenCustomers.value! / customers!;
      fc.pre(breakEvenCustomers.value !== null && times < 1000);
      broke++;
      const { metrics, stages } = evaluateCampaign(scaled(asked, times, mediaOf(asked)));
      const { revenue: earned, cost } = metrics.profit.terms;
      expect(Math.abs(metrics.profit.value!)).toBeLessThanOrEqual(1e-9 * (earned! + cost!));
      const leads = stages.find(({ name }) => name === 'leads');
      if (!leads) return;
      // Leads are those of whole customers.
      const whole = Math.ceil(breakEvenCustomers.value!) / breakEvenCustomers.value!;
      expect(breakEvenLeads.value! / leads.count).toBeCloseTo(whole, 9);
    }),
    { numRuns: 500 },
  );
  expect(broke).toBeGreaterThan(30);
});
