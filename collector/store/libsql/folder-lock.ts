import { join } from 'node:path';
import Database from 'libsql';
import { ownFile } from '../own-file.ts';
import { isBusy } from './is-busy.ts';

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
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'collector.lock');
  ownFile(file);
  const database = new Database(file);
  try {
    // Nothing is ever written, so there is nothing to roll back.
    database.exec('PRAGMA journal_mode = OFF');
    database.exec('BEGIN IMMEDIATE');
    return { release: () => database.close() };
  } catch (cause) {
    database.close();
    throw isBusy(cause) ? new Error(taken, { cause }) : cause;
  }
}
