import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, InStatement, ResultSet } from '@libsql/client';
import { inTurn } from './in-turn.ts';
import { isBusy } from './is-busy.ts';
import { openDatabase } from './open-database.ts';

/** The lead database, shared with other programs that may lock it for a while. */
export interface LeadDatabase {
  read(statement: InStatement): Promise<ResultSet>;
  /**
   * Runs statements as one transaction. Resolves when the disk has it, and fails otherwise: after a wait, where another
   * program has the lock. Writes take turns, so that one of them tries for the lock and the others wait behind it.
   */
  write(statements: InStatement[]): Promise<ResultSet[]>;
  /** Puts everything into the one file. Whatever is asked for after it fails. */
  close(): Promise<void>;
}

/** Milliseconds between two tries while another program has the lock. */
const pause = 100;

/**
 * Opens the lead database.
 * @param patience milliseconds to wait for the lock of another program
 */
export async function leadDatabase(file: string, patience = 5_000): Promise<LeadDatabase> {
  let current: Client | null = null;
  let closed = false;
  const oneAtATime = inTurn();
  const writeAfterWrite = inTurn();

  /**
   * Does something on the connection. The driver leaves a statement that failed half-way open, and SQLite commits
   * nothing that is written beside it, though it says so: after any failure the next one gets a new connection.
   */
  const on = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
    oneAtATime(async () => {
      if (closed) throw new Error('The lead database is closed.');
      current ??= await openDatabase(file);
      try {
        return await work(current);
      } catch (error) {
        current.close();
        current = null;
        throw error;
      }
    });

  /** Does something as soon as no other program has the lock; not at all if its time is up before its turn. */
  async function onceFree<T>(deadline: number, work: (client: Client) => Promise<T>): Promise<T> {
    while (performance.now() < deadline) {
      try {
        return await on(work);
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
      await sleep(pause);
    }
    throw new Error(`The lead database was not free within ${patience} ms.`);
  }

  await onceFree(performance.now() + patience, async () => {});

  return {
    read: (statement) => on((client) => client.execute(statement)),
    write(statements) {
      const deadline = performance.now() + patience;
      // An explicit transaction: its COMMIT fails where an automatic one is left out in silence.
      return writeAfterWrite(() => onceFree(deadline, (client) => client.batch(statements, 'write')));
    },
    close: () =>
      oneAtATime(async () => {
        closed = true;
        // The driver keeps the file open until its statements are collected, so SQLite does not do this by itself.
        // Where it fails, the log stays, and is read at the next start.
        await current?.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
        current?.close();
      }),
  };
}
