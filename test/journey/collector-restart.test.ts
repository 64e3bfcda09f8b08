import { createClient } from '@libsql/client';
import { afterEach, expect, test, vi } from 'vitest';
import type { StoredLead } from '../../demo/collector/lead-store.ts';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { emptyDataFolder, type RunningCollector, startCollector } from '../support/start-collector.ts';

const running: RunningCollector[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((collector) => collector.kill()));
});

async function start(data?: string, port?: number): Promise<RunningCollector> {
  const collector = await startCollector(data, port);
  running.push(collector);
  return collector;
}

const send = ({ origin }: RunningCollector, envelope: object): Promise<Response> =>
  fetch(`${origin}/api/leads`, { method: 'POST', body: JSON.stringify(envelope) });

/** Every lead there is, page after page. */
async function allLeads({ origin }: RunningCollector): Promise<StoredLead[]> {
  const all: StoredLead[] = [];
  let before = '';
  for (;;) {
    const answer = await fetch(`${origin}/api/leads?limit=200${before}`);
    const { leads, next } = (await answer.json()) as { leads: StoredLead[]; next?: number };
    all.push(...leads);
    if (next === undefined) return all;
    before = `&before=${next}`;
  }
}

test('leads survive a restart, and a second try after it is still a duplicate', async () => {
  const data = emptyDataFolder();
  const envelope = buildEnvelope();
  const first = await start(data);
  expect((await send(first, envelope)).status).toBe(201);
  const before = await allLeads(first);
  expect(await first.stop()).toBe(0);

  const second = await start(data);
  expect(await allLeads(second)).toEqual(before);
  expect((await send(second, envelope)).status).toBe(200);
});

test.each([20, 100, 300])(
  'killed under load after %i answers, it has every lead that it answered 2xx',
  async (count) => {
    const data = emptyDataFolder();
    const collector = await start(data);
    const answered: string[] = [];
    let alive = true;

    const sender = async (): Promise<void> => {
      while (alive) {
        const envelope = buildEnvelope();
        const answer = await send(collector, envelope).catch(() => null);
        if (answer?.ok) answered.push(envelope.id);
      }
    };
    const senders = Array.from({ length: 16 }, sender);
    await vi.waitUntil(() => answered.length >= count, { timeout: 30_000, interval: 1 });
    await collector.kill();
    alive = false;
    await Promise.all(senders);

    const kept = (await allLeads(await start(data))).map(({ envelope }) => envelope.id);
    expect(new Set(kept).size).toBe(kept.length);
    expect(answered.filter((id) => !kept.includes(id))).toEqual([]);
  },
);

test('a database of a newer collector is left alone, and said in one line', async () => {
  const data = emptyDataFolder();
  const client = createClient({ url: `file:${data}/leads.db` });
  await client.execute('PRAGMA user_version = 99');
  client.close();
  await expect(startCollector(data)).rejects.toThrow(
    /ended with 1:\nThe leads in .* cannot be opened: .*newer \(99\)/,
  );
});

test('a port that is taken is said in one line', async () => {
  const { origin } = await start();
  const port = Number(new URL(origin).port);
  await expect(startCollector(emptyDataFolder(), port)).rejects.toThrow(
    `ended with 1:\nPort ${port} is taken.`,
  );
});
