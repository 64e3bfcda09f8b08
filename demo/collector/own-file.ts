import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/** Read and write for the owner, nothing for anybody else. */
const ownersOnly = 0o600;

/** Takes a file that is there from everybody but its owner. */
function takeBack(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? ownersOnly;
  if ((mode & 0o077) !== 0) chmodSync(path, ownersOnly);
}

/**
 * Makes a database that its owner alone can read. SQLite gives the files beside it (`-wal`, `-shm`) the same rights;
 * those that are there already, from before or after a crash, are put right too.
 *
 * To be called before the database is opened: a process that closes a file loses its locks on it.
 */
export function ownFile(path: string): void {
  closeSync(openSync(path, 'a', ownersOnly));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) takeBack(file);
}
