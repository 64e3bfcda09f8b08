import type { Option } from '../options/option.ts';
import { takes } from './bounds.ts';
import { calculatorOptions } from './calculator-options.ts';
import { inputs } from './inputs.ts';
import type { Scenario } from './scenario.ts';

const { mode, start, definition, currency } = calculatorOptions;

const budget: Option<number> = {
  expected: 'an amount',
  read: (value) => (takes(Number(value), inputs.media) ? Number(value) : undefined),
};

/** What is kept of a scenario beside its values, and how it is read again. The planner adds its preset. */
export const scenarioChoices = {
  mode,
  start,
  definition,
  currency,
  boughtFor: budget,
} satisfies Partial<Record<keyof Scenario, Option>>;
