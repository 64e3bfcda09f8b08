import type { Attribution } from '../lead/attribution.ts';
import { touchSchema } from './touch-schema.ts';
import { z } from './zod.ts';

/** Guards {@link Attribution}. */
export const attributionSchema = z.object({
  first: touchSchema.exactOptional(),
  last: touchSchema.exactOptional(),
  current: touchSchema.exactOptional(),
}) satisfies z.ZodType<Attribution>;
