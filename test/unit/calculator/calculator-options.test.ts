import { expect, test } from 'vitest';
import { answerOf } from '../../../src/calculator/answer.ts';
import { calculationOf } from '../../../src/calculator/calculation-of.ts';
import { calculatorOptions } from '../../../src/calculator/calculator-options.ts';
import { inputNames } from '../../../src/calculator/inputs.ts';
import { presets } from '../../../src/calculator/presets.ts';
import { wholeScenario } from '../../../src/calculator/whole-scenario.ts';
import { recompute } from '../../support/recompute.ts';

const { values, fixed, hides } = calculatorOptions;

test.each<[unknown, boolean]>([
  [{ media: 800, grossMargin: 0.5 }, true],
  [{}, true],
  [{ mqlRate: null }, true],
  [{ media: null }, false],
  [{ media: -1 }, false],
  [{ media: '800' }, false],
  [{ grossMargin: 60 }, false],
  [{ budget: 1 }, false],
  [{ toString: 1 }, false],
  [{ media: 800, budget: 1 }, false],
  [[800], false],
  ['media', false],
])('values of %j are understood: %s', (given, isUnderstood) => {
  expect(values.read(given)).toEqual(isUnderstood ? given : undefined);
});

test.each<[unknown, string[] | undefined]>([
  ['media tools', ['media', 'tools']],
  [' media,\n tools ', ['media', 'tools']],
  [['media'], ['media']],
  ['', []],
  ['media medai', undefined],
  ['toString', undefined],
])('names of inputs in %j are %j', (given, names) => {
  expect(fixed.read(given)).toEqual(names);
  expect(hides.read(given)).toEqual(names);
});

test('an owner who writes something else is told what there is', () => {
  expect(values.expected).toBe(`numbers in range for some of ${inputNames.join(', ')}`);
  expect(fixed.expected).toBe(`some of ${inputNames.join(', ')}`);
});

test('a preset assumes nothing that its inputs would not take, and its start first of all', () => {
  for (const { start, values: assumed } of Object.values(presets)) {
    expect(values.read(assumed)).toEqual(assumed);
    expect(Object.keys(assumed!)).toContain(start);
  }
});

test.each(['margin', 'total-cost', 'revenue', 'roas'] as const)(
  'a calculation under %s says all that it takes to find it again',
  (definition) => {
    const whole = wholeScenario({ definition }, (() => undefined) as never, {});
    const calculation = calculationOf(answerOf(whole), definition, 'CHF');
    expect(calculation).toMatchObject({ model: 2, currency: 'CHF', definition });
    expect(calculation.results.roas).toBe(4.8);
    expect(recompute(calculation)).toEqual(calculation.results);
  },
);
