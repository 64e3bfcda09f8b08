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
    transact(step, id) {
      let isOver = false;
      let transaction: IDBTransaction | undefined;
      let timer: ReturnType<typeof setTimeout>;
      return new Promise<ReturnType<typeof step>>((resolve, reject) => {
        timer = setTimeout(() => {
          isOver = true;
          reject(new Error('No answer'));
          try {
            transaction?.abort();
          } catch {
            // Too late: the browser is writing already.
          }
        }, limit);
        const opening = factory().open(name);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore(table, { keyPath: 'id' });
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          try {
            if (isOver) return;
            transaction = database.transaction(table, 'readwrite', { durability: 'strict' });
            const leads = transaction.objectStore(table);
            const reading = leads.getAll(id);
            let result: ReturnType<typeof step>;
            reading.onsuccess = () => {
              try {
                result = step(reading.result, (key, record) => {
                  record ? leads.put(record) : leads.delete(key);
                });
              } catch (reason) {
                reject(reason);
                transaction?.abort();
              }
            };
            transaction.oncomplete = () => resolve(result);
            transaction.onabort = () => reject(transaction?.error);
          } catch (reason) {
            reject(reason);
          } finally {
            // Waits for the transaction.
            database.close();
          }
        };
      }).finally(() => clearTimeout(timer));
    },
  };
}
