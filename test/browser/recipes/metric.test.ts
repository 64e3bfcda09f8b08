import '../../../src/script-planner.ts';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { registerLocale } from '../../../src/i18n/locales.ts';
import * as en from '../../../src/locales/en.ts';
import { evaluateCampaign, everyMetric } from '../../../src/roi/index.ts';
import type { MetricDefinition } from '../../../src/roi/metrics/metric.ts';
import { mountCalculator } from '../../support/calculator-on-page.ts';
import { campaignOf, open } from '../planner/planner-on-page.ts';
import { saved } from '../planner/share/saved.ts';

const mediaPerCustomer = vi.hoisted(
  () =>
    ({
      id: 'mediaPerCustomer',
      group: 'sales',
      unit: 'currency',
      better: 'lower',
      formula: 'adSpend / customers',
    }) as const satisfies MetricDefinition,
);

// The recipe: one row among those of its kind, ...
vi.mock('../../../src/roi/metrics/rows/sales.ts', async (original) => {
  const rows = await original<typeof import('../../../src/roi/metrics/rows/sales.ts')>();
  return { ...rows, mediaPerCustomer, default: [...rows.default, mediaPerCustomer] };
});

// ... and to show it, the team that reads it, and a word.
vi.mock('../../../src/roi/metrics/lenses.ts', async (original) => {
  const { lenses, isTold } = await original<typeof import('../../../src/roi/metrics/lenses.ts')>();
  const [both, marketing, sales] = lenses;
  return {
    isTold,
    lenses: [both, { ...marketing, metrics: [...marketing.metrics, mediaPerCustomer] }, sales],
  };
});
const figures = { ...en.calculator.figures, mediaPerCustomer: 'Advertising per customer' };
registerLocale('en', { calculator: { ...en.calculator, figures } });

test('a metric that is one more row is answered with all the others', async () => {
  const element = await mountCalculator();
  const { metrics } = evaluateCampaign(campaignOf(element));
  // 5,000 of advertising, and 10 % of 200 leads that buy.
  expect(metrics).toMatchObject({ mediaPerCustomer: { value: 250, reason: null, unit: 'currency' } });
  expect(everyMetric.map(({ id }) => id)).toContain('mediaPerCustomer');
});

test('it is shown under the team that reads it, with its formula', async () => {
  const element = await mountCalculator();
  const figure = [...element.shadowRoot!.querySelectorAll('.lens.marketing [part=figure]')].at(-1)!;
  expect(figure.textContent!.replace(/\s+/g, ' ')).toMatch(
    /Advertising per customer €250 .*advertising ÷ customers.*5,000 ÷ 20/,
  );
});

test('it travels with a lead, and is saved', async () => {
  const element = await mountCalculator('mode="full"');
  expect(element.calculation.results).toHaveProperty('mediaPerCustomer', 250);
  await expect.element(page.getByText('Advertising per customer')).toBeVisible();
  await open(element, en.share.title);
  expect(await saved(en.share.csv)).toContain('"Marketing","Advertising per customer","Marketing","250"');
});
