import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { leadsOnDisk } from '../support/leads-on-disk.ts';
import { lockLeads } from '../support/lock-leads.ts';
import { sendLead } from '../support/send-leads.ts';
import { emptyDataFolder, type RunningCollector, startCollector } from '../support/start-collector.ts';

const running: RunningCollector[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((collector) => collector.kill()));
});
async function start(data = emptyDataFolder()): Promise<RunningCollector> {
  const collector = await startCollector(data);
  running.push(collector);
  return collector;
}

test.each(['kill', 'stop'] as const)(
  'what was answered 2xx after another program had the lock is there after a %s',
  async (end) => {
    const collector = await start();
    const unlock = await lockLeads(collector.data);
    const acknowledged: string[] = [];
    const send = async (): Promise<void> => {
      const envelope = buildEnvelope();
      if ((await sendLead(collector, envelope)).ok) acknowledged.push(envelope.id);
    };
    const first = send();
    await sleep(1_000);
    await unlock();
    await first;
    for (let i = 0; i < 24; i++) await send();
    await collector[end]();

    const stored = await leadsOnDisk(collector.data);
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
    expect(acknowledged).toHaveLength(25);
  },
);
