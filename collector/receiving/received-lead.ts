import { createHash } from 'node:crypto';
import { type Envelope, rescored, type Score, type Scoring } from 'unisono/schema';

/** A lead as it came in at the door: checked, and not judged yet. */
export interface ArrivedLead {
  envelope: Envelope;
  /** See `bodyDigest`. */
  digest: string;
}

/** A lead judged by the team's own rules. */
export interface JudgedLead extends ArrivedLead {
  /** The score the sender claimed, where it differs from ours. */
  claimed: Score | null;
}

/**
 * Judges a lead. The sender's score proves nothing: it is computed again, as far as the person may be scored. The
 * token of a challenge is of no use to anybody later, and is not kept.
 * @param scoring the team's rules; `null`: nobody is scored
 */
export function judgedLead({ envelope, digest }: ArrivedLead, scoring?: Scoring | null): JudgedLead {
  const { challenge, ...spam } = envelope.spam;
  const judged = { ...rescored(envelope, scoring), spam };
  const { score: claimed } = envelope;
  const isForged = claimed && JSON.stringify(claimed) !== JSON.stringify(judged.score);
  return { envelope: judged, digest, claimed: isForged ? claimed : null };
}

/** A lead of somebody who objected to being scored: nobody's judgement of it is kept, neither ours nor the sender's. */
export function unscoredLead({ envelope, digest }: ArrivedLead): JudgedLead {
  const { score, ...rest } = envelope;
  return { envelope: rest, digest, claimed: null };
}

/**
 * SHA-256 of a body as it was sent, to tell a second try from another lead under the same id: without what a challenge
 * adds to each try, which is a new token, or a word that none came.
 */
export function bodyDigest(json: unknown): string {
  const lead = json as Envelope;
  const { challenge, signals, ...spam } = lead.spam;
  const same = {
    ...lead,
    spam: { signals: signals.filter((signal) => signal !== 'challenge-missing'), ...spam },
  };
  return createHash('sha256').update(JSON.stringify(same)).digest('hex');
}
