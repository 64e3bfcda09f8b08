import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** What a query runs on: the database itself, or a change under way. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

/** A change under way. It happens as a whole, or not at all. */
export type Change = Transaction<Tables>;

/** The database, whichever it is. */
export interface Store {
  kind: 'libsql' | 'postgres';
  /** For reading. Where a single process has the database, nothing can be written through it. */
  read: Kysely<Tables>;
  /**
   * Makes a change. Resolves when the disk has it, and fails otherwise: where another program has the database locked,
   * after some seconds of waiting.
   * @param work runs again where another process was quicker, so it may change nothing but the database
   */
  change<T>(work: (change: Change) => Promise<T>): Promise<T>;
  /**
   * Takes what was deleted out of the files, as far as that is in our hands: `false` where another program reads them
   * and it has to wait. Embedded, nothing of it is left then. PostgreSQL keeps dead rows until it has vacuumed and used
   * their place again, its log until that is recycled, and backups until they are rotated: that is its owner's to set.
   * @param traces texts of which not a byte may be left, as they were written
   */
  scrub(traces?: readonly string[]): Promise<boolean>;
  /** Whatever is asked for after it fails. */
  close(): Promise<void>;
}
