import { currency, type OptionsGiven, oneOf, record } from '../shared/option.ts';
import { sharedOptions } from '../shared/shared-options.ts';

/** Everything an owner can set on a `<roi-calculator>`. One line an option: the place to add the next. */
export const calculatorOptions = {
  ...sharedOptions,
  currency,
  definition: oneOf('margin', 'total-cost', 'revenue', 'roas'),
  start: oneOf('leads', 'clicks'),
  /** Values on arrival, by input: money in major units, rates as fractions. */
  values: record,
};

/** What `<roi-calculator>` can be told, as `config` or as its JSON child. */
export type CalculatorConfig = OptionsGiven<typeof calculatorOptions>;
