import type { Spam } from '../lead/spam.ts';
import { z } from './zod.ts';

/** Guards {@link Spam}. */
export const spamSchema = z.object({
  signals: z.array(z.enum(['too-fast', 'trap-filled'])).max(20),
  quarantine: z.boolean(),
}) satisfies z.ZodType<Spam>;
