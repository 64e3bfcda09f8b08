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

/** Opens a store that goes with the test that opened it. */
async function openForTest(place: Place): Promise<Store> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}

/** One contract for both databases: what holds on the one holds on the other. */
export function onEachStore(
  contract: (open: () => Promise<Store>, newPlace: NewPlace, kind: Store['kind']) => void,
): void {
  for (const [kind, newPlace] of [
    ['libsql', newFolder],
    ['postgres', newDatabase],
  ] as const)
    describe(kind, () => contract(async () => openForTest(await newPlace()), newPlace, kind));
}
