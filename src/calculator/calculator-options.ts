import {
  currencies,
  currency,
  flag,
  type Option,
  type OptionsGiven,
  oneOf,
  record,
  words,
} from '../options/option.ts';
import { sharedOptions } from '../options/shared-options.ts';
import { roiDefinitions } from '../roi/metrics/roi-definition.ts';
import { takes } from './bounds.ts';
import { expectedNumber } from './input.ts';
import { inputNames, inputs } from './inputs.ts';
import type { Values } from './scenario.ts';

/** Values on arrival, by input: money in major units, rates as fractions; null empties an input that may be empty. */
const values: Option<Values> = {
  expected: `numbers in range for some of ${inputNames.join(', ')}`,
  read(value, complain) {
    const given = record.read(value);
    const taken: Values = {};
    for (const [name, quantity] of Object.entries(given ?? {})) {
      const expected = expectedOf(name, quantity);
      if (expected === null) taken[name as keyof Values] = quantity as number | null;
      else if (complain) complain(`.${name}`, expected);
      else return undefined;
    }
    return given && taken;
  },
};

/** What an input would have in place of a value; null where it takes it. */
function expectedOf(name: string, quantity: unknown): string | null {
  const input = Object.hasOwn(inputs, name) ? inputs[name as keyof Values & string] : null;
  if (!input) return `one of ${inputNames.join(', ')}`;
  const isTaken =
    quantity === null ? input.arrival === null : typeof quantity === 'number' && takes(quantity, input);
  return isTaken ? null : expectedNumber(input);
}

/** Names of inputs, as a list or as a text. */
const names: Option<string[], string | readonly string[]> = {
  expected: `some of ${inputNames.join(', ')}`,
  read(value) {
    const given = words(value);
    return given.every((name) => Object.hasOwn(inputs, name)) ? given : undefined;
  },
};

/** Everything an owner can set on a `<roi-calculator>`. One line an option: the place to add the next. */
export const calculatorOptions = {
  ...sharedOptions,
  currency,
  currencies,
  definition: oneOf(...roiDefinitions),
  mode: oneOf('quick', 'full', 'evaluate'),
  start: oneOf('impressions', 'clicks', 'leads', 'customers'),
  noModes: flag,
  values,
  fixed: names,
  hides: names,
};

/** What `<roi-calculator>` can be told, as `config` or as its JSON child. */
export type CalculatorConfig = OptionsGiven<typeof calculatorOptions>;
