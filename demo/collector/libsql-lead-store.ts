import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient, type Row } from '@libsql/client';
import type { Envelope } from '../../src/schema.ts';
import type { LeadStore, StoredLead } from './lead-store.ts';
import { migrations } from './migrations.ts';

const columns = `sequence, received_at, envelope, claimed_score, person,
  (SELECT count(*) FROM leads AS earlier
    WHERE earlier.person = leads.person AND earlier.test = leads.test AND earlier.sequence <= leads.sequence) AS request`;

/** `synchronous` as SQLite numbers it: the log is on the disk before a write is answered. */
const full = 2;

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

async function number(client: Client, pragma: string): Promise<number> {
  const { rows } = await client.execute(`PRAGMA ${pragma}`);
  return Number(rows[0]?.[0]);
}

async function migrate(client: Client): Promise<void> {
  const taken = await number(client, 'user_version');
  if (taken > migrations.length)
    throw new Error(`The lead database is newer (${taken}) than this collector.`);
  for (const [index, step] of migrations.entries()) {
    if (index >= taken) {
      await client.executeMultiple(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
    }
  }
}

/**
 * Opens the leads kept in a folder, which is made if it is not there.
 * @param now the collector's clock
 */
export async function libsqlLeadStore(
  folder: string,
  now: () => Date = () => new Date(),
): Promise<LeadStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // One connection: `synchronous` belongs to a connection, and a second one would not have it.
  const client = createClient({ url: pathToFileURL(join(folder, 'leads.db')).href, concurrency: 1 });
  await client.execute('PRAGMA journal_mode = WAL');
  await client.execute('PRAGMA synchronous = FULL');
  if ((await number(client, 'synchronous')) !== full)
    throw new Error('The lead database does not wait for the disk.');
  await migrate(client);

  const select = async (rest: string, args: number[]): Promise<StoredLead[]> =>
    (await client.execute({ sql: `SELECT ${columns} FROM leads ${rest}`, args })).rows.map(storedLead);

  return {
    async save({ envelope, claimedScore, person, bodyDigest }) {
      const json = JSON.stringify(envelope);
      const { rowsAffected } = await client.execute({
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
      });
      if (rowsAffected === 1) return 'stored';
      // The same body, byte for byte, even when this collector has since learned to read it differently;
      // or one that says the same.
      const { rows } = await client.execute({
        sql: 'SELECT 1 FROM leads WHERE id = ? AND (body_digest = ? OR envelope = ?)',
        args: [envelope.id, bodyDigest, json],
      });
      return rows.length === 1 ? 'duplicate' : 'conflict';
    },
    newest: (limit, before = Number.MAX_SAFE_INTEGER) =>
      select('WHERE sequence < ? ORDER BY sequence DESC LIMIT ?', [before, limit]),
    after: (sequence, limit) => select('WHERE sequence > ? ORDER BY sequence LIMIT ?', [sequence, limit]),
    close: () => client.close(),
  };
}
