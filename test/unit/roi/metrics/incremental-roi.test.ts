import { expect, test } from 'vitest';
import { expectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import { standingBy, standingOf } from '../../../../src/roi/campaign/standing.ts';
import { answering } from '../../../../src/roi/metrics/evaluate-metrics.ts';
import { incrementalRoi } from '../../../../src/roi/metrics/rows/returns.ts';
import { campaign } from '../campaign-builder.ts';

// 40 customers, ten a month from the first month on, who bring 100 each: 4,000. 800 of it would have come anyway.
const monthly = campaign({
  costs: { media: 1000, agency: 200 },
  funnel: [
    { name: 'leads', volume: 400 },
    { name: 'customers', rate: 0.1 },
  ],
  value: { averageSale: 100, grossMargin: 0.5, baseline: 800 },
  timing: { months: 4, spend: [1, 1, 1, 1] },
});
const expected = expectedCampaign(monthly);
const by = (months: number | null) => answering(standingBy(expected, months))(incrementalRoi).value;

test('what would have come anyway is of the months looked at', () => {
  expect(answering(standingOf(expected))(incrementalRoi).value).toBeCloseTo((3200 * 0.5 - 1200) / 1200, 12);
  expect(by(4)).toBeCloseTo((3200 * 0.5 - 1200) / 1200, 12);
  expect(by(null)).toBeCloseTo((3200 * 0.5 - 1200) / 1200, 12);
});

test('by an earlier month as much of it has come as of the revenue', () => {
  // The agency was paid in the first month.
  expect(by(1)).toBeCloseTo((800 * 0.5 - 450) / 450, 12);
  expect(by(2)).toBeCloseTo((1600 * 0.5 - 700) / 700, 12);
  expect(by(3)).toBeCloseTo((2400 * 0.5 - 950) / 950, 12);
});

test('without timing there is no earlier month', () => {
  const { timing: _, ...timeless } = monthly;
  const standing = standingOf(expectedCampaign(timeless));
  expect(answering(standing)(incrementalRoi).value).toBeCloseTo((3200 * 0.5 - 1200) / 1200, 12);
});

test('and none where nobody said what would have come', () => {
  const { baseline: _, ...value } = monthly.value;
  const standing = standingOf(expectedCampaign({ ...monthly, value }));
  expect(answering(standing)(incrementalRoi)).toMatchObject({ value: null, reason: 'needs-a-baseline' });
});
