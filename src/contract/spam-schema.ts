import { type Spam, spamSignals } from '../lead/spam.ts';
import { line, text } from './texts.ts';
import { z } from './zod.ts';

/** Guards {@link Spam}. */
export const spamSchema = z.object({
  signals: z.array(z.enum(spamSignals)).max(20),
  quarantine: z.boolean(),
  challenge: z.object({ name: line, token: text }).exactOptional(),
}) satisfies z.ZodType<Spam>;
