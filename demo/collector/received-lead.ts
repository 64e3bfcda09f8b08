import { createHash } from 'node:crypto';
import { isGranted } from '../../src/lead/consent.ts';
import { type Envelope, scoreOf } from '../../src/schema.ts';
import type { ReceivedLead } from './lead-store.ts';
import { personKey } from './person-key.ts';

/**
 * A parsed lead made ready for the store. The sender's score proves nothing: where profiling was consented to it is
 * computed again, and otherwise there is none.
 * @param body the bytes it was parsed from
 */
export function receivedLead({ score: claimed, ...lead }: Envelope, body: Uint8Array): ReceivedLead {
  const score = isGranted(lead.consents, 'profiling') ? scoreOf(lead) : null;
  const isForged = claimed && JSON.stringify(claimed) !== JSON.stringify(score);
  return {
    envelope: score ? { ...lead, score } : lead,
    claimedScore: isForged ? claimed : null,
    person: personKey(lead.profile.email),
    bodyDigest: createHash('sha256').update(body).digest('hex'),
  };
}
