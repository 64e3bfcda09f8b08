import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { migrations } from './migrations.ts';

/** Milliseconds that a statement waits for a lock. The driver blocks: nothing else happens in this process meanwhile. */
const lockTimeout = 50;

/** `synchronous` as SQLite numbers it: the log is on the disk before a write is answered. */
const full = 2;

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
 * Waits until the disk has all of the log. A process that was killed may have left a lead there that was written and
 * not yet synced: it will be read as stored, and its second try answered as a duplicate.
 */
function syncLog(file: string): void {
  const log = `${file}-wal`;
  if (!existsSync(log)) return;
  const descriptor = openSync(log, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Opens the lead database, brought up to date, on a connection that waits for the disk. */
export async function openDatabase(file: string): Promise<Client> {
  syncLog(file);
  // One connection: `synchronous` belongs to a connection, and a second one would not have it.
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1, timeout: lockTimeout });
  try {
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA synchronous = FULL');
    if ((await number(client, 'synchronous')) !== full)
      throw new Error('The lead database does not wait for the disk.');
    await migrate(client);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}
