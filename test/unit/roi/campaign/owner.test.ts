import { expect, test } from 'vitest';
import { explainVariance, planForGoal, type StageName } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const stages: StageName[] = [
  ...(['impressions', 'clicks', 'visits', 'leads', 'mql'] as const),
  ...(['sql', 'opportunities', 'customers'] as const),
];
const handedOver = campaign({
  funnel: stages.map((name, index) => ({ name, ...(index === 0 ? { volume: 1000 } : { rate: 0.5 }) })),
});

test('marketing answers up to the qualified lead, sales from there on', () => {
  const { stages: delivered } = planForGoal(handedOver, { metric: 'customers', target: 1 });
  expect(delivered.filter(({ owner }) => owner === 'marketing').map(({ name }) => name)).toEqual(
    stages.slice(0, 5),
  );
  expect(delivered.filter(({ owner }) => owner === 'sales').map(({ name }) => name)).toEqual(stages.slice(5));
});

test('each overspends on its own account', () => {
  const costs = { media: 10, production: 20, agency: 30, tools: 40, sales: 500, salesPerOpportunity: 1 };
  const more = { media: 11, production: 22, agency: 33, tools: 44, sales: 600, salesPerOpportunity: 3 };
  const { byOwner } = explainVariance({ ...handedOver, costs }, { ...handedOver, costs: more });
  // 15.625 opportunities cost 2 more each.
  expect(byOwner).toEqual({ marketing: -10, sales: -131.25, shared: 0 });
});
