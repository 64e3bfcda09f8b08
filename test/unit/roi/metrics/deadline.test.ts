import { expect, test } from 'vitest';
import { evaluateCampaign, planForGoal } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const slow = campaign({
  costs: { media: 1000, agency: 200 },
  value: { averageSale: 100, grossMargin: 0.5, ordersPerCustomer: 1, churn: 0.1 },
  timing: { months: 12, spend: [1, 1], collection: [0.5, 0, 0.5] },
});

test('a customer’s worth is no matter of the deadline: LTV stays, and nobody is told to halve churn', () => {
  const { value } = evaluateCampaign(slow).metrics.lifetimeValue;
  expect(value).toBeCloseTo(500, 9);
  for (const deadline of [1, 2, 12]) {
    const { result } = planForGoal(slow, { metric: 'lifetimeValue', target: 1, deadline });
    expect(result).toBeCloseTo(500, 9);
  }
  expect(
    planForGoal(slow, { metric: 'lifetimeValue', target: 500, vary: 'value:churn', deadline: 1 }),
  ).toMatchObject({ status: 'met', value: 0.1 });
});
