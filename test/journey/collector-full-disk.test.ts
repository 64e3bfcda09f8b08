import { expect, test, vi } from 'vitest';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { leadsOnDisk } from '../support/leads-on-disk.ts';
import { sendLead, startSenders } from '../support/send-leads.ts';
import { emptyDataFolder } from '../support/start-collector.ts';
import { startForTest } from '../support/start-for-test.ts';
import { storedLeads } from '../support/stored-leads.ts';

test('on a disk that is full a lead is refused, those that are there are shown, and none is lost', async () => {
  const data = emptyDataFolder();
  const full = await startForTest(data, 0, 1_024);
  const senders = startSenders(full, 16);
  const refused = () => senders.answers.filter(({ status }) => status !== 201);
  await vi.waitUntil(() => refused().length >= 200, { timeout: 30_000 });
  const shown = await storedLeads(full);
  await senders.stop();

  const acknowledged = senders.acknowledged();
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(new Set(refused().map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(
    new Set(['503 30']),
  );
  expect(shown.length).toBeGreaterThan(0);
  await full.kill();

  const roomy = await startForTest(data);
  const stored = leadsOnDisk(data);
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);

  const again = refused().slice(0, 20);
  for (const { envelope } of again) expect((await sendLead(roomy, envelope)).ok).toBe(true);
  const fresh = buildEnvelope();
  expect((await sendLead(roomy, fresh)).status).toBe(201);
  await roomy.kill();
  const kept = leadsOnDisk(data);
  expect(new Set(kept).size).toBe(kept.length);
  const expected = [...acknowledged, ...again.map(({ envelope }) => envelope.id), fresh.id];
  expect(expected.filter((id) => !kept.includes(id))).toEqual([]);
});
