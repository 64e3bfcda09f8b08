import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { isBusy } from './is-busy.ts';
import { ownFile } from './own-file.ts';

/** The right to be the only collector on a folder. */
export interface FolderLock {
  release(): void;
}

const taken = 'another collector has this folder. Stop it, or set another one: UNISONO_DATA=/some/folder';

/**
 * Takes a folder for this process, or fails at once if another collector has it.
 *
 * The lock is the operating system's, on a database of its own with nothing in it: it goes with the process, however
 * that ends, and leaves `leads.db` open to other programs. Its connection runs nothing else, so no failed statement
 * can ever lose it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, 'collector.lock');
  ownFile(file);
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1 });
  try {
    // Nothing is ever written, so there is nothing to roll back.
    await client.execute('PRAGMA journal_mode = OFF');
    const held = await client.transaction('write');
    return { release: () => held.close() };
  } catch (cause) {
    client.close();
    throw isBusy(cause) ? new Error(taken, { cause }) : cause;
  }
}
