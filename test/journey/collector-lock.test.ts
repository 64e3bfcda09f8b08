import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { Envelope } from '../../src/schema.ts';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { leadsOnDisk } from '../support/leads-on-disk.ts';
import { lockLeads } from '../support/lock-leads.ts';
import { sendLead, startSenders } from '../support/send-leads.ts';
import { emptyDataFolder } from '../support/start-collector.ts';
import { startForTest } from '../support/start-for-test.ts';
import { storedLeads } from '../support/stored-leads.ts';

test.each(['kill', 'stop'] as const)(
  'what was answered 2xx after another program had the lock is there after a %s',
  async (end) => {
    const collector = await startForTest();
    const unlock = lockLeads(collector.data);
    const acknowledged: string[] = [];
    const send = async (): Promise<void> => {
      const envelope = buildEnvelope();
      if ((await sendLead(collector, envelope)).ok) acknowledged.push(envelope.id);
    };
    const first = send();
    await sleep(1_000);
    unlock();
    await first;
    for (let i = 0; i < 24; i++) await send();
    await collector[end]();

    const stored = leadsOnDisk(collector.data);
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
    expect(acknowledged).toHaveLength(25);
  },
);

test('a lock that ends in time costs sixteen senders nothing but the wait, and readers not even that', async () => {
  const collector = await startForTest();
  const before = buildEnvelope();
  await sendLead(collector, before);
  const unlock = lockLeads(collector.data);
  const senders = startSenders(collector, 16);
  await sleep(500);

  expect(await storedLeads(collector)).toMatchObject([{ envelope: before }]);
  expect(senders.answers).toEqual([]);

  await sleep(1_000);
  unlock();
  await vi.waitUntil(() => senders.answers.length >= 200, { timeout: 30_000 });
  await senders.stop();
  await collector.kill();
  expect(senders.answers.filter(({ status }) => status !== 201)).toEqual([]);
  expect(leadsOnDisk(collector.data).sort()).toEqual([before.id, ...senders.acknowledged()].sort());
});

test('a lock that does not end is a 503 with the time to try again, and the same leads are stored once then', async () => {
  const collector = await startForTest();
  const unlock = lockLeads(collector.data);
  const envelopes = Array.from({ length: 64 }, () => buildEnvelope());
  const send = (envelope: Envelope) => sendLead(collector, envelope);

  const answers = await Promise.all(envelopes.map(send));
  expect(answers.map(({ status }) => status)).toEqual(envelopes.map(() => 503));
  expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual(envelopes.map(() => '30'));
  expect(leadsOnDisk(collector.data)).toEqual([]);

  unlock();
  const again = await Promise.all(envelopes.map(send));
  expect(again.map(({ status }) => status)).toEqual(envelopes.map(() => 201));
  const onceMore = await Promise.all(envelopes.map(send));
  expect(onceMore.map(({ status }) => status)).toEqual(envelopes.map(() => 200));
  await collector.kill();
  expect(leadsOnDisk(collector.data).sort()).toEqual(envelopes.map(({ id }) => id).sort());
});

test('a program that locks the leads now and then, and a kill in the end, lose nobody a lead', async () => {
  const collector = await startForTest();
  const senders = startSenders(collector, 16);
  for (let i = 0; i < 10; i++) {
    const unlock = lockLeads(collector.data);
    await sleep(150);
    unlock();
    await sleep(50);
  }
  await vi.waitUntil(() => senders.answers.length > 0, { timeout: 30_000 });
  await collector.kill();
  await senders.stop();
  const stored = leadsOnDisk(collector.data);
  const acknowledged = senders.acknowledged();
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
});

test('a collector that is stopped while leads wait for the lock ends, and has answered none of them 2xx', async () => {
  const collector = await startForTest();
  const unlock = lockLeads(collector.data);
  const senders = startSenders(collector, 16);
  await sleep(300);
  expect(await collector.stop()).toBe(0);
  await senders.stop();
  unlock();
  expect(senders.acknowledged()).toEqual([]);
  expect(leadsOnDisk(collector.data)).toEqual([]);
});

test('a collector that starts while its database is locked waits for it', async () => {
  const data = emptyDataFolder();
  const unlock = lockLeads(data);
  const starting = startForTest(data);
  await sleep(1_500);
  unlock();
  expect((await sendLead(await starting, buildEnvelope())).status).toBe(201);
  expect(leadsOnDisk(data)).toHaveLength(1);
});
