import { afterEach, expect, test, vi } from 'vitest';
import { createOutbox } from '../../../src/delivery/outbox.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';

afterEach(() => {
  vi.useRealTimers();
});

onEachStore((open) => {
  test('what a visitor sends beyond the limit waits in their outbox, and all of it arrives later, once', async () => {
    const store = await open();
    const { url } = await collectorOn(store, { leadsPerMinute: 2 });
    vi.useFakeTimers({ toFake: ['Date'] });
    const outbox = createOutbox({
      store: memoryStore(),
      random: () => 0.5,
      timers: { setTimeout: () => 0, clearTimeout: () => {} },
    });
    const destination = { url: `${url}/api/leads`, readable: true, contentType: 'text/plain' } as const;
    const envelopes = Array.from({ length: 5 }, () => buildEnvelope());
    const receipts = [];
    for (const envelope of envelopes) {
      receipts.push((await outbox.submit(envelope, destination)).status);
      vi.setSystemTime(Date.now() + 10);
    }
    expect(receipts).toEqual(['accepted', 'accepted', 'queued', 'queued', 'queued']);

    for (let minutes = 0; minutes < 60 && (await outbox.list()).length > 0; minutes += 1) {
      vi.setSystemTime(Date.now() + 61_000);
      await outbox.flush();
    }
    expect(await outbox.list()).toEqual([]);
    const stored = await store.read.selectFrom('requests').select('id').execute();
    expect(stored.map(({ id }) => id).sort()).toEqual(envelopes.map(({ id }) => id).sort());
  });
});
