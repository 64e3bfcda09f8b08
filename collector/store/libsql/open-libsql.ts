import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { migrate } from '../migrate.ts';
import { logOf, type OnQuery } from '../on-query.ts';
import { ownFile } from '../own-file.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { Connection } from './connection.ts';
import { lockFolder } from './folder-lock.ts';
import { libsqlDialect } from './libsql-dialect.ts';
import { scrub } from './scrub.ts';

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

/**
 * Opens the leads kept in a folder, which is made if it is not there. One process at a time has a folder.
 * @param options.patience milliseconds to wait for the lock of another program on `leads.db`
 */
export async function openLibsql(
  folder: string,
  { patience = 5_000, onQuery }: { patience?: number; onQuery?: OnQuery } = {},
): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  const file = join(folder, 'leads.db');
  const writing = new Connection({ file, isReadOnly: false, patience });
  const reading = new Connection({ file, isReadOnly: true, patience });
  const write = new Kysely<Tables>({ dialect: libsqlDialect(writing), log: logOf(onQuery) });
  const read = new Kysely<Tables>({ dialect: libsqlDialect(reading), log: logOf(onQuery) });

  async function close(): Promise<void> {
    await read.destroy();
    // Where another program reads, the log stays, and is read at the next start.
    try {
      writing.run('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {}
    await write.destroy();
    // Kysely ends only what it has begun.
    for (const connection of [reading, writing]) connection.close();
    lock.release();
  }

  try {
    ownFile(file);
    syncLog(file);
    await migrate(write, 'libsql');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    kind: 'libsql',
    read,
    change: (work) => write.transaction().execute(work),
    scrub: (traces = []) => scrub(write, read, traces),
    close,
  };
}
