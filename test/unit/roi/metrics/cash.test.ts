import { expect, test } from 'vitest';
import { evaluateCampaign } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

/** 1,000 out, 600 in, 600 in; at 1 % a month. */
const { metrics } = evaluateCampaign(
  campaign({
    costs: { media: 1000 },
    funnel: [{ name: 'customers', volume: 12 }],
    value: { averageSale: 100, grossMargin: 1 },
    timing: { months: 3, collection: [0, 0.5, 0.5], discountRate: 1.01 ** 12 - 1 },
  }),
);

test('the rates of a campaign are a year’s, though its flows are months', () => {
  // 1000 = 600 v + 600 v ** 2, where v is what a month is discounted by.
  const v = (Math.sqrt(600 ** 2 + 4 * 600 * 1000) - 600) / (2 * 600);
  expect(metrics.irr.value).toBeCloseTo((1 / v) ** 12 - 1, 9);
  // The first 600 grow for a month, and two months lie between what goes out and the end.
  const month = Math.sqrt((600 * 1.01 + 600) / 1000);
  expect(metrics.mirr.value).toBeCloseTo(month ** 12 - 1, 9);
});

test('money that is worth less by the month takes longer to pay back', () => {
  expect(metrics.payback.value).toBeCloseTo(1 + 400 / 600, 9);
  expect(metrics.discountedPayback.value).toBeCloseTo(1 + (1000 - 600 / 1.01) / (600 / 1.01 ** 2), 9);
});
