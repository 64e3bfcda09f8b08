import type { Store } from './store.ts';

export interface IndexedDbStoreOptions {
  /** Called when needed: in some pages the mere look at `indexedDB` throws. */
  factory?: () => IDBFactory;
  name?: string;
  /** Milliseconds after which a silent database counts as none. */
  limit?: number;
}

const table = 'leads';

/**
 * A store in IndexedDB: the one storage of a browser that still has what it confirmed after the browser was
 * killed. (`localStorage` loses the last two seconds.)
 *
 * - The database is opened for each step and closed after it: there is no connection that cleared site data
 *   could break, or that could stand in the way of anybody's version change.
 * - It is opened without a version: the version is 1 for ever, so an older script can open what a newer one made.
 *   What a record is, its own `version` says.
 */
export function indexedDbStore({
  factory = () => indexedDB,
  name = 'unisono-outbox',
  limit = 5_000,
}: IndexedDbStoreOptions = {}): Store {
  return {
    transact: (work, id) =>
      new Promise((resolve, reject) => {
        let transaction: IDBTransaction | undefined;
        let isOver = false;
        const giveUp = (reason: unknown) => {
          isOver = true;
          reject(reason);
          // It may have ended by itself, and says so by throwing.
          try {
            transaction?.abort();
          } catch {}
        };
        const timer = setTimeout(giveUp, limit, new Error('The database does not answer.'));

        const opening = factory().open(name);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore(table, { keyPath: 'id' });
        };
        opening.onerror = () => giveUp(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          try {
            if (isOver) return;
            transaction = database.transaction(table, 'readwrite', { durability: 'strict' });
            const leads = transaction.objectStore(table);
            const reading = leads.getAll(id);
            let result: ReturnType<typeof work>;
            reading.onsuccess = () => {
              try {
                result = work(reading.result, (key, record) => {
                  record ? leads.put(record) : leads.delete(key);
                });
              } catch (reason) {
                giveUp(reason);
              }
            };
            transaction.oncomplete = () => {
              clearTimeout(timer);
              resolve(result);
            };
            transaction.onabort = () => giveUp(transaction?.error);
          } catch (reason) {
            giveUp(reason);
          } finally {
            // Waits for the transaction.
            database.close();
          }
        };
      }),
  };
}
