import { createHash } from 'node:crypto';
import { type Envelope, rescored } from '../../src/schema.ts';
import type { ReceivedLead } from './lead-store.ts';
import { personKey } from './person-key.ts';

/**
 * A parsed lead made ready for the store. The sender's score proves nothing: it is computed again, as far as the
 * person may be scored.
 * @param body the bytes it was parsed from
 */
export function receivedLead(parsed: Envelope, body: Uint8Array): ReceivedLead {
  const envelope = rescored(parsed);
  const { score: claimed } = parsed;
  const isForged = claimed && JSON.stringify(claimed) !== JSON.stringify(envelope.score);
  return {
    envelope,
    claimedScore: isForged ? claimed : null,
    person: personKey(envelope.profile.email),
    bodyDigest: createHash('sha256').update(body).digest('hex'),
  };
}
