import { expect, test } from 'vitest';
import { everyMetric, type MetricDefinition } from '../../../../src/roi/index.ts';
import { roiDefinitions } from '../../../../src/roi/metrics/roi-definition.ts';
import { roiMetric, roiMetrics } from '../../../../src/roi/metrics/roi-metrics.ts';

test('less is better of what costs or takes time, and of what it takes to break even', () => {
  const lower = everyMetric.filter(({ better }) => better === 'lower').map(({ id }) => id);
  expect(lower.sort()).toEqual(
    [
      ...['cpm', 'cpc', 'cpl', 'costPerMql', 'costPerSql', 'cac'],
      ...['cacPayback', 'payback', 'discountedPayback', 'peakExposure'],
      ...['breakEvenRoas', 'targetRoas', 'breakEvenCustomers', 'breakEvenLeads', 'breakEvenSpend'],
      ...['breakEvenRoasAllCosts', 'targetRoasAllCosts'],
    ].sort(),
  );
});

test('a metric that does not say which way is better does not compile', () => {
  const silent = {
    id: 'leadsPerClick',
    group: 'media',
    unit: 'fraction',
    formula: 'leads / clicks',
  } as const;
  // @ts-expect-error: `better` is missing
  const row: MetricDefinition = silent;
  const whole: MetricDefinition = { ...silent, better: 'higher' };
  expect(Object.keys(whole)).toEqual([...Object.keys(row), 'better']);
});

test('each definition of ROI has its one metric', () => {
  expect(roiMetrics.map(({ definition }) => definition)).toEqual(roiDefinitions);
  const defined = everyMetric.filter((metric) => 'definition' in metric);
  expect(roiDefinitions.map(roiMetric)).toEqual(defined);
});
