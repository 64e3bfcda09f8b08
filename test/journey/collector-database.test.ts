import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { type LeadDatabase, leadDatabase } from '../../demo/collector/lead-database.ts';
import { leadsOnDisk } from '../support/leads-on-disk.ts';
import { lockLeads } from '../support/lock-leads.ts';
import { emptyDataFolder } from '../support/start-collector.ts';

let data: string;
let database: LeadDatabase;
beforeEach(async () => {
  data = emptyDataFolder();
  database = await leadDatabase(join(data, 'leads.db'));
  return () => database.close();
});

const insert = (id: string) => ({
  sql: `INSERT INTO leads (id, received_at, person, test, envelope, body_digest) VALUES (?, '', '', 0, '{}', '')`,
  args: [id],
});

test('after a statement that failed half-way, what is written is committed, and waits for the disk', async () => {
  const unlock = await lockLeads(data);
  // A write would wait.
  await expect(database.read(insert('refused'))).rejects.toThrow('database is locked');
  await unlock();

  await database.write([insert('kept')]);
  expect(await leadsOnDisk(data)).toEqual(['kept']);
  const { rows } = await database.read('PRAGMA synchronous');
  expect(rows).toEqual([{ synchronous: 2 }]);
});

test('of a transaction that fails nothing is there, and the next one is whole', async () => {
  await expect(database.write([insert('half'), 'INSERT INTO nowhere VALUES (1)'])).rejects.toThrow('nowhere');
  expect(await leadsOnDisk(data)).toEqual([]);
  await database.write([insert('first'), insert('second')]);
  expect(await leadsOnDisk(data)).toEqual(['first', 'second']);
});

test('writes that wait for a lock are made in the order in which they came', async () => {
  const ids = Array.from({ length: 50 }, (_, i) => `lead ${i}`);
  const unlock = await lockLeads(data);
  const writing = Promise.all(ids.map((id) => database.write([insert(id)])));
  await sleep(300);
  await unlock();
  await writing;
  expect(await leadsOnDisk(data)).toEqual(ids);
});

test('once closed it takes nothing, not even what was waiting', async () => {
  const unlock = await lockLeads(data);
  const waiting = database.write([insert('waiting')]);
  const refused = expect(waiting).rejects.toThrow('closed');
  await database.close();
  await refused;
  await unlock();
  await expect(database.write([insert('late')])).rejects.toThrow('closed');
  await expect(database.read('SELECT 1')).rejects.toThrow('closed');
  expect(await leadsOnDisk(data)).toEqual([]);
});
