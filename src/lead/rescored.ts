import type { Envelope } from './envelope.ts';
import { allowedScore, type Scoring } from './score.ts';

/**
 * A lead with a score of the receiver's own in place of the sender's, as far as it may be scored: see `allowedScore`.
 * A lead that an owner sent to try the endpoint has none.
 * @param scoring `null`: turned off
 */
export function rescored({ score: _claimed, ...lead }: Envelope, scoring?: Scoring | null): Envelope {
  const score = lead.test ? null : allowedScore(lead, scoring);
  return score ? { ...lead, score } : lead;
}
