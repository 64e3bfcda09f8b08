import { expect, test } from 'vitest';
import { evaluateCampaign, everyMetric, metrics } from '../../../../src/roi/index.ts';
import { formula } from '../../../../src/roi/metrics/formula.ts';
import { campaign } from '../campaign-builder.ts';

/** The language's own arithmetic, as an oracle that a strict page could not afford. */
function byEngine(source: string, terms: Readonly<Record<string, number | null>>): number {
  return new Function(...Object.keys(terms), `return ${source}`)(...Object.values(terms));
}

test.each([
  'a - b - c',
  'a / b / c',
  'a - (b - c) * 2',
  '1000 * a / b',
  '(a + b) * (c - a) / (b + 1.5)',
  'a',
])('computes %s as the language does', (source) => {
  const terms = { a: 7, b: 3, c: 11 };
  expect(formula(source).compute(terms)).toBe(byEngine(source, terms));
});

test.each(['a +', '(a', 'a b', 'a $ b', ''])('refuses %j', (source) => {
  expect(() => formula(source)).toThrow(SyntaxError);
});

test('every figure explains itself: its formula over its own terms gives its value', () => {
  const evaluation = evaluateCampaign(
    campaign({
      costs: { media: 1000, agency: 300, sales: 200, salesPerOpportunity: 10 },
      funnel: [
        { name: 'impressions', volume: 1e6 },
        { name: 'clicks', rate: 0.02 },
        { name: 'leads', rate: 0.1 },
        { name: 'mql', rate: 0.5 },
        { name: 'sql', rate: 0.5 },
        { name: 'opportunities', rate: 0.8 },
        { name: 'customers', rate: { hits: 10, of: 40 } },
      ],
      value: {
        averageSale: 500,
        grossMargin: 0.6,
        churn: 0.05,
        baseline: 2000,
        targetProfit: 0.2,
        retentionSpend: 5,
      },
      timing: { months: 12, discountRate: 0.08 },
    }),
  );
  const arithmetic = everyMetric.filter((metric) => !('series' in metric));
  expect(arithmetic.length).toBeGreaterThan(25);
  for (const { id } of arithmetic) {
    const { formula: source, terms, value } = evaluation.metrics[id];
    expect(byEngine(source, terms), id).toBe(value);
  }
  for (const { costPer } of evaluation.stages)
    expect(byEngine(costPer.formula, costPer.terms)).toBe(costPer.value);
});

test('the table holds every metric there is, each under its own id', () => {
  expect(Object.entries(metrics).map(([name, { id }]) => [name, id])).toEqual(
    Object.keys(metrics).map((name) => [name, name]),
  );
  expect(everyMetric.map(({ id }) => id).sort()).toEqual(Object.keys(metrics).sort());
});
