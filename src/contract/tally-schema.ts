import { type Tally, tallyEvents } from '../lead/tally.ts';
import { line } from './texts.ts';
import { z } from './zod.ts';

/** Guards {@link Tally}: how often something happened on a day. */
const tallySchema = z.object({
  day: z.iso.date(),
  form: line,
  campaign: line,
  event: z.enum(tallyEvents),
  number: z.int().min(1).max(1_000_000),
}) satisfies z.ZodType<Tally>;

/** What a page sends to its tally endpoint, as JSON labelled `text/plain`. A key that is not known is left out. */
export const talliesSchema = z.array(tallySchema).min(1).max(1_000) satisfies z.ZodType<Tally[]>;
