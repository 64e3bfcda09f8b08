import { sql } from 'kysely';
import type { Envelope } from 'unisono/schema';
import type { Change, Store } from '../store/store.ts';
import { keepLeads } from './keep-leads.ts';

/** How many leads are taken over at a time. */
const page = 200;

interface OldLead {
  sequence: number;
  received_at: string;
  person: string;
  envelope: string;
  claimed_score: string | null;
  body_digest: string;
}

/** An old lead's envelope, or `null` if it is none any more. */
function envelopeOf({ envelope }: OldLead): Envelope | null {
  try {
    const read = JSON.parse(envelope) as Envelope;
    return typeof read.profile.email === 'string' && Array.isArray(read.spam.signals) ? read : null;
  } catch {
    return null;
  }
}

/** Keeps an old lead as it was; says whether it could be. */
async function keepOld(change: Change, lead: OldLead, secret: string): Promise<boolean> {
  const envelope = envelopeOf(lead);
  const now = new Date(lead.received_at);
  if (!envelope || Number.isNaN(now.getTime())) return false;
  const [kept] = await keepLeads(change, [{ envelope, digest: lead.body_digest }], {
    secret,
    now,
    isJudged: true,
    isQuiet: true,
  });
  if (kept === 'conflict') return false;
  if (kept === 'stored')
    await change
      .updateTable('requests')
      .set({ claimed_score: lead.claimed_score })
      .where('id', '=', envelope.id)
      .execute();
  return true;
}

const keepUnread = (change: Change, { person, received_at, envelope }: OldLead) =>
  change.insertInto('unread_leads').values({ key: person, received_at, text: envelope }).execute();

/**
 * Takes over the leads of a collector from before people were worked: a table `leads` in the same file. Each stays as
 * it arrived and when; nobody is told of it again. What was taken over goes from the old table in the same change, so
 * that a start which was broken off is gone on with. What cannot be read any more is kept as it is, in `unread_leads`.
 * @returns how many leads were taken over, and how many could not be
 */
export async function takeOver(store: Store, secret: string): Promise<{ taken: number; unread: number }> {
  const counts = { taken: 0, unread: 0 };
  if (store.kind !== 'libsql') return counts;
  const { rows } = await sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'leads'`.execute(
    store.read,
  );
  if (rows.length === 0) return counts;
  for (let isMore = true; isMore; ) {
    isMore = await store.change(async (change) => {
      const { rows: leads } = await sql<OldLead>`SELECT * FROM leads ORDER BY sequence LIMIT ${page}`.execute(
        change,
      );
      for (const lead of leads) {
        const isKept = await keepOld(change, lead, secret);
        counts[isKept ? 'taken' : 'unread'] += 1;
        if (!isKept) await keepUnread(change, lead);
      }
      const last = leads.at(-1);
      if (last) await sql`DELETE FROM leads WHERE sequence <= ${last.sequence}`.execute(change);
      else await sql`DROP TABLE leads`.execute(change);
      return leads.length > 0;
    });
  }
  return counts;
}
