import { type Answer, buyingChoices, type Profile, profileLines } from '../lead/profile.ts';
import { emailSchema } from './email-schema.ts';
import { line, text } from './texts.ts';
import { z } from './zod.ts';

const buyingSchema = z.object({
  frequency: z.enum(buyingChoices.frequency).exactOptional(),
  budget: z.enum(buyingChoices.budget).exactOptional(),
  timeframe: z.enum(buyingChoices.timeframe).exactOptional(),
});

const optionalLine = line.exactOptional();
const lines = Object.fromEntries(profileLines.map((name) => [name, optionalLine])) as Record<
  (typeof profileLines)[number],
  typeof optionalLine
>;

/** As many as are ticked in one group of boxes. */
const mostChoices = 50;

const answerSchema = z.object({
  name: line,
  // Of a box of the owner's own it is all that stands beside it.
  label: text,
  value: z.union([text, z.array(line).max(mostChoices)], {
    error: `a text, or a list of at most ${mostChoices}`,
  }),
}) satisfies z.ZodType<Answer>;

/** Guards {@link Profile}. Only the e-mail address is required. */
export const profileSchema = z.object({
  email: emailSchema,
  ...lines,
  interests: z.array(line).max(mostChoices).exactOptional(),
  message: text.exactOptional(),
  buying: buyingSchema.exactOptional(),
  answers: z.array(answerSchema).max(100).exactOptional(),
}) satisfies z.ZodType<Profile>;
