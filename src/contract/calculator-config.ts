import { takes } from '../calculator/bounds.ts';
import { type CalculatorConfig, calculatorOptions } from '../calculator/calculator-options.ts';
import { expectedNumber } from '../calculator/input.ts';
import { inputNames, inputs } from '../calculator/inputs.ts';
import type { InputName } from '../i18n/calculator-messages.ts';
import { asOption } from './as-option.ts';
import { knownKeys } from './known-keys.ts';
import { sharedConfig } from './shared-config.ts';
import { z } from './zod.ts';

/** A number that an input takes; of a stage or a habit that a campaign may be without, `null` takes it out. */
function amountOf(name: InputName): z.ZodType<number | null> {
  const input = inputs[name];
  const error = expectedNumber(input);
  const number = z.number({ error }).refine((value) => takes(value, input), { error });
  return input.arrival === null ? number.nullable() : number;
}

const valuesSchema = knownKeys(
  Object.fromEntries(inputNames.map((name) => [name, amountOf(name).exactOptional()])) as Record<
    InputName,
    z.ZodExactOptional<z.ZodType<number | null>>
  >,
);

const { currencies, currency, definition, mode, start, fixed, hides } = calculatorOptions;

/** Guards {@link CalculatorConfig}. */
export const calculatorConfigSchema = knownKeys({
  ...sharedConfig,
  currency: asOption(currency).exactOptional(),
  currencies: asOption(currencies).exactOptional(),
  definition: z.enum(definition.choices).exactOptional(),
  mode: z.enum(mode.choices).exactOptional(),
  start: z.enum(start.choices).exactOptional(),
  noModes: z.boolean().exactOptional(),
  values: valuesSchema.exactOptional(),
  fixed: asOption(fixed).exactOptional(),
  hides: asOption(hides).exactOptional(),
}) satisfies z.ZodType<CalculatorConfig>;
