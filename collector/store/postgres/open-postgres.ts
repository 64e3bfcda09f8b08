import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { migrate } from '../migrate.ts';
import { logOf, type OnQuery } from '../on-query.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';

/** PostgreSQL's number for `bigint`. Ours are counts, far below 2^53. */
const bigint = 20;

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
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => {});
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
  return {
    kind: 'postgres',
    read: database,
    change: (work) => database.transaction().execute(work),
    scrub: async () => true,
    close: () => database.destroy(),
  };
}
