import { expect, test } from 'vitest';
import { aheadOfTime } from '../../../../src/calculator/actual/ahead-of-time.ts';
import { expectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import { explainVariance } from '../../../../src/roi/index.ts';

/** 200 leads in the first month, a tenth of whom buy two months later. */
const plan = {
  costs: { media: 5000 },
  funnel: [
    { name: 'leads' as const, volume: 200 },
    { name: 'customers' as const, rate: 0.1, delay: [0, 0, 1] },
  ],
  value: { averageSale: 1200, grossMargin: 0.6 },
  timing: { months: 12, spend: [1] },
};
const early = (leads: number, customers: number, asOf: number) => {
  const funnel = [
    { name: 'leads' as const, volume: leads },
    { name: 'customers' as const, volume: customers },
  ];
  return aheadOfTime(explainVariance(plan, { ...plan, funnel }, { asOf }).stages);
};

test.each([
  ['as planned, and sooner', 200, 20, 1, 'customers'],
  ['some of them sooner', 200, 1, 2, 'customers'],
  ['nobody yet, as planned', 200, 0, 1, null],
  ['when they are due', 200, 20, 3, null],
  ['more than planned, once all are due', 200, 30, 3, null],
  ['more leads alone', 300, 0, 1, null],
])('%s: %i leads and %i customers by month %i', (_, leads, customers, asOf, stage) => {
  expect(early(leads, customers, asOf)).toBe(stage);
});

test('as many as were due for as many as came before them are not early', () => {
  const slow = { ...plan, timing: { months: 12, spend: [1, 1, 1, 1, 1, 1] } };
  const due = (asOf: number, leads: number, customers: number) =>
    aheadOfTime(
      explainVariance(
        slow,
        {
          ...slow,
          funnel: [
            { name: 'leads', volume: leads },
            { name: 'customers', volume: customers },
          ],
        },
        { asOf },
      ).stages,
    );
  // By month 4 four sixths of the leads have come, and two sixths of the customers.
  expect(expectedCampaign(slow).volume).toBe(200);
  expect(due(4, 400 / 3, 20 / 3)).toBeNull();
  expect(due(4, 800 / 3, 40 / 3)).toBeNull();
  expect(due(4, 400 / 3, 10)).toBe('customers');
});
