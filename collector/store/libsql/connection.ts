import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { isBusy } from './is-busy.ts';

/** Milliseconds that a statement waits for a lock. The driver blocks: nothing else happens in this process meanwhile. */
const lockTimeout = 50;
/** Milliseconds between two tries while another program has the lock. */
const pause = 100;

/** Pages of 4 kB in the log before they are put into the file: the longer it is, the oftener one page stands for many. */
const logPages = 8_000;

/** How many statements a connection keeps ready to be run again. */
const mostStatements = 200;

/** `synchronous` as SQLite numbers it: the log is on the disk before a write is answered. */
const full = 2;

export interface ConnectionOptions {
  file: string;
  isReadOnly: boolean;
  /** Milliseconds to wait for the lock of another program. */
  patience: number;
}

/**
 * One connection to the lead database. It runs one statement at a time, and is opened anew after any that failed: the
 * driver may leave such a statement half open, and SQLite commits nothing that is written beside it.
 */
export class Connection {
  #database: Database.Database | null = null;
  #isClosed = false;
  readonly #statements = new Map<string, Database.Statement>();

  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Runs a statement, and gives the rows it answers with or the number of those it changed. */
  run(sql: string, parameters: readonly unknown[] = []): { rows: unknown[]; changes: number } {
    if (this.#isClosed) throw new Error('The lead database is closed.');
    this.#database ??= this.#open();
    try {
      const statement = this.#prepared(this.#database, sql);
      if (statement.reader) return { rows: statement.all(parameters), changes: 0 };
      return { rows: [], changes: statement.run(parameters).changes };
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  /** SQLite reads a statement's words once: that costs more than most statements do. */
  #prepared(database: Database.Database, sql: string): Database.Statement {
    const statement = this.#statements.get(sql) ?? database.prepare(sql);
    // The one used last is the last to go.
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > mostStatements) this.#statements.delete(oldest!);
    return statement;
  }

  /** Does something that changes nothing yet as soon as no other program has the lock. */
  async onceFree<T>(work: () => T): Promise<T> {
    const deadline = performance.now() + this.#options.patience;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || performance.now() + pause > deadline) throw error;
      }
      await sleep(pause);
    }
  }

  /** Whether a change is under way: a failed statement has ended it. */
  get inTransaction(): boolean {
    return this.#database?.inTransaction ?? false;
  }

  close(): void {
    this.#isClosed = true;
    this.#leave();
  }

  #leave(): void {
    const database = this.#database;
    this.#database = null;
    this.#statements.clear();
    // The driver keeps a closed connection until its statements are collected, and with it the lock of its change.
    try {
      if (database?.inTransaction) database.exec('ROLLBACK');
    } catch {
      // It was rolled back already: by what made the statement fail.
    }
    database?.close();
  }

  #open(): Database.Database {
    const { file, isReadOnly } = this.#options;
    const database = new Database(file, { timeout: lockTimeout });
    try {
      database.exec('PRAGMA journal_mode = WAL');
      database.exec('PRAGMA synchronous = FULL');
      const [row] = database.pragma('synchronous') as { synchronous: number }[];
      if (row?.synchronous !== full) throw new Error('The lead database does not wait for the disk.');
      database.exec('PRAGMA foreign_keys = ON');
      // What is deleted becomes zeros: who is erased does not stay in the file's free space.
      database.exec('PRAGMA secure_delete = ON');
      database.exec(`PRAGMA wal_autocheckpoint = ${logPages}`);
      if (isReadOnly) database.exec('PRAGMA query_only = ON');
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  }
}
