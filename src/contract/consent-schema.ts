import { type Consent, purposes } from '../lead/consent.ts';
import { line, link, moment, text } from './texts.ts';
import { z } from './zod.ts';

/** Guards {@link Consent}: one box as it was seen and left. */
export const consentSchema = z.object({
  purpose: z.enum(purposes),
  granted: z.boolean(),
  text: text,
  version: line,
  policyUrl: link.exactOptional(),
  at: moment,
}) satisfies z.ZodType<Consent>;
