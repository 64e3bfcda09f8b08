import type { Score } from '../../src/lead/score.ts';
import type { Envelope } from '../../src/schema.ts';

/** A lead on its way into the store: what of it may be kept, and what the collector found out itself. */
export interface ReceivedLead {
  /** Checked, without what was not consented to, and with the collector's own score in place of the sender's. */
  envelope: Envelope;
  /** The score the sender claimed, where it differs from ours. */
  claimedScore: Score | null;
  /** Whose request it is: see `personKey`. */
  person: string;
  /** SHA-256 of the body as it was sent, without what a challenge adds to each try, to tell a second try from another lead under the same id. */
  bodyDigest: string;
}

/** A lead in the store. */
export interface StoredLead {
  /** Order of arrival, by the store's count and not by anybody's clock. */
  sequence: number;
  /** ISO 8601, UTC, by the collector's clock. */
  receivedAt: string;
  envelope: Envelope;
  /** The collector's own; `null` for who objects to scoring, and for a test. */
  score: Score | null;
  claimedScore?: Score;
  /** `request` 2 is this person's second. Test leads are counted on their own. */
  person: { key: string; request: number };
}

/**
 * What became of a lead that was to be saved. `duplicate`: the same lead is there already.
 * `conflict`: another lead is there under this id, and stays as it is.
 */
export type Saved = 'stored' | 'duplicate' | 'conflict';

/** Where leads are kept. A promise that resolves means that the disk has it. */
export interface LeadStore {
  save(lead: ReceivedLead): Promise<Saved>;
  /** The newest leads first, of those that arrived before `before`. */
  newest(limit: number, before?: number): Promise<StoredLead[]>;
  /** The oldest first, of those that arrived after `sequence`. */
  after(sequence: number, limit: number): Promise<StoredLead[]>;
  close(): Promise<void>;
}
