import { leadStages, mostRules, type Score, temperatures } from '../lead/score.ts';
import { line } from './texts.ts';
import { z } from './zod.ts';

/** Guards {@link Score}. Its shape only: whoever receives a score computes it again. */
export const scoreSchema = z.object({
  value: z.int().min(0).max(100),
  fit: z.number().exactOptional(),
  interest: z.number().exactOptional(),
  temperature: z.enum(temperatures),
  stage: z.enum(leadStages),
  reasons: z.array(z.object({ rule: line, points: z.number() })).max(mostRules),
}) satisfies z.ZodType<Score>;
