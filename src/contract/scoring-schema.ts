import { mostRules, type ScoreRule, type Scoring } from '../lead/score.ts';
import { condition } from './condition-schema.ts';
import { knownKeys } from './known-keys.ts';
import { line } from './texts.ts';
import { z } from './zod.ts';

const ruleSchema = knownKeys({
  rule: line.min(1).exactOptional(),
  when: condition,
  points: z.int().min(-100).max(100),
}) satisfies z.ZodType<ScoreRule>;

const threshold = z.int().min(0).max(100);

/** Guards {@link Scoring}: the rules that an owner writes. */
export const scoringSchema = knownKeys({
  rules: z.array(ruleSchema).max(mostRules),
  warm: threshold,
  hot: threshold,
}).refine(({ warm, hot }) => warm <= hot, {
  path: ['hot'],
  error: 'at least as many points as warm',
}) satisfies z.ZodType<Scoring>;
