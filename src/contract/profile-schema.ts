import type { Profile } from '../lead/profile.ts';
import { emailSchema } from './email-schema.ts';
import { line, text } from './texts.ts';
import { z } from './zod.ts';

const buyingSchema = z.object({
  frequency: z.enum(['once', 'yearly', 'quarterly', 'monthly', 'weekly']).exactOptional(),
  budget: z.enum(['under-1k', '1k-5k', '5k-20k', 'over-20k']).exactOptional(),
  timeframe: z.enum(['now', 'this-quarter', 'this-year', 'exploring']).exactOptional(),
});

/** Guards {@link Profile}. Only the e-mail address is required. */
export const profileSchema = z.object({
  email: emailSchema,
  name: line.exactOptional(),
  firstName: line.exactOptional(),
  lastName: line.exactOptional(),
  company: line.exactOptional(),
  phone: line.exactOptional(),
  interests: z.array(line).max(50).exactOptional(),
  message: text.exactOptional(),
  buying: buyingSchema.exactOptional(),
}) satisfies z.ZodType<Profile>;
