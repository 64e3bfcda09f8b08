import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/** Read and write for the owner, nothing for anybody else. */
const ownersOnly = 0o600;

/**
 * Makes a database that its owner alone can read, if it is not there. SQLite gives the files beside it (`-wal`, `-shm`)
 * the same rights; those that are there already, after a crash, are put right too.
 */
export function ownFile(path: string): void {
  // One that is there is not opened: a process that closes a file loses its locks on it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', ownersOnly));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? ownersOnly;
    if ((mode & 0o077) !== 0) chmodSync(file, ownersOnly);
  }
}
