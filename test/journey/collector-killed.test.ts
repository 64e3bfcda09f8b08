import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { seededChance } from '../../src/roi/chance/seeded-chance.ts';
import { leadsOnDisk } from '../support/leads-on-disk.ts';
import { startSenders } from '../support/send-leads.ts';
import { emptyDataFolder } from '../support/start-collector.ts';
import { startForTest } from '../support/start-for-test.ts';

test('killed ten times under load, it has every lead that it answered 2xx, once', async () => {
  const data = emptyDataFolder();
  const { uniform: random } = seededChance(2026);
  const acknowledged: string[] = [];
  for (let i = 0; i < 10; i++) {
    const collector = await startForTest(data);
    const senders = startSenders(collector, 16);
    await vi.waitUntil(() => senders.answers.length > 0, { timeout: 30_000, interval: 1 });
    await sleep(400 * random());
    await collector.kill();
    await senders.stop();
    expect(senders.answers.filter(({ status }) => status !== 201)).toEqual([]);
    acknowledged.push(...senders.acknowledged());

    const stored = new Set(leadsOnDisk(data));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  }
  const stored = leadsOnDisk(data);
  expect(new Set(stored).size).toBe(stored.length);
});

test('stopped under load, it has every lead that it answered 2xx', async () => {
  const collector = await startForTest();
  const senders = startSenders(collector, 16);
  await vi.waitUntil(() => senders.answers.length >= 50, { timeout: 30_000, interval: 1 });
  expect(await collector.stop()).toBe(0);
  await senders.stop();
  expect(senders.answers.filter(({ status }) => status !== 201)).toEqual([]);
  const stored = leadsOnDisk(collector.data);
  expect(senders.acknowledged().filter((id) => !stored.includes(id))).toEqual([]);
});
