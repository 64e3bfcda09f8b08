import type { CalculatorConfig } from '../calculator/calculator-options.ts';
import { words } from '../options/option.ts';
import { knownKeys } from './known-keys.ts';
import { sharedConfig } from './shared-config.ts';
import { z } from './zod.ts';

/** Money in major units, and counts. */
const amount = z.number().min(0).max(1e12).exactOptional();
const months = z.int().min(1).max(120).exactOptional();
const delay = z.number().min(0).max(120).exactOptional();
const fraction = z.number().min(0).max(1).exactOptional();
/** Of a stage or a habit that a campaign may be without: `null` takes it out. */
const fractionOrNone = z.number().min(0).max(1).nullable().exactOptional();

const valuesSchema = knownKeys({
  media: amount,
  production: amount,
  agency: amount,
  tools: amount,
  sales: amount,
  salesPerOpportunity: amount,
  impressions: amount,
  clickRate: fraction,
  clicks: amount,
  visitRate: fractionOrNone,
  leadRate: fraction,
  leads: amount,
  mqlRate: fractionOrNone,
  sqlRate: fractionOrNone,
  opportunityRate: fractionOrNone,
  customerRate: fraction,
  averageSale: amount,
  grossMargin: fraction,
  ordersPerCustomer: amount,
  churn: fractionOrNone,
  spendMonths: months,
  delay,
  months,
});

const inputName = z.enum(Object.keys(valuesSchema.shape) as (keyof typeof valuesSchema.shape)[]);
const expectedNames = `some of ${inputName.options.join(', ')}`;
const isInputName = (name: string): boolean => inputName.safeParse(name).success;

/** Names of inputs, as a list or as a text. */
const names = z.union(
  [
    z.array(inputName),
    z.string().refine((given) => words(given).every(isInputName), { error: expectedNames }),
  ],
  { error: expectedNames },
);

/** Guards {@link CalculatorConfig}. */
export const calculatorConfigSchema = knownKeys({
  ...sharedConfig,
  currency: z
    .string()
    .regex(/^[a-z]{3}$/i, { error: 'an ISO 4217 code such as EUR' })
    .exactOptional(),
  definition: z.enum(['margin', 'total-cost', 'revenue', 'roas']).exactOptional(),
  mode: z.enum(['quick', 'full']).exactOptional(),
  start: z.enum(['impressions', 'clicks', 'leads']).exactOptional(),
  noModes: z.boolean().exactOptional(),
  values: valuesSchema.exactOptional(),
  fixed: names.exactOptional(),
  hides: names.exactOptional(),
}) satisfies z.ZodType<CalculatorConfig>;
