import { currency, flag, type Option, type OptionsGiven, oneOf, record, words } from '../options/option.ts';
import { sharedOptions } from '../options/shared-options.ts';
import { takes } from './input.ts';
import { inputNames, inputs } from './inputs.ts';
import type { Values } from './scenario.ts';

/** Values on arrival, by input: money in major units, rates as fractions; null empties an input that may be empty. */
const values: Option<Values> = {
  expected: `numbers in range for some of ${inputNames.join(', ')}`,
  read(value) {
    const given = record.read(value);
    const isGood = ([name, quantity]: [string, unknown]) => {
      const input = Object.hasOwn(inputs, name) && inputs[name as keyof Values & string];
      if (!input) return false;
      if (quantity === null) return input.arrival === null;
      return typeof quantity === 'number' && takes(quantity, input.unit);
    };
    return given && Object.entries(given).every(isGood) ? given : undefined;
  },
};

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
  definition: oneOf('margin', 'total-cost', 'revenue', 'roas'),
  mode: oneOf('quick', 'full'),
  start: oneOf('impressions', 'clicks', 'leads'),
  noModes: flag,
  values,
  fixed: names,
  hides: names,
};

/** What `<roi-calculator>` can be told, as `config` or as its JSON child. */
export type CalculatorConfig = OptionsGiven<typeof calculatorOptions>;
