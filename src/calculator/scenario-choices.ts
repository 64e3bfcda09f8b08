import { type Option, oneOf } from '../options/option.ts';
import { largest } from './bounds.ts';
import { calculatorOptions } from './calculator-options.ts';
import type { Scenario } from './scenario.ts';

const { mode, start, definition } = calculatorOptions;

/** An amount, in major units. */
const amount: Option<number> = {
  expected: 'an amount',
  read: (value) => (value && Number(value) >= 0 && Number(value) <= largest ? Number(value) : undefined),
};

/** What is kept of a scenario beside its values, and how it is read again. The planner adds its preset. */
export const scenarioChoices = {
  mode,
  task: oneOf('plan', 'evaluate'),
  start: oneOf(...start.choices, 'customers'),
  definition,
  volume: oneOf('follows'),
  boughtFor: amount,
} satisfies Partial<Record<keyof Scenario, Option>>;
