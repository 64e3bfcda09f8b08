import { expect, test } from 'vitest';
import { keptScenario, scenarioKept } from '../../../src/calculator/kept-scenario.ts';

const again = (kept: object) => scenarioKept(JSON.parse(JSON.stringify(kept)));

test('what a person has decided comes back as it was', () => {
  const scenario = {
    mode: 'full',
    start: 'clicks',
    definition: 'revenue',
    values: {
      media: { low: 4000, likely: 5000.25, high: 6000.5 },
      clicks: 1234.5,
      leadRate: { hits: 12, of: 2400 },
      customerRate: 0.125,
      mqlRate: null,
    },
  } as const;
  expect(again(keptScenario(scenario))).toEqual(scenario);
  expect(again(keptScenario({}))).toEqual({ values: {} });
});

test.each([
  ['nothing', null],
  ['a link of the planner', 'unisono=1&media=5'],
  ['a list', []],
])('%s is no scenario', (_, kept) => {
  expect(scenarioKept(kept)).toBeNull();
});

test('whatever else stands there is left out', () => {
  const kept = JSON.parse(
    '{"mode":"huge","start":7,"definition":null,"__proto__":{"media":"1"},"extra":1,"values":{"media":"-5","leads":{},"grossMargin":"140","averageSale":"900","constructor":"3","clicks":""}}',
  );
  expect(scenarioKept(kept)).toEqual({ values: { averageSale: 900 } });
});
