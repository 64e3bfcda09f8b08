import { describe, expect, test } from 'vitest';
import { expectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import { goalMeasures } from '../../../../src/roi/goal/goal-measures.ts';
import { measureDefinition } from '../../../../src/roi/goal/measure.ts';
import type { Campaign, Measure } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

/** What is asked of a campaign: 100 leads for 1,000 become 10 customers, who bring 5,000 at 60 %. */
function asked(metric: Measure, target: number, of: Campaign = campaign(), deadline = 12) {
  const planned = expectedCampaign(of);
  return { planned, measures: goalMeasures(planned, measureDefinition('metric', metric), target, deadline) };
}

const gapOf = (metric: Measure, target: number, of?: Campaign): number => {
  const { planned, measures } = asked(metric, target, of);
  return measures.gap(planned);
};

describe('the gap', () => {
  test.each<[Measure, number, string, number]>([
    ['profit', 500, 'profit less target', 3000 - 1000 - 500],
    ['cac', 150, 'cost less target times customers', 1000 - 150 * 10],
    ['roiMargin', 3, 'profit less target times cost', 2000 - 3 * 1000],
    ['breakEvenRoasAllCosts', 1, 'cost by advertising less target times margin', 1 - 0.6],
    ['ltvToCac', 2, 'the result less the target, where it is made of other figures', 3 - 2],
  ])('of %s to %d is %s', (metric, target, _, gap) => {
    expect(gapOf(metric, target)).toBeCloseTo(gap, 9);
  });

  test.each<[Measure, Campaign]>([
    ['cpl', campaign({ funnel: [{ name: 'customers', volume: 10 }] })],
    ['ltvToCac', campaign({ funnel: [{ name: 'leads', volume: 10 }] })],
  ])('of %s cannot be said where it has no answer', (metric, of) => {
    expect(gapOf(metric, 5, of)).toBeNaN();
  });
});

test('what is asked of the plan itself is answered once', () => {
  const { planned, measures } = asked('profit', 0);
  expect(measures.result(planned)).toBe(measures.result(planned));
  expect(measures.result({ ...planned })).not.toBe(measures.result(planned));
});

test('sales has nothing to work where the funnel has nobody for it', () => {
  const { planned, measures } = asked('clicks', 1, campaign({ funnel: [{ name: 'clicks', volume: 10 }] }));
  expect(measures.load(planned)).toBe(0);
});

test('a result is good enough at the target itself, as far as digits go', () => {
  const cost = asked('cac', 100).measures;
  expect([100, 100 * (1 + 1e-10), 100.001].map((result) => cost.meets(result, 0))).toEqual([
    true,
    true,
    false,
  ]);
  const gain = asked('profit', 100).measures;
  expect([100, 100 * (1 - 1e-10), 99.999].map((result) => gain.meets(result, 0))).toEqual([
    true,
    true,
    false,
  ]);
});

test('how many reach a stage is a figure of which more is better', () => {
  expect(measureDefinition('metric', 'customers')).toEqual({
    id: 'customers',
    group: 'sales',
    unit: 'count',
    better: 'higher',
    formula: 'customers',
  });
});
