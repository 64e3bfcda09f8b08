import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { keepLeads } from '../../../collector/receiving/keep-leads.ts';
import { bodyDigest } from '../../../collector/receiving/received-lead.ts';
import { openStore } from '../../../collector/store/open-store.ts';
import { writeSetting } from '../../../collector/store/setting.ts';
import type { Store } from '../../../collector/store/store.ts';
import type { Envelope } from '../../../src/schema.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { newDatabase } from '../../support/on-each-store.ts';

/** Several processes on one PostgreSQL, as far as it can tell. */
async function processes(count: number): Promise<Store[]> {
  const place = await newDatabase();
  const stores = await Promise.all(Array.from({ length: count }, () => openStore(place)));
  onTestFinished(async () => {
    for (const store of stores) await store.close();
  });
  return stores;
}

const keep = (store: Store, envelopes: readonly Envelope[]) =>
  store.change((change) =>
    keepLeads(
      change,
      envelopes.map((envelope) => ({ envelope, digest: bodyDigest(envelope) })),
      { secret: 'secret', now: new Date('2026-11-27T12:00:00Z') },
    ),
  );

test('three processes that get the same leads at once keep each once, under one person', async () => {
  const stores = await processes(3);
  for (let round = 0; round < 10; round += 1) {
    const leads = Array.from({ length: 12 }, (_, i) =>
      buildEnvelope({ profile: { email: `person${(round + i) % 15}@shop.example` } }),
    );
    // Each in an order of its own, so that they meet crosswise.
    const orders = [leads, [...leads].reverse(), [...leads.slice(6), ...leads.slice(0, 6)]];
    const kept = await Promise.all(stores.map((store, i) => keep(store, orders[i]!)));
    expect(kept.flat().filter((one) => one === 'stored')).toHaveLength(leads.length);
    expect(kept.flat().filter((one) => one === 'duplicate')).toHaveLength(2 * leads.length);
  }
  const read = stores[0]!.read;
  const persons = await read.selectFrom('persons').select(['key', 'requests']).execute();
  expect(persons).toHaveLength(15);
  expect(persons.reduce((sum, { requests }) => sum + requests, 0)).toBe(120);
  expect(await read.selectFrom('requests').select('id').execute()).toHaveLength(120);
});

test('changes that wait for each other are both made', async () => {
  const [one, other] = (await processes(2)) as [Store, Store];
  await one.change(async (change) => {
    await writeSetting(change, 'left', 0);
    await writeSetting(change, 'right', 0);
  });
  const both = (store: Store, names: readonly [string, string], value: number) =>
    store.change(async (change) => {
      await writeSetting(change, names[0], value);
      await sleep(100);
      await writeSetting(change, names[1], value);
    });
  await Promise.all([both(one, ['left', 'right'], 1), both(other, ['right', 'left'], 2)]);
  const values = await one.read
    .selectFrom('settings')
    .select('value')
    .where('name', '<>', 'secret')
    .execute();
  expect(new Set(values.map(({ value }) => value)).size).toBe(1);
});

test('a change that fails each time is not made again for ever', async () => {
  const [store] = (await processes(1)) as [Store];
  let tries = 0;
  const twice = store.change(async (change) => {
    tries += 1;
    for (let i = 0; i < 2; i += 1)
      await change.insertInto('forgotten').values({ hash: 'same', at: '' }).execute();
  });
  await expect(twice).rejects.toThrow('duplicate key');
  expect(tries).toBeGreaterThan(1);
  expect(tries).toBeLessThan(20);
});
