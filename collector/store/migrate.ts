import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations/migrations.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Brings a database up to date: all missing steps, or none. Of several processes that start at once one does it, and
 * the others wait.
 */
export async function migrate(database: Kysely<Tables>, kind: Store['kind']): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations(kind) } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find(({ status }) => status === 'Error');
  // What Kysely says of a step it does not know is true and of no help.
  if (/corrupted migrations/.test(String(error)))
    throw new Error('The lead database is newer than this collector.', { cause: error });
  throw failed ? new Error(`Step ${failed.migrationName} failed: ${error}`, { cause: error }) : error;
}
