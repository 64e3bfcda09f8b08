import type { Source } from '../lead/lead.ts';
import { line, pageAddress, text } from './texts.ts';
import { z } from './zod.ts';

/** Guards {@link Source}. */
export const sourceSchema = z.object({
  form: line,
  page: pageAddress,
  title: text,
  locale: line,
  variant: line.exactOptional(),
}) satisfies z.ZodType<Source>;
