import { expect, test } from 'vitest';
import { evaluateCampaign } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

/** 500 out, 200 in, 300 out, 545 in; at 1 % a month. */
const seesaw = campaign({
  costs: { media: 800 },
  funnel: [
    { name: 'leads', volume: 8 },
    { name: 'customers', rate: 0.5, delay: [0, 1] },
  ],
  value: { averageSale: 500, grossMargin: 0.5 },
  timing: { months: 4, spend: [5, 0, 3], collection: [0.32, 0, 0.68], discountRate: 1.01 ** 12 - 1 },
});
const { cash, metrics } = evaluateCampaign(seesaw);
const flows = [-500, 200, -300, 425 + 120];
const near = (numbers: number[]) => numbers.map((each) => expect.closeTo(each, 9));

test('each month is discounted from the first, and together they are the NPV', () => {
  expect(cash!.months.map(({ net }) => net)).toEqual(near(flows));
  const discounted = cash!.months.map((month) => month.discounted!);
  expect(discounted).toEqual(near(flows.map((flow, month) => flow / 1.01 ** month)));
  expect(metrics.npv.value).toBeCloseTo(
    discounted.reduce((sum, each) => sum + each),
    9,
  );
});

test('exposure is of all that is out by then, and not of the worst month', () => {
  expect(cash!.peakExposure).toBeCloseTo(600, 9);
  expect(metrics.peakExposure.value).toBe(cash!.peakExposure);
});
