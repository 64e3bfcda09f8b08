import type { Envelope, Score } from 'unisono/schema';
import type { Queries } from '../store/store.ts';

/** A lead as scripts read it. */
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
 * The newest leads first.
 * @param before of those that arrived before this one
 */
export async function newestLeads(
  read: Queries,
  limit: number,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<StoredLead[]> {
  const rows = await read
    .selectFrom('requests')
    .innerJoin('persons', 'persons.id', 'requests.person_id')
    .select(['sequence', 'received_at', 'envelope', 'claimed_score', 'persons.key'])
    .select((lead) =>
      lead
        .selectFrom('requests as earlier')
        .select((earlier) => earlier.fn.countAll<number>().as('count'))
        .whereRef('earlier.person_id', '=', 'requests.person_id')
        .whereRef('earlier.sequence', '<=', 'requests.sequence')
        .as('request'),
    )
    .where('sequence', '<', before)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const envelope = JSON.parse(row.envelope) as Envelope;
    return {
      sequence: row.sequence,
      receivedAt: row.received_at,
      envelope,
      score: envelope.score ?? null,
      ...(row.claimed_score !== null && { claimedScore: JSON.parse(row.claimed_score) as Score }),
      person: { key: row.key ?? '', request: row.request ?? 0 },
    };
  });
}
