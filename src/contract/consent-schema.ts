import type { Consent } from '../lead/consent.ts';
import { line, link, moment, pageAddress, text } from './texts.ts';
import { z } from './zod.ts';

const purpose = z.string().regex(/^[a-zA-Z][\w.-]{0,49}$/, {
  error: 'a name of up to 50 letters, digits, dots and hyphens that starts with a letter',
});

const hash = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'a SHA-256: 64 hexadecimal digits in small letters',
});

/** Guards {@link Consent}: one box as it was seen and left. */
export const consentSchema = z.object({
  purpose,
  granted: z.boolean(),
  text: text,
  version: line,
  policyUrl: link.exactOptional(),
  at: moment,
  hash: hash.exactOptional(),
  locale: line.exactOptional(),
  page: pageAddress.exactOptional(),
}) satisfies z.ZodType<Consent>;
