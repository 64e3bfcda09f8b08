import { expect, test } from 'vitest';
import { actualCampaign, dueFigures } from '../../../../src/calculator/actual/actual-campaign.ts';
import { expectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import { type Campaign, explainVariance } from '../../../../src/roi/index.ts';

const plan: Campaign = {
  costs: { media: 6000, sales: 1000, salesPerOpportunity: 50 },
  funnel: [
    { name: 'leads', volume: 300 },
    { name: 'opportunities', rate: 0.5 },
    { name: 'customers', rate: 0.2, delay: [0, 0, 1] },
  ],
  value: { averageSale: 1500, grossMargin: 0.5 },
  timing: { months: 12, spend: [1, 1, 1] },
};

test.each([1, 2, 3, 5, 12])('a plan that is met by month %i has no gap and no parts', (month) => {
  const due = dueFigures(expectedCampaign(plan), month);
  const { gap, parts } = explainVariance(plan, actualCampaign(plan, due), { asOf: month });
  expect(gap).toBe(0);
  expect(parts.filter(({ effect }) => effect !== 0)).toEqual([]);
});

test('a customer who is not due yet is not expected', () => {
  const due = (month: number) => dueFigures(expectedCampaign(plan), month).counts.at(-1)!.count;
  expect(due(2)).toBe(0);
  expect(due(3)).toBeCloseTo(10);
  expect(due(12)).toBeCloseTo(30);
});

test('what happened to one stage is that stage’s part alone', () => {
  const due = dueFigures(expectedCampaign(plan), 12);
  const counts = due.counts.map(({ name, count }) => ({
    name,
    count: name === 'customers' ? count! - 5 : count,
  }));
  const { gap, parts } = explainVariance(plan, actualCampaign(plan, { ...due, counts }), { asOf: 12 });
  expect(gap).toBeCloseTo(-5 * 1500 * 0.5);
  expect(parts.filter(({ effect }) => Math.abs(effect) > 1e-9).map(({ input }) => input)).toEqual([
    'rate:customers',
  ]);
});

test('owners of the plan stay the owners of what happened', () => {
  const owned: Campaign = {
    ...plan,
    funnel: plan.funnel.map((stage) => ({ ...stage, owner: 'shared' as const })),
  };
  const due = dueFigures(expectedCampaign(owned), 12);
  expect(actualCampaign(owned, due).funnel.map(({ owner }) => owner)).toEqual(['shared', 'shared', 'shared']);
});
