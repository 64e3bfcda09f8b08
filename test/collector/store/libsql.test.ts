import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openLibsql } from '../../../collector/store/libsql/open-libsql.ts';
import type { Store } from '../../../collector/store/store.ts';
import { lockLeads } from '../../support/lock-leads.ts';

let data: string;
let store: Store;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'unisono-leads-'));
  store = await openLibsql(data);
  return () => store.close();
});

const at = '2026-11-27T12:00:00.000Z';
const put = (hash: string) =>
  store.change((change) => change.insertInto('forgotten').values({ hash, at }).execute());
const there = async (): Promise<string[]> => {
  const rows = await store.read.selectFrom('forgotten').select('hash').orderBy(sql`rowid`).execute();
  return rows.map(({ hash }) => hash);
};

test('after a statement that failed half-way, what is written is committed, and waits for the disk', async () => {
  await expect(store.change((change) => sql`SELECT nothing`.execute(change))).rejects.toThrow('nothing');
  await put('kept');
  expect(await there()).toEqual(['kept']);
  const { rows } = await store.change((change) => sql`PRAGMA synchronous`.execute(change));
  expect(rows).toEqual([{ synchronous: 2 }]);
});

test('nothing is written through what reads', async () => {
  await expect(store.read.insertInto('forgotten').values({ hash: 'no', at }).execute()).rejects.toThrow();
  expect(await there()).toEqual([]);
});

test('of a change that fails nothing is there, and the next one is whole', async () => {
  const half = store.change(async (change) => {
    await change.insertInto('forgotten').values({ hash: 'half', at }).execute();
    await sql`INSERT INTO nowhere VALUES (1)`.execute(change);
  });
  await expect(half).rejects.toThrow('nowhere');
  expect(await there()).toEqual([]);
  await put('first');
  expect(await there()).toEqual(['first']);
});

test('a change that goes on after a statement of it failed is not made', async () => {
  const stubborn = store.change(async (change) => {
    await change.insertInto('forgotten').values({ hash: 'half', at }).execute();
    await sql`INSERT INTO nowhere VALUES (1)`.execute(change).catch(() => {});
    await change.insertInto('forgotten').values({ hash: 'other half', at }).execute();
  });
  await expect(stubborn).rejects.toThrow();
  expect(await there()).toEqual([]);
});

test('changes that wait for a lock are made in the order in which they came', async () => {
  const hashes = Array.from({ length: 50 }, (_, i) => `change ${i}`);
  const unlock = lockLeads(data);
  const writing = Promise.all(hashes.map(put));
  await sleep(300);
  unlock();
  await writing;
  expect(await there()).toEqual(hashes);
});

test('once closed it takes nothing, not even what was waiting', async () => {
  const unlock = lockLeads(data);
  const refused = expect(put('waiting')).rejects.toThrow('closed');
  await sleep(50);
  await store.close();
  await refused;
  unlock();
  await expect(put('late')).rejects.toThrow('destroyed');
  await expect(there()).rejects.toThrow('closed');
  store = await openLibsql(data);
  expect(await there()).toEqual([]);
});

test('a statement that is kept ready sees what has become of its table since', async () => {
  const all = () => store.change((change) => sql`SELECT * FROM tried`.execute(change));
  const make = (statement: string) => store.change((change) => sql.raw(statement).execute(change));
  await make('CREATE TABLE tried (first)');
  await make('INSERT INTO tried VALUES (1)');
  expect((await all()).rows).toEqual([{ first: 1 }]);
  await make('ALTER TABLE tried ADD COLUMN second DEFAULT 2');
  expect((await all()).rows).toEqual([{ first: 1, second: 2 }]);
  await make('DROP TABLE tried');
  await expect(all()).rejects.toThrow('tried');
  await make('CREATE TABLE tried (third)');
  expect((await all()).rows).toEqual([]);
  await make('INSERT INTO tried VALUES (3)');
  expect((await all()).rows).toEqual([{ third: 3 }]);
});

test('more statements than are kept ready are answered all the same', async () => {
  for (let round = 0; round < 2; round += 1)
    for (let i = 0; i < 500; i += 1) {
      const { rows } = await sql`SELECT ${sql.lit(i)} + ${round} AS sum`.execute(store.read);
      expect(rows).toEqual([{ sum: i + round }]);
    }
});

test('a statement is run again with other values, and what failed between two runs takes nothing with it', async () => {
  await put('first');
  await expect(put('first')).rejects.toThrow('UNIQUE');
  await put('second');
  expect(await there()).toEqual(['first', 'second']);
});
