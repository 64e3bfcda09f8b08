import { type Spam, spamSignals } from '../lead/spam.ts';
import { line } from './texts.ts';
import { z } from './zod.ts';

const challengeSchema = z.object({ name: line, token: z.string().max(10_000) });

/** Guards {@link Spam}. */
export const spamSchema = z.object({
  signals: z.array(z.enum(spamSignals)).max(20),
  quarantine: z.boolean(),
  challenge: challengeSchema.exactOptional(),
}) satisfies z.ZodType<Spam>;
