import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '@libsql/client';
import type { Envelope } from '../../src/schema.ts';
import { lockFolder } from './folder-lock.ts';
import { leadDatabase } from './lead-database.ts';
import type { LeadStore, StoredLead } from './lead-store.ts';
import { ownFile } from './own-file.ts';

const columns = `sequence, received_at, envelope, claimed_score, person,
  (SELECT count(*) FROM leads AS earlier
    WHERE earlier.person = leads.person AND earlier.test = leads.test AND earlier.sequence <= leads.sequence) AS request`;

function storedLead(row: Row): StoredLead {
  const envelope = JSON.parse(String(row.envelope)) as Envelope;
  return {
    sequence: Number(row.sequence),
    receivedAt: String(row.received_at),
    envelope,
    score: envelope.score ?? null,
    ...(row.claimed_score === null ? {} : { claimedScore: JSON.parse(String(row.claimed_score)) }),
    person: { key: String(row.person), request: Number(row.request) },
  };
}

/**
 * Opens the leads kept in a folder, which is made if it is not there. One process at a time has a folder.
 * @param now the collector's clock
 */
export async function libsqlLeadStore(
  folder: string,
  now: () => Date = () => new Date(),
): Promise<LeadStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  const file = join(folder, 'leads.db');
  ownFile(file);
  const database = await leadDatabase(file).catch((error) => {
    lock.release();
    throw error;
  });

  const select = async (rest: string, args: number[]): Promise<StoredLead[]> =>
    (await database.read({ sql: `SELECT ${columns} FROM leads ${rest}`, args })).rows.map(storedLead);

  return {
    async save({ envelope, claimedScore, person, bodyDigest }) {
      const json = JSON.stringify(envelope);
      const [inserted, same] = await database.write([
        {
          sql: `INSERT INTO leads (id, received_at, person, test, envelope, claimed_score, body_digest)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
          args: [
            envelope.id,
            now().toISOString(),
            person,
            envelope.test ? 1 : 0,
            json,
            claimedScore && JSON.stringify(claimedScore),
            bodyDigest,
          ],
        },
        // The same body, byte for byte, even when this collector has since learned to read it differently;
        // or one that says the same.
        {
          sql: 'SELECT 1 FROM leads WHERE id = ? AND (body_digest = ? OR envelope = ?)',
          args: [envelope.id, bodyDigest, json],
        },
      ]);
      if (inserted?.rowsAffected === 1) return 'stored';
      return same?.rows.length === 1 ? 'duplicate' : 'conflict';
    },
    newest: (limit, before = Number.MAX_SAFE_INTEGER) =>
      select('WHERE sequence < ? ORDER BY sequence DESC LIMIT ?', [before, limit]),
    after: (sequence, limit) => select('WHERE sequence > ? ORDER BY sequence LIMIT ?', [sequence, limit]),
    async close() {
      await database.close();
      lock.release();
    },
  };
}
