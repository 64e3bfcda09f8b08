import type { Touch } from '../lead/touch.ts';
import { line, moment, pageAddress } from './texts.ts';
import { z } from './zod.ts';

const utmSchema = z.object({
  source: line.exactOptional(),
  medium: line.exactOptional(),
  campaign: line.exactOptional(),
  term: line.exactOptional(),
  content: line.exactOptional(),
});

/** Guards {@link Touch}. */
export const touchSchema = z.object({
  at: moment,
  page: pageAddress,
  referrer: pageAddress.exactOptional(),
  utm: utmSchema.exactOptional(),
  click: z.object({ name: line, value: line }).exactOptional(),
}) satisfies z.ZodType<Touch>;
