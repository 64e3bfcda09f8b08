import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../../src/roi/metrics/evaluate-metrics.ts';
import { type FigureName, isTold, lenses } from '../../../../src/roi/metrics/lenses.ts';
import { campaign } from '../campaign-builder.ts';

const all = lenses.flatMap(({ metrics }) => [...metrics]);

/** The figures that a report of a campaign shows. */
function toldOf(about: Parameters<typeof campaign>[0]): FigureName[] {
  const figures = evaluateMetrics(campaign(about), all);
  return all.map(({ id }) => id).filter((name) => isTold(name, figures));
}
const withAgency = { media: 1000, agency: 500 };

test('a figure of a stage that the funnel has not got tells nothing', () => {
  const leads = { name: 'leads', volume: 100 } as const;
  const customers = { name: 'customers', rate: 0.1 } as const;
  expect(toldOf({ funnel: [leads, customers] })).not.toContain('ctr');
  const clicks = [
    { name: 'impressions', volume: 10_000 },
    { name: 'clicks', rate: 0.02 },
    { name: 'customers', rate: 0.1 },
  ] as const;
  expect(toldOf({ funnel: clicks })).toContain('ctr');
  expect(toldOf({ funnel: clicks })).not.toContain('cpl');
  expect(toldOf({ funnel: [leads] })).not.toContain('cac');
});

test('a figure without a value is told with its reason', () => {
  const noOne = { funnel: [{ name: 'leads', volume: 0 }] as const };
  expect(toldOf(noOne)).toContain('cpl');
});

test('break-even on all costs is told where there is more to pay than advertising', () => {
  expect(toldOf({ costs: withAgency })).toContain('breakEvenRoasAllCosts');
  expect(toldOf({ costs: withAgency })).toContain('breakEvenRoas');
  expect(toldOf({ costs: { media: 1000 } })).not.toContain('breakEvenRoasAllCosts');
  expect(toldOf({ costs: { media: 1000 } })).toContain('breakEvenRoas');
});

test('and not where it has no answer', () => {
  expect(toldOf({ costs: { media: 0, agency: 500 } })).not.toContain('breakEvenRoasAllCosts');
});
