import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOutbox, type Outbox } from '../../../src/delivery/outbox.ts';
import { type OutboxRecord, staleAfter } from '../../../src/delivery/outbox-record.ts';
import type { Receipt } from '../../../src/delivery/receipt.ts';
import type { Store } from '../../../src/delivery/store.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

// The promise against any order of tabs, outages, killed tabs, failing storage and jumping clocks.

const hour = 3_600_000;

type Weather = 'fine' | 'lost' | 'lost-after-storing' | 'busy' | 'pausing' | 'refusing' | 'hanging';
const tab = fc.integer({ min: 0, max: 2 });
const weather = fc.constantFrom<Weather>(
  ...(['fine', 'lost', 'lost-after-storing', 'busy', 'pausing', 'refusing', 'hanging'] as const),
);
const events = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('submit' as const),
        tab,
        endpoint: fc.integer({ min: 0, max: 1 }),
        readable: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('flush' as const, 'kill' as const, 'again' as const), tab }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        milliseconds: fc.constantFrom(0, 1_000, 46_000, hour, 3 * hour, -10_000, -hour, -24 * hour),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('weather' as const), weather }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('storage' as const), works: fc.boolean() }) },
  ),
  { minLength: 1, maxLength: 40 },
);

/** Lets everything that is not waiting for the world come to its end. */
const settled = async () => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
};

function aWorld() {
  const records = new Map<string, OutboxRecord>();
  let now = Date.UTC(2026, 10, 23);
  let sky: Weather = 'fine';
  let storageWorks = true;
  /** What each receiver holds: the bodies by id, and how many requests did not fail. */
  const received = new Map<string, string[]>();
  const unfailed = new Map<string, number>();

  const store: Store = {
    async transact(step, id) {
      if (!storageWorks) throw new Error('denied');
      const found = [...records.values()].filter((record) => id === undefined || record.id === id);
      return step(structuredClone(found), (key, record) => {
        if (record) records.set(key, structuredClone(record));
        else records.delete(key);
      });
    },
  };

  const open = () => {
    const life = { isAlive: true };
    const outbox = createOutbox({
      store: {
        // A killed tab does nothing any more.
        transact: (step, id) => (life.isAlive ? store.transact(step, id) : new Promise(() => {})),
      },
      transport: (envelope, { readable }) =>
        new Promise((resolve) => {
          const { id } = envelope;
          const fail = () => resolve({ status: 'failed', trouble: 'network' });
          const arrive = () => received.set(id, [...(received.get(id) ?? []), JSON.stringify(envelope)]);
          const arriveUnfailed = () => {
            arrive();
            unfailed.set(id, (unfailed.get(id) ?? 0) + 1);
          };
          if (sky === 'lost') fail();
          else if (sky === 'lost-after-storing') {
            arrive();
            fail();
          } else if (sky === 'hanging') arriveUnfailed();
          else if (sky === 'fine' || !readable) {
            arriveUnfailed();
            resolve({ status: readable ? 'accepted' : 'handed-over' });
          } else if (sky === 'refusing') resolve({ status: 'rejected', trouble: 'refused', http: 400 });
          else resolve({ status: 'failed', trouble: 'busy', retryAfter: sky === 'pausing' ? 60_000 : null });
        }),
      now: () => now,
      random: () => 0.5,
      timers: { setTimeout: () => 0, clearTimeout: () => {} },
    });
    return { outbox, life };
  };

  return {
    records,
    received,
    unfailed,
    open,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    set sky(weather: Weather) {
      sky = weather;
    },
    set storageWorks(works: boolean) {
      storageWorks = works;
    },
  };
}

test('no lead that was called saved is lost, none called sent has not arrived, none is changed on its way', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (events) => {
      const world = aWorld();
      const tabs = [world.open(), world.open(), world.open()];
      const said = new Map<string, Receipt[]>();
      const last = new Map<Outbox, Parameters<Outbox['submit']>>();
      const press = (outbox: Outbox, request: Parameters<Outbox['submit']>) => {
        const receipts = said.get(request[0].id) ?? [];
        said.set(request[0].id, receipts);
        void outbox.submit(...request).then((receipt) => receipts.push(receipt));
      };

      for (const event of events) {
        if (event.do === 'wait') world.wait(event.milliseconds);
        else if (event.do === 'weather') world.sky = event.weather;
        else if (event.do === 'storage') world.storageWorks = event.works;
        else {
          const { outbox, life } = tabs[event.tab]!;
          if (event.do === 'submit') {
            const url = `https://receiver-${event.endpoint}-${event.readable}.example/`;
            const request: Parameters<Outbox['submit']> = [
              buildEnvelope(),
              { url, readable: event.readable, contentType: 'text/plain' },
            ];
            last.set(outbox, request);
            press(outbox, request);
          } else if (event.do === 'again') {
            if (last.has(outbox)) press(outbox, last.get(outbox)!);
          } else if (event.do === 'flush') void outbox.flush();
          else {
            life.isAlive = false;
            tabs[event.tab] = world.open();
          }
        }
        await settled();
      }

      // The person comes back, again and again, in fine weather.
      world.sky = 'fine';
      world.storageWorks = true;
      for (const { life } of tabs) life.isAlive = false;
      for (let visit = 0; visit < 3; visit++) {
        world.wait(3 * hour);
        void world.open().outbox.flush();
        await settled();
        await settled();
      }

      const left = new Map((await world.open().outbox.list()).map((lead) => [lead.id, lead.status]));
      for (const [id, receipts] of said) {
        const bodies = world.received.get(id) ?? [];
        const statuses = receipts.map(({ status }) => status);
        expect(new Set(bodies).size).toBeLessThanOrEqual(1);
        if (statuses.some((status) => status === 'accepted' || status === 'handed-over')) {
          expect(bodies.length).toBeGreaterThan(0);
        }
        const wasSaved = statuses.some((status) => status === 'queued' || status === 'rejected');
        const isUndecided = left.get(id) === 'interrupted';
        if (wasSaved && !isUndecided) expect(bodies.length).toBeGreaterThan(0);
        if (!isUndecided) expect(left.has(id)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test('a receiver whose answer cannot be read gets a lead once, unless nobody answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      events.map((all) => all.filter((event) => event.do !== 'storage' && event.do !== 'again')),
      async (events) => {
        const world = aWorld();
        const tabs = [world.open(), world.open(), world.open()];
        const ids: string[] = [];
        for (const event of events) {
          if (event.do === 'wait') world.wait(Math.min(event.milliseconds, staleAfter));
          else if (event.do === 'weather') world.sky = event.weather;
          else if (event.do === 'submit') {
            const envelope = buildEnvelope();
            ids.push(envelope.id);
            const url = `https://receiver-${event.endpoint}.example/`;
            void tabs[event.tab]!.outbox.submit(envelope, {
              url,
              readable: false,
              contentType: 'text/plain',
            });
          } else if (event.do === 'flush') void tabs[event.tab]!.outbox.flush();
          else if (event.do === 'kill') {
            tabs[event.tab]!.life.isAlive = false;
            tabs[event.tab] = world.open();
          }
          await settled();
        }
        for (const id of ids) expect(world.unfailed.get(id) ?? 0).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 200 },
  );
});
