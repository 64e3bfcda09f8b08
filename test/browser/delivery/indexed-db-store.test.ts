import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';
import { newRecord } from '../../../src/delivery/outbox-record.ts';
import type { Store } from '../../../src/delivery/store.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { freshStore, openDatabase } from './fresh-store.ts';

const aRecord = () => {
  const destination = { url: 'https://hooks.example/', readable: true, contentType: 'text/plain' } as const;
  return newRecord(buildEnvelope(), destination, 1_000, Date.now());
};
const put = (store: Store, record = aRecord()) =>
  store.transact((_, write) => {
    write(record.id, record);
    return record;
  });
const ids = (store: Store) => store.transact((records) => records.map(({ id }) => id));

test('what was written is there for the next step, whole', async () => {
  const { store } = freshStore();
  const record = await put(store);
  await put(store);
  expect(await store.transact((records) => records, record.id)).toEqual([record]);
  expect(await ids(store)).toHaveLength(2);
  await store.transact((_, write) => write(record.id));
  expect(await ids(store)).toHaveLength(1);
});

test('each step asks the browser for what outlives a crash', async () => {
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  onTestFinished(() => opened.mockRestore());
  const { store } = freshStore();
  await put(store);
  const [transaction] = opened.mock.results.map(({ value }) => value as IDBTransaction);
  expect(transaction!.durability).toBe('strict');
});

test('steps of two tabs at once happen one after the other', async () => {
  const { store, name } = freshStore();
  const other = indexedDbStore({ name });
  const record = await put(store);
  const count = (one: Store) =>
    one.transact((records, write) => {
      const [{ attempts }] = records as [typeof record];
      write(record.id, { ...record, attempts: attempts + 1 });
    }, record.id);
  await Promise.all(Array.from({ length: 10 }, (_, index) => count(index % 2 ? store : other)));
  expect(await store.transact((records) => records)).toEqual([{ ...record, attempts: 10 }]);
});

test('a step that throws writes nothing', async () => {
  const { store } = freshStore();
  const step = store.transact((_, write) => {
    write('x', aRecord());
    throw new Error('no');
  });
  await expect(step).rejects.toThrow('no');
  expect(await ids(store)).toEqual([]);
});

test('a step that cannot be stored writes nothing, and says so', async () => {
  const { store } = freshStore();
  const record = { ...aRecord(), envelope: (() => {}) as never };
  await expect(put(store, record)).rejects.toThrow();
  expect(await ids(store)).toEqual([]);
});

describe('fault 37: storage throws', () => {
  test.each<[string, () => IDBFactory]>([
    ['no IndexedDB', () => undefined as never],
    [
      'the mere look at it throws',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    [
      'open throws',
      () =>
        ({
          open: () => {
            throw new DOMException('denied', 'InvalidStateError');
          },
        }) as never,
    ],
  ])('%s', async (_, factory) => {
    await expect(indexedDbStore({ factory }).transact(() => 1)).rejects.toThrow();
  });

  test('the database never answers', async () => {
    const factory = () => ({ open: () => ({}) }) as never;
    await expect(indexedDbStore({ factory, limit: 20 }).transact(() => 1)).rejects.toThrow('No answer');
  });
});

describe('fault 38: database blocked, version change', () => {
  test('while another script changes the version, steps fail in time; afterwards they work', async () => {
    const { store, name } = freshStore(150);
    await put(store);
    // Somebody holds the database open and does not let go, so the upgrade that waits blocks everybody.
    const holder = await openDatabase(name);
    const upgrade = openDatabase(name, 2);
    await expect(ids(store)).rejects.toThrow();
    const late = put(store);
    await expect(late).rejects.toThrow();
    holder.close();
    (await upgrade).close();
    expect(await ids(store)).toHaveLength(1);
  });

  test('never stands in the way of another script’s version change', async () => {
    const { store, name } = freshStore();
    await Promise.all([put(store), put(store)]);
    let wasBlocked = false;
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name, 2);
      opening.onblocked = () => {
        wasBlocked = true;
      };
      opening.onerror = reject;
      opening.onsuccess = () => {
        opening.result.close();
        resolve(null);
      };
    });
    expect(wasBlocked).toBe(false);
  });

  test('a database of a newer version is used as it is', async () => {
    const { store, name } = freshStore();
    await put(store);
    (await openDatabase(name, 7)).close();
    await put(store);
    expect(await ids(store)).toHaveLength(2);
    const database = await openDatabase(name);
    expect(database.version).toBe(7);
    database.close();
  });
});

test('fault 39: a database that was deleted is made anew', async () => {
  const { store, name } = freshStore();
  await put(store);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  expect(await ids(store)).toEqual([]);
  await put(store);
  expect(await ids(store)).toHaveLength(1);
});
