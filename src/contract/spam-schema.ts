import { type Spam, spamSignals } from '../lead/spam.ts';
import { z } from './zod.ts';

/** Guards {@link Spam}. */
export const spamSchema = z.object({
  signals: z.array(z.enum(spamSignals)).max(20),
  quarantine: z.boolean(),
}) satisfies z.ZodType<Spam>;
