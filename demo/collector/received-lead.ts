import { createHash } from 'node:crypto';
import { type Envelope, rescored } from '../../src/schema.ts';
import type { ReceivedLead } from './lead-store.ts';
import { personKey } from './person-key.ts';

/**
 * A parsed lead made ready for the store. The sender's score proves nothing: it is computed again, as far as the
 * person may be scored. The token of a challenge is of no use to anybody later, and is not kept.
 * @param body the bytes it was parsed from
 */
export function receivedLead(parsed: Envelope, body: Uint8Array): ReceivedLead {
  const { challenge, ...spam } = parsed.spam;
  const envelope = { ...rescored(parsed), spam };
  const { score: claimed } = parsed;
  const isForged = claimed && JSON.stringify(claimed) !== JSON.stringify(envelope.score);
  return {
    envelope,
    claimedScore: isForged ? claimed : null,
    person: personKey(envelope.profile.email),
    bodyDigest: createHash('sha256').update(sameInEachTry(body)).digest('hex'),
  };
}

/** A body without what a challenge adds to it: a new token for each try, or a word that none came. */
function sameInEachTry(body: Uint8Array): string {
  const lead = JSON.parse(Buffer.from(body).toString()) as Envelope;
  const { challenge, signals, ...spam } = lead.spam;
  return JSON.stringify({
    ...lead,
    spam: { signals: signals.filter((signal) => signal !== 'challenge-missing'), ...spam },
  });
}
