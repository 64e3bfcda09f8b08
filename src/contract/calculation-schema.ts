import { calculatorOptions } from '../calculator/calculator-options.ts';
import { type Calculation, models } from '../lead/calculation.ts';
import { line } from './texts.ts';
import { z } from './zod.ts';

const mostKeys = 200;

/** The name of an input or a figure; one that an object inherits anyway is none. */
const figureName = z.string().regex(/^(?!constructor$|prototype$)[a-zA-Z][\w.-]{0,99}$/, {
  error: 'a name of letters, digits, dots and hyphens that starts with a letter',
});

const figures = <Value extends z.ZodType>(value: Value) =>
  z
    .record(figureName, value)
    .refine((record) => Object.keys(record).length <= mostKeys, { error: `at most ${mostKeys} entries` })
    .meta({ maxProperties: mostKeys });

const value = { error: 'a number, a short text, true or false, null, or a small list or object of these' };

const scalar = z.union([z.number(), line, z.boolean(), z.null()], value);

/** JSON nested so deep and no deeper: an input is a number, a list, or a small object such as a rate with its counts. */
const json = (depth: number): z.ZodType<unknown> =>
  depth === 0
    ? scalar
    : z.union([scalar, z.array(json(depth - 1)).max(mostKeys), figures(json(depth - 1))], value);

/** Guards {@link Calculation}. */
export const calculationSchema = z.object({
  model: z.literal(models),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'a currency code of three capital letters (ISO 4217)' }),
  definition: z.enum(calculatorOptions.definition.choices),
  inputs: figures(json(3)),
  results: figures(z.number().nullable()),
}) satisfies z.ZodType<Calculation>;
