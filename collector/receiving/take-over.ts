import { sql } from 'kysely';
import type { Envelope } from 'unisono/schema';
import type { Store } from '../store/store.ts';
import { keepLeads } from './keep-leads.ts';

/** How many leads are taken over at a time. */
const page = 200;

interface OldLead {
  sequence: number;
  received_at: string;
  envelope: string;
  claimed_score: string | null;
  body_digest: string;
}

/**
 * Takes over the leads of a collector from before people were worked: a table `leads` in the same file. Each stays as
 * it arrived and when; nobody is told of it again. What was taken over goes from the old table in the same change, so
 * that a start which was broken off is gone on with.
 * @returns how many leads were taken over
 */
export async function takeOver(store: Store, secret: string): Promise<number> {
  if (store.kind !== 'libsql') return 0;
  const { rows } = await sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'leads'`.execute(
    store.read,
  );
  if (rows.length === 0) return 0;
  let taken = 0;
  for (;;) {
    const count = await store.change(async (change) => {
      const { rows: leads } = await sql<OldLead>`SELECT * FROM leads ORDER BY sequence LIMIT ${page}`.execute(
        change,
      );
      for (const lead of leads) {
        const envelope = JSON.parse(lead.envelope) as Envelope;
        await keepLeads(change, [{ envelope, digest: lead.body_digest }], {
          secret,
          now: new Date(lead.received_at),
          isJudged: true,
          isQuiet: true,
        });
        await change
          .updateTable('requests')
          .set({ claimed_score: lead.claimed_score })
          .where('id', '=', envelope.id)
          .execute();
      }
      const last = leads.at(-1);
      if (last) await sql`DELETE FROM leads WHERE sequence <= ${last.sequence}`.execute(change);
      else await sql`DROP TABLE leads`.execute(change);
      return leads.length;
    });
    if (count === 0) return taken;
    taken += count;
  }
}
