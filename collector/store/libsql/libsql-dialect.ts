import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Connection } from './connection.ts';

/** SQLite changes its tables within a transaction as well as anybody; the adapter it comes with says otherwise. */
class LibsqlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The connection as one user has it, from when they get it until they give it back. */
class LibsqlConnection implements DatabaseConnection {
  readonly connection: Connection;
  #isInChange = false;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async begin(): Promise<void> {
    // The lock is taken at once, so that no later statement of the change has to wait for it.
    await this.connection.onceFree(() => this.connection.run('BEGIN IMMEDIATE'));
    this.#isInChange = true;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const run = () => this.connection.run(sql, parameters);
    // Within a change the lock is ours. What fails there has ended it, and nothing more of it may be written.
    if (this.#isInChange && !this.connection.inTransaction)
      throw new Error('A statement before this one failed, and the change with it.');
    const { rows, changes } = this.#isInChange ? run() : await this.connection.onceFree(run);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: nothing is ever asked for in parts
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The lead database answers as a whole.');
  }
}

/** Gives the one connection to one user at a time, in the order in which they come. */
class LibsqlDriver implements Driver {
  #last: Promise<void> = Promise.resolve();
  #release = () => {};

  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return new LibsqlConnection(this.connection);
  }

  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return (connection as LibsqlConnection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('COMMIT'));
  }

  async rollbackTransaction(): Promise<void> {
    if (this.connection.inTransaction) this.connection.run('ROLLBACK');
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async destroy(): Promise<void> {
    this.connection.close();
  }
}

/** How Kysely speaks to one connection of an embedded database. */
export const libsqlDialect = (connection: Connection): Dialect => ({
  createAdapter: () => new LibsqlAdapter(),
  createDriver: () => new LibsqlDriver(connection),
  createIntrospector: (database) => new SqliteIntrospector(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
