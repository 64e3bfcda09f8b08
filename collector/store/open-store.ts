import type { CompiledQuery } from 'kysely';
import { openLibsql } from './libsql/open-libsql.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import type { Store } from './store.ts';

export interface Place {
  /** `postgres://…`; without it the leads are in a folder. */
  databaseUrl?: string | undefined;
  /** A folder of one collector alone, made if it is not there. */
  folder: string;
  /** Hears each query, to see what is asked of the database. */
  onQuery?: ((query: CompiledQuery) => void) | undefined;
}

/** Opens the database and brings it up to date. */
export const openStore = ({ databaseUrl, folder, onQuery }: Place): Promise<Store> =>
  databaseUrl ? openPostgres(databaseUrl, onQuery) : openLibsql(folder, { onQuery });
