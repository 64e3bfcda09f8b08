import { defaultScoring, type Scoring, scoringSchema } from 'unisono/schema';
import { readSetting } from '../store/setting.ts';
import type { Queries } from '../store/store.ts';

/** The team's rules: by which leads are judged when they arrive. Ours until the team has its own. */
export async function teamScoring(queries: Queries): Promise<Scoring> {
  const own = scoringSchema.safeParse(await readSetting(queries, 'scoring'));
  return own.success ? (own.data as Scoring) : defaultScoring;
}
