import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { migrate } from '../migrate.ts';
import { logOf, type OnQuery } from '../on-query.ts';
import type { Change, Store } from '../store.ts';
import type { Tables } from '../tables.ts';

/** PostgreSQL's number for `bigint`. Ours are counts, far below 2^53. */
const bigint = 20;

/**
 * What PostgreSQL says of a change that another process was quicker to make: waiting for each other, changed since, and
 * there already. Made again, it sees what the other one has done.
 */
const lostRaces: readonly unknown[] = ['40P01', '40001', '23505'];
const isLostRace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && lostRaces.includes(error.code);

/** How often a change is tried in all. */
const mostTries = 8;
/** Milliseconds: the longest pause after a first try. It grows with the tries, and differs between processes. */
const pause = 10;

/** Opens a PostgreSQL database. Any number of processes may share it. */
export async function openPostgres(url: string, onQuery?: OnQuery): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    // What the server was told to be quick about elsewhere does not count here: a lead is on the disk or it is not.
    options: '-c synchronous_commit=on',
    types: {
      getTypeParser: ((id: number, format?: 'text') =>
        id === bigint ? Number : types.getTypeParser(id, format)) as typeof types.getTypeParser,
    },
  });
  // A connection that breaks is replaced at the next use. Whoever uses it hears of it by the statement that fails.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: logOf(onQuery) });
  try {
    const { rows } = await sql<{ fsync: string }>`SHOW fsync`.execute(database);
    if (rows[0]?.fsync !== 'on')
      throw new Error('This PostgreSQL does not wait for the disk: set fsync = on.');
    await migrate(database, 'postgres');
  } catch (error) {
    await database.destroy();
    throw error;
  }

  async function change<T>(work: (change: Change) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await database.transaction().execute(work);
      } catch (error) {
        if (tries === mostTries || !isLostRace(error)) throw error;
      }
      await sleep(Math.random() * tries * pause);
    }
  }

  return {
    kind: 'postgres',
    read: database,
    change,
    scrub: async () => true,
    close: () => database.destroy(),
  };
}
