import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** How many pages of 4 kB are looked through at a time, so that others get their turn in between. */
const batch = 2_000;

/** Whether one of these texts stands anywhere in the file, in what is stored or in what once was. */
async function holds(read: Kysely<Tables>, traces: readonly string[]): Promise<boolean> {
  if (traces.length === 0) return false;
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(read);
  const pages = rows[0]?.page_count ?? 0;
  const isThere = sql.join(
    traces.map((trace) => sql`instr(data, ${Buffer.from(trace)}) > 0`),
    sql` OR `,
  );
  for (let first = 1; first <= pages; first += batch) {
    const last = Math.min(pages, first + batch - 1);
    const found = await sql`
      WITH RECURSIVE page(number) AS (SELECT ${first} UNION ALL SELECT number + 1 FROM page WHERE number < ${last})
      SELECT number FROM page JOIN sqlite_dbpage ON pgno = number WHERE ${isThere} LIMIT 1`.execute(read);
    if (found.rows.length > 0) return true;
    await new Promise(setImmediate);
  }
  return false;
}

/** Writes the log into the file and empties it: it holds pages as they were. `false` where another program reads it. */
async function emptyLog(write: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(write);
  return rows[0]?.busy === 0;
}

/** In the order of what they cost. Nothing else happens in this process meanwhile. */
const remedies = ['REINDEX', 'VACUUM'];

/**
 * Takes what was deleted out of the files of an embedded database. What is deleted becomes zeros (`secure_delete`), but
 * where SQLite has moved rows from page to page, it may leave a copy in a gap (seen for 1 address in 177). So the file
 * is looked through for what has to be gone, and only where something is found built anew: its indexes, where rows are
 * moved most, and if that is not enough all of it.
 */
export async function scrub(
  write: Kysely<Tables>,
  read: Kysely<Tables>,
  traces: readonly string[],
): Promise<boolean> {
  let isEmpty = await emptyLog(write);
  for (const remedy of remedies) {
    if (!(await holds(read, traces))) break;
    await sql.raw(remedy).execute(write);
    isEmpty = await emptyLog(write);
  }
  return isEmpty;
}
