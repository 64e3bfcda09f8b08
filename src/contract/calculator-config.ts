import type { CalculatorConfig } from '../elements/roi-calculator/roi-calculator-options.ts';
import { knownKeys } from './known-keys.ts';
import { sharedConfig } from './shared-config.ts';
import { z } from './zod.ts';

/** Guards {@link CalculatorConfig}. */
export const calculatorConfigSchema = knownKeys({
  ...sharedConfig,
  currency: z
    .string()
    .regex(/^[a-z]{3}$/i, { error: 'an ISO 4217 code such as EUR' })
    .exactOptional(),
  definition: z.enum(['margin', 'total-cost', 'revenue', 'roas']).exactOptional(),
  start: z.enum(['leads', 'clicks']).exactOptional(),
  values: z.record(z.string(), z.number().min(0).max(1e12)).exactOptional(),
}) satisfies z.ZodType<CalculatorConfig>;
