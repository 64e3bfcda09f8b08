import { createHash } from 'node:crypto';
import type { Scoring } from 'unisono/schema';
import { readSetting, writeSetting } from '../store/setting.ts';
import type { Change, Queries } from '../store/store.ts';
import { teamScoring } from '../working/scoring.ts';

/** Rules that were learned from deals and made the team's own, with those before them: the way back. */
export interface Adoption {
  scoring: Scoring;
  /** `null`: the team had none of its own. */
  before: Scoring | null;
  /** An account. */
  by: number;
  at: string;
}

/** Rules in a few letters: the same for the same rules. */
export const digestOf = ({ rules, warm, hot }: Scoring): string =>
  createHash('sha256')
    .update(JSON.stringify([rules.map(({ when, points }) => [when, points]), warm, hot]))
    .digest('base64url')
    .slice(0, 16);

/** What was adopted last; `null` if nothing was, or the rules have been changed since. */
export async function adoptionInForce(read: Queries): Promise<Adoption | null> {
  const adoption = (await readSetting(read, 'adopted-scoring')) as Adoption | null;
  if (!adoption) return null;
  return digestOf(adoption.scoring) === digestOf(await teamScoring(read)) ? adoption : null;
}

/** Before anything is decided by the rules, so that of two who do both one comes after the other. */
const holdScoring = (change: Change, now: Date): Promise<void> =>
  writeSetting(change, 'scoring-changed', now.toISOString());

/**
 * Makes rules the team's own.
 * @param seen digest of the rules in force that whoever adopts these has compared them with
 */
export async function adoptScoring(
  change: Change,
  { scoring, seen, by, now }: { scoring: Scoring; seen: string; by: number; now: Date },
): Promise<'adopted' | 'changed-since'> {
  await holdScoring(change, now);
  if (digestOf(await teamScoring(change)) !== seen) return 'changed-since';
  const before = (await readSetting(change, 'scoring')) as Scoring | null;
  const adoption: Adoption = { scoring, before, by, at: now.toISOString() };
  await writeSetting(change, 'adopted-scoring', adoption);
  await writeSetting(change, 'scoring', scoring);
  return 'adopted';
}

/** Back to the rules before those that were adopted last. */
export async function takeBackScoring(change: Change, now: Date): Promise<'taken-back' | 'changed-since'> {
  await holdScoring(change, now);
  const adoption = await adoptionInForce(change);
  if (!adoption) return 'changed-since';
  await writeSetting(change, 'scoring', adoption.before);
  await writeSetting(change, 'adopted-scoring', null);
  return 'taken-back';
}
