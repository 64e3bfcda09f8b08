import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { sendLead } from '../support/send-leads.ts';
import { emptyDataFolder, startCollector } from '../support/start-collector.ts';
import { startForTest } from '../support/start-for-test.ts';
import { storedLeads } from '../support/stored-leads.ts';

test('leads survive a restart, and a second try after it is still a duplicate', async () => {
  const data = emptyDataFolder();
  const envelope = buildEnvelope();
  const first = await startForTest(data);
  expect((await sendLead(first, envelope)).status).toBe(201);
  const before = await storedLeads(first);
  expect(await first.stop()).toBe(0);

  const second = await startForTest(data);
  expect(await storedLeads(second)).toEqual(before);
  expect((await sendLead(second, envelope)).status).toBe(200);
});

test('a database of a newer collector is left alone, and said in one line', async () => {
  const first = await startForTest();
  expect(await first.stop()).toBe(0);
  const database = new Database(join(first.data, 'leads.db'));
  database.exec("INSERT INTO kysely_migration VALUES ('2999-01-01-from-the-future', '2999-01-01T00:00:00Z')");
  database.close();
  await expect(startCollector(first.data)).rejects.toThrow(
    /ended with 1:\nThe leads in .* cannot be opened: The lead database is newer than this collector\.\n$/,
  );
});

test('a port that is taken is said in one line', async () => {
  const { origin } = await startForTest();
  const port = Number(new URL(origin).port);
  await expect(startCollector(emptyDataFolder(), port)).rejects.toThrow(
    `ended with 1:\nPort ${port} is taken.`,
  );
});
