import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import { openStore, type Place } from '../../collector/store/open-store.ts';
import type { Store } from '../../collector/store/store.ts';
import { emptyCollector } from './provide-postgres.ts';

/** Where a collector keeps its leads: an empty folder, or an empty database. */
export type NewPlace = () => Promise<Place>;

export const newFolder: NewPlace = async () => ({ folder: mkdtempSync(join(tmpdir(), 'unisono-leads-')) });

/** A database with a collector's tables and nothing in them. */
export const newDatabase: NewPlace = async () => {
  const url = new URL(inject('postgres'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${emptyCollector}`);
  await client.end();
  url.pathname = `/${name}`;
  return { ...(await newFolder()), databaseUrl: url.href };
};

/** Databases whose test is over: to empty one is quicker than to make one. */
const idle: Place[] = [];

/** Takes every row out of a database, and counts from one again. */
async function emptied(place: Place): Promise<Place> {
  const client = new Client({ connectionString: place.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%'`,
  );
  await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} RESTART IDENTITY`);
  await client.end();
  return place;
}

/** Opens a store that goes with the test that opened it. */
async function openForTest(place: Place): Promise<Store> {
  const store = await openStore(place);
  onTestFinished(async () => {
    await store.close();
    if (place.databaseUrl) idle.push(place);
  });
  return store;
}

/** One contract for both databases: what holds on the one holds on the other. */
export function onEachStore(
  contract: (open: () => Promise<Store>, newPlace: NewPlace, kind: Store['kind']) => void,
): void {
  for (const [kind, newPlace] of [
    ['libsql', newFolder],
    ['postgres', newDatabase],
  ] as const) {
    const emptyPlace = async (): Promise<Place> => {
      const used = kind === 'postgres' ? idle.pop() : undefined;
      return used ? emptied(used) : newPlace();
    };
    describe(kind, () => contract(async () => openForTest(await emptyPlace()), newPlace, kind));
  }
}
