import { onTestFinished } from 'vitest';
import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';
import type { Store } from '../../../src/delivery/store.ts';

/** An IndexedDB store of its own for one test. `limit` as in `indexedDbStore`. */
export function freshStore(limit?: number): { store: Store; name: string } {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => void indexedDB.deleteDatabase(name));
  return { store: indexedDbStore({ name, ...(limit && { limit }) }), name };
}

/** Opens the database past the store, at a version or as it is. */
export const openDatabase = (name: string, version?: number) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

/** Puts anything at all among the records. */
export async function putRaw(name: string, value: object): Promise<void> {
  const database = await openDatabase(name);
  const transaction = database.transaction('leads', 'readwrite');
  transaction.objectStore('leads').put(value);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
