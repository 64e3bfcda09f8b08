import { describe, expect, test } from 'vitest';
import type { Destination } from '../../../src/delivery/destination.ts';
import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';
import { createOutbox, type OutboxOptions } from '../../../src/delivery/outbox.ts';
import { leaseTime, type OutboxRecord, staleAfter } from '../../../src/delivery/outbox-record.ts';
import { outboxLeads } from '../../../src/delivery/outbox-steps.ts';
import type { Receipt } from '../../../src/delivery/receipt.ts';
import type { Store } from '../../../src/delivery/store.ts';
import type { Outcome } from '../../../src/delivery/transport.ts';
import { type Envelope, envelopeLimit } from '../../../src/lead/envelope.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { freshStore, openDatabase, putRaw } from './fresh-store.ts';

/** Slow machines are given their time. */
const eventually = <T>(look: () => T) => expect.poll(look, { interval: 20 });

const aDestination = (more: Partial<Destination> = {}): Destination => ({
  url: 'https://hooks.example/leads',
  readable: true,
  contentType: 'text/plain',
  ...more,
});

const accepted: Outcome = { status: 'accepted' };
const offline: Outcome = { status: 'failed', trouble: 'network' };
const busy: Outcome = { status: 'failed', trouble: 'busy' };
const refused: Outcome = { status: 'rejected', trouble: 'refused', http: 400, message: 'Bad e-mail' };
const start = Date.UTC(2026, 10, 23, 10);
const hour = 3_600_000;
const tenYears = 10 * 365 * 24 * hour;

/** A world with one database, one clock and one network; each outbox in it is a tab. */
function aWorld() {
  const { store, name } = freshStore();
  const world = {
    store,
    name,
    now: start,
    /** Envelopes handed to the network, in order. */
    sent: [] as Envelope[],
    /** What comes of a request. */
    answer: (_envelope: Envelope): Outcome | Promise<Outcome> => offline,
    timers: [] as { at: number; callback: () => void }[],
    tab: (options: OutboxOptions = {}) => {
      const outbox = createOutbox({
        store: indexedDbStore({ name }),
        transport: async (envelope) => {
          world.sent.push(envelope);
          return world.answer(envelope);
        },
        now: () => world.now,
        random: () => 1,
        timers: {
          setTimeout: (callback, milliseconds) => {
            const timer = { at: world.now + milliseconds, callback };
            world.timers.push(timer);
            return timer;
          },
          clearTimeout: (timer) => {
            world.timers = world.timers.filter((other) => other !== timer);
          },
        },
        ...options,
      });
      return outbox;
    },
    ids: () => world.sent.map(({ id }) => id),
    records: () => store.transact((records) => records as OutboxRecord[]),
  };
  return world;
}

describe('the promise', () => {
  test('a lead is durable before its first request', async () => {
    const world = aWorld();
    const envelope = buildEnvelope();
    let atFirstByte: OutboxRecord[] = [];
    world.answer = async () => {
      atFirstByte = await world.records();
      return accepted;
    };
    expect(await world.tab().submit(envelope, aDestination())).toEqual({ status: 'accepted' });
    expect(atFirstByte).toMatchObject([{ id: envelope.id, envelope, attempts: 0 }]);
    expect(await world.records()).toEqual([]);
  });

  test('what is not stored is sent once, and called unsaved if that fails', async () => {
    const world = aWorld();
    const store: Store = { transact: () => Promise.reject(new Error('denied')) };
    const tab = world.tab({ store });
    expect(await tab.submit(buildEnvelope(), aDestination())).toEqual({
      status: 'unsaved',
      trouble: 'network',
      storage: 'no-storage',
    });
    world.answer = () => accepted;
    expect(await tab.submit(buildEnvelope(), aDestination())).toEqual({ status: 'accepted' });
    expect(world.sent).toHaveLength(2);
    expect(await tab.list()).toEqual([]);
    await tab.flush();
    await tab.discard('x');
    expect(await tab.retry('x')).toMatchObject({ status: 'unsaved' });
  });

  test('storage that dies during the request: accepted stays accepted, the rest is not called saved', async () => {
    const world = aWorld();
    let isDead = false;
    const store: Store = {
      transact: (...step) => (isDead ? Promise.reject(new Error('dead')) : world.store.transact(...step)),
    };
    const tab = world.tab({ store });
    const submit = (outcome: Outcome) => {
      isDead = false;
      world.answer = () => {
        isDead = true;
        return outcome;
      };
      return tab.submit(buildEnvelope(), aDestination());
    };
    expect(await submit(accepted)).toEqual({ status: 'accepted' });
    expect(await submit(busy)).toEqual({ status: 'unsaved', trouble: 'busy', storage: 'no-storage' });
  });

  test('the same envelope again is the same lead, tried again, in the words of the first', async () => {
    const world = aWorld();
    const tab = world.tab();
    const envelope = buildEnvelope();
    await tab.submit(envelope, aDestination());
    expect(
      await tab.submit({ ...envelope, profile: { email: 'other@example.com' } }, aDestination()),
    ).toMatchObject({
      status: 'queued',
    });
    expect(await world.records()).toHaveLength(1);
    expect(world.sent).toEqual([envelope, envelope]);
  });

  test('the same envelope from two tabs at once is sent by one of them', async () => {
    const world = aWorld();
    const envelope = buildEnvelope();
    let answer = (_: Outcome) => {};
    world.answer = () => new Promise((resolve) => (answer = resolve));
    const first = world.tab().submit(envelope, aDestination());
    await eventually(() => world.sent.length).toBe(1);
    expect(await world.tab().submit(envelope, aDestination())).toEqual({
      status: 'queued',
      trouble: 'under-way',
      retryAt: start + leaseTime,
    });
    answer(accepted);
    expect(await first).toEqual({ status: 'accepted' });
  });
});

describe('limits', () => {
  test('a lead over 32 kB is refused with a name, and not sent', async () => {
    const world = aWorld();
    const envelope = buildEnvelope();
    const room = envelopeLimit - new TextEncoder().encode(JSON.stringify(envelope)).length;
    const withMore = (characters: number) => ({
      ...envelope,
      source: { ...envelope.source, title: envelope.source.title + 'x'.repeat(characters) },
    });
    expect(await world.tab().submit(withMore(room + 1), aDestination())).toEqual({
      status: 'unsaved',
      trouble: 'too-large',
    });
    expect(await world.tab().submit(withMore(room), aDestination())).toMatchObject({ status: 'queued' });
    expect(world.sent).toHaveLength(1);
  });

  test('what JSON cannot say is refused with a name', async () => {
    const world = aWorld();
    const envelope = { ...buildEnvelope(), count: 1n };
    expect(await world.tab().submit(envelope, aDestination())).toEqual({
      status: 'unsaved',
      trouble: 'malformed',
    });
  });

  const fill = (world: ReturnType<typeof aWorld>, leads: number, size: number) =>
    world.store.transact((_, write) => {
      for (let index = 0; index < leads; index++) {
        write(`${index}`, { id: `${index}`, size } as OutboxRecord);
      }
    });

  test.each([
    ['1,000 leads', outboxLeads, 1],
    ['4 MB', 125, 32_000],
  ])(
    'a full outbox of %s refuses visibly, sends all the same, and evicts nothing',
    async (_, leads, size) => {
      const world = aWorld();
      await fill(world, leads, size);
      expect(await world.tab().submit(buildEnvelope(), aDestination())).toEqual({
        status: 'unsaved',
        trouble: 'network',
        storage: 'outbox-full',
      });
      world.answer = () => accepted;
      expect(await world.tab().submit(buildEnvelope(), aDestination())).toEqual({ status: 'accepted' });
      expect(await world.records()).toHaveLength(leads);
    },
  );

  test('has room up to the last lead', async () => {
    const world = aWorld();
    await fill(world, outboxLeads - 1, 1);
    expect(await world.tab().submit(buildEnvelope(), aDestination())).toMatchObject({ status: 'queued' });
  });
});

describe('order and independence', () => {
  /** Leads in the outbox, submitted a second apart, each with its first try behind it. */
  async function waiting(
    world: ReturnType<typeof aWorld>,
    count: number,
    outcome = offline,
    destination = aDestination(),
  ) {
    const tab = world.tab();
    const ids: string[] = [];
    world.answer = () => outcome;
    for (let index = 0; index < count; index++) {
      const envelope = buildEnvelope();
      await tab.submit(envelope, destination);
      ids.push(envelope.id);
      world.now += 1_000;
    }
    world.sent.length = 0;
    world.now += hour;
    return ids;
  }

  test('oldest first within one endpoint', async () => {
    const world = aWorld();
    const ids = await waiting(world, 4);
    world.answer = () => accepted;
    await world.tab().flush();
    expect(world.ids()).toEqual(ids);
  });

  test('without a network one try says enough; the next round goes on with the next lead', async () => {
    const world = aWorld();
    const ids = await waiting(world, 3);
    const tab = world.tab();
    for (let round = 0; round < 3; round++) await tab.flush();
    expect(world.ids()).toEqual(ids);
  });

  test.each<[string, Outcome]>([
    ['a 500', busy],
    ['a refusal', refused],
  ])('%s of one lead does not hold up the next', async (_, outcome) => {
    const world = aWorld();
    const [first, ...rest] = await waiting(world, 3);
    world.answer = ({ id }) => (id === first ? outcome : accepted);
    await world.tab().flush();
    expect(world.ids()).toEqual([first, ...rest]);
    expect((await world.records()).map(({ id }) => id)).toEqual([first]);
  });

  test('a lead that always breaks the connection does not hold up the others for ever', async () => {
    const world = aWorld();
    const [first] = await waiting(world, 3);
    world.answer = ({ id }) => (id === first ? offline : accepted);
    const tab = world.tab();
    for (let round = 0; round < 2; round++) await tab.flush();
    expect((await world.records()).map(({ id }) => id)).toEqual([first]);
  });

  test('a pause that a receiver asks for holds for all its leads, and the one that was asked goes last', async () => {
    const world = aWorld();
    const [first, ...rest] = await waiting(world, 3);
    world.answer = () => ({ status: 'failed', trouble: 'busy', retryAfter: 60_000 });
    const tab = world.tab();
    await tab.flush();
    expect(world.ids()).toEqual([first]);
    world.now += 59_000;
    await tab.flush();
    expect(world.ids()).toEqual([first]);
    world.now += 2 * hour;
    world.answer = () => accepted;
    await tab.flush();
    expect(world.ids()).toEqual([first, ...rest, first]);
  });

  test('a lead that comes during a pause is tried once, and then waits like the others', async () => {
    const world = aWorld();
    const tab = world.tab();
    world.answer = () => ({ status: 'failed', trouble: 'busy', retryAfter: 60_000 });
    await tab.submit(buildEnvelope(), aDestination());
    world.now += 1_000;
    world.answer = () => offline;
    await tab.submit(buildEnvelope(), aDestination());
    expect(world.sent).toHaveLength(2);
    world.now += 58_000;
    world.answer = () => accepted;
    await world.tab().flush();
    expect(world.sent).toHaveLength(2);
    // By the worst of chance it is half as long again.
    world.now += 32_000;
    await world.tab().flush();
    expect(await world.records()).toEqual([]);
  });

  test('endpoints are independent of each other', async () => {
    const world = aWorld();
    const [blocked] = await waiting(world, 2, offline, aDestination({ url: 'https://one.example/' }));
    const others = await waiting(world, 2, offline, aDestination({ url: 'https://two.example/' }));
    world.answer = ({ id }) => (id === blocked ? new Promise(() => {}) : accepted);
    void world.tab().flush();
    await eventually(async () => (await world.records()).length).toBe(2);
    expect(world.ids()).toEqual(expect.arrayContaining(others));
  });

  test('is sent only where the page still allows the endpoint', async () => {
    const world = aWorld();
    const [id] = await waiting(world, 1);
    world.answer = () => accepted;
    const tab = world.tab({ allows: () => false });
    await tab.flush();
    expect(await tab.retry(id!)).toMatchObject({ status: 'queued', trouble: 'endpoint-not-allowed' });
    expect(world.sent).toEqual([]);
    expect(await tab.list()).toMatchObject([{ id, status: 'waiting', trouble: 'endpoint-not-allowed' }]);
    await world.tab({ allows: (url) => url === aDestination().url }).flush();
    expect(world.ids()).toEqual([id]);
  });
});

describe('sending by itself', () => {
  /** Lets the clock run to the next timer, if any. */
  async function nextTimer(world: ReturnType<typeof aWorld>) {
    await eventually(() => world.timers.length).toBe(1);
    const { at, callback } = world.timers.pop()!;
    world.now = Math.max(world.now, at);
    callback();
    return at;
  }

  test('the timer follows the schedule, and news of a later receipt reach the page', async () => {
    const world = aWorld();
    const tab = world.tab();
    const news: { id: string; receipt: Receipt }[] = [];
    const unsubscribe = tab.subscribe(({ id, receipt }) => news.push({ id, receipt }));
    tab.start();
    const envelope = buildEnvelope();
    await tab.submit(envelope, aDestination());
    expect(news).toEqual([]);
    // A look around after each try, and then what the schedule says.
    expect(await nextTimer(world)).toBe(start + 1_000);
    expect(await nextTimer(world)).toBe(start + 5_000);
    await eventually(() => news.length).toBe(1);
    expect(news[0]).toEqual({
      id: envelope.id,
      receipt: { status: 'queued', trouble: 'network', retryAt: start + 35_000 },
    });
    world.answer = () => accepted;
    expect(await nextTimer(world)).toBe(start + 6_000);
    expect(await nextTimer(world)).toBe(start + 35_000);
    await eventually(() => news.length).toBe(2);
    expect(news[1]).toEqual({ id: envelope.id, receipt: { status: 'accepted' } });
    unsubscribe();
    await nextTimer(world);
    await tab.flush();
    expect(world.timers).toEqual([]);
  });

  const wakeUps: [string, () => Event, EventTarget][] = [
    ['online', () => new Event('online'), window],
    [
      'fault 32: restored from the back-forward cache',
      () => new PageTransitionEvent('pageshow', { persisted: true }),
      window,
    ],
    ['the page becomes visible', () => new Event('visibilitychange', { bubbles: true }), document],
  ];
  test.each(wakeUps)('%s', async (_, event, target) => {
    const world = aWorld();
    const tab = world.tab();
    tab.start();
    const envelope = buildEnvelope();
    await tab.submit(envelope, aDestination());
    world.answer = () => accepted;
    target.dispatchEvent(event());
    await eventually(() => world.records()).toEqual([]);
    expect(world.ids()).toEqual([envelope.id, envelope.id]);
  });

  test('on load: all that waits is tried at once, an endpoint that is allowed a little later included', async () => {
    const world = aWorld();
    await world.tab().submit(buildEnvelope(), aDestination());
    world.answer = () => accepted;
    let isAllowed = false;
    const tab = world.tab({ allows: () => isAllowed });
    tab.start();
    await tab.flush();
    expect(world.sent).toHaveLength(1);
    isAllowed = true;
    await tab.flush();
    expect(world.sent).toHaveLength(2);
    expect(await world.records()).toEqual([]);
  });

  test('without any leads there is no timer', async () => {
    const world = aWorld();
    const tab = world.tab();
    tab.start();
    await tab.flush();
    expect(world.timers).toEqual([]);
  });
});

describe('fault 35: the sending tab is frozen', () => {
  const frozen = () => {
    let thaw = (_: Outcome) => {};
    const answer = () =>
      new Promise<Outcome>((resolve) => {
        thaw = resolve;
      });
    return { answer, thaw: (outcome: Outcome) => thaw(outcome) };
  };

  test.each<[string, Outcome]>([
    ['accepted', accepted],
    ['failed', offline],
  ])(
    'its lease runs out, another tab sends the lead, and its late answer (%s) changes nothing',
    async (_, late) => {
      const world = aWorld();
      const ice = frozen();
      world.answer = ice.answer;
      const envelope = buildEnvelope();
      const submission = world.tab().submit(envelope, aDestination());
      await eventually(() => world.sent.length).toBe(1);

      world.answer = () => busy;
      const other = world.tab();
      world.now += leaseTime - 1;
      await other.flush();
      expect(world.sent).toHaveLength(1);
      world.now += 1;
      await other.flush();
      expect(world.sent).toEqual([envelope, envelope]);
      const [record] = await world.records();

      ice.thaw(late);
      const receipt = await submission;
      if (late === accepted) {
        expect(receipt).toEqual({ status: 'accepted' });
        expect(await world.records()).toEqual([]);
      } else {
        expect(receipt).toMatchObject({ status: 'queued', trouble: 'network' });
        expect(await world.records()).toEqual([record]);
      }
    },
  );

  test('while another tab has it on lease, a late failure leaves that alone', async () => {
    const world = aWorld();
    const first = frozen();
    world.answer = first.answer;
    const submission = world.tab().submit(buildEnvelope(), aDestination());
    await eventually(() => world.sent.length).toBe(1);
    const second = frozen();
    world.answer = second.answer;
    world.now += leaseTime;
    const flush = world.tab().flush();
    await eventually(() => world.sent.length).toBe(2);
    const [leased] = await world.records();
    first.thaw(offline);
    expect(await submission).toMatchObject({ status: 'queued', trouble: 'network' });
    expect(await world.records()).toEqual([leased]);
    second.thaw(accepted);
    await flush;
    expect(await world.records()).toEqual([]);
  });
});

describe('fault 40: clock ten years off, and jumping back', () => {
  test.each([-tenYears, tenYears])('off by %d ms all the time', async (skew) => {
    const world = aWorld();
    world.now += skew;
    const tab = world.tab();
    await tab.submit(buildEnvelope(), aDestination());
    world.now += 5_000;
    world.answer = () => accepted;
    await tab.flush();
    expect(await world.records()).toEqual([]);
  });

  test.each([hour * 3, tenYears])(
    'jumping back by %d ms between two tries does not put the next one off',
    async (jump) => {
      const world = aWorld();
      const tab = world.tab();
      world.answer = () => ({ status: 'failed', trouble: 'busy', retryAfter: 60_000 });
      await tab.submit(buildEnvelope(), aDestination());
      world.now -= jump;
      world.answer = () => accepted;
      await tab.flush();
      expect(await world.records()).toEqual([]);
    },
  );

  test('jumping back does not leave a lead due all the time', async () => {
    const world = aWorld();
    const tab = world.tab();
    world.answer = () => ({ status: 'failed', trouble: 'busy', retryAfter: 60_000 });
    await tab.submit(buildEnvelope(), aDestination());
    world.now -= tenYears;
    world.answer = () => busy;
    await tab.flush();
    expect(world.sent).toHaveLength(2);
    await tab.flush();
    expect(world.sent).toHaveLength(2);
  });

  test('jumping back while a tab that was killed held the lease does not keep it', async () => {
    const world = aWorld();
    world.answer = () => new Promise(() => {});
    void world.tab().submit(buildEnvelope(), aDestination());
    await eventually(() => world.sent.length).toBe(1);
    world.now -= tenYears;
    world.answer = () => accepted;
    await world.tab().flush();
    expect(await world.records()).toEqual([]);
  });

  test('a lead from a clock that was ahead is not taken for stale when the clock is put right', async () => {
    const world = aWorld();
    world.now += tenYears;
    await world.tab().submit(buildEnvelope(), aDestination());
    world.now -= tenYears;
    expect(await world.tab().list()).toMatchObject([{ status: 'waiting' }]);
  });
});

describe('fault 38: corrupt records', () => {
  const whole = (id: string) => ({
    id,
    version: 1,
    envelope: { ...buildEnvelope(), id },
    destination: aDestination(),
    size: 1_000,
    waitingSince: start,
    attempts: 1,
    nextTryAt: start,
    notBefore: 0,
    leasedUntil: 0,
  });
  const broken: [string, object][] = [
    ['nothing but a key', { id: 'x' }],
    ['no envelope', { ...whole('x'), envelope: undefined }],
    ['an envelope of another lead', { ...whole('x'), envelope: buildEnvelope() }],
    ['no destination', { ...whole('x'), destination: null }],
    ['a destination that is no text', { ...whole('x'), destination: { url: ['https://evil.example'] } }],
    ['a time that is none', { ...whole('x'), nextTryAt: Number.NaN }],
    ['a time that is text', { ...whole('x'), leasedUntil: '9999-12-31' }],
    [
      'an envelope full of the wrong kind',
      {
        ...whole('x'),
        version: 0,
        envelope: { id: 'x', createdAt: 7, profile: { email: ['a'] }, source: 3 },
      },
    ],
  ];

  test.each(broken)('%s: reported by name, never sent, and no other lead waits for it', async (_, record) => {
    const world = aWorld();
    const tab = world.tab();
    const envelope = buildEnvelope();
    await tab.submit(envelope, aDestination());
    await putRaw(world.name, record);
    world.now += hour;
    world.answer = () => accepted;
    await tab.flush();
    expect(world.ids()).toEqual([envelope.id, envelope.id]);
    const [stored, ...others] = await tab.list();
    expect(others).toEqual([]);
    expect(stored).toMatchObject({ id: 'x', status: 'unreadable', trouble: 'malformed' });
    expect(await tab.retry('x')).toBeNull();
    await tab.discard('x');
    expect(await world.records()).toEqual([]);
  });

  test('fault 42: what a newer version of the script stored is left to it', async () => {
    const world = aWorld();
    await world.tab().submit(buildEnvelope(), aDestination());
    const newer = {
      ...whole('newer'),
      version: 2,
      destination: { url: aDestination().url, format: 'hubspot' },
    };
    await putRaw(world.name, newer);
    (await openDatabase(world.name, 2)).close();
    world.now += hour;
    world.answer = () => accepted;
    const tab = world.tab();
    await tab.flush();
    expect(world.sent).toHaveLength(2);
    expect(await world.records()).toEqual([newer]);
    expect(await tab.list()).toMatchObject([{ id: 'newer', status: 'unreadable', trouble: 'other-version' }]);
  });

  test('fault 42: what a newer version added to a record is still there after a try', async () => {
    const world = aWorld();
    const id = crypto.randomUUID();
    await world.records();
    await putRaw(world.name, { ...whole(id), added: 'later' });
    await world.tab().flush();
    expect(await world.records()).toMatchObject([{ id, attempts: 2, added: 'later' }]);
  });
});

describe('what only the person decides', () => {
  test('a lead older than 14 days waits for them, and is theirs to send', async () => {
    const world = aWorld();
    const envelope = buildEnvelope();
    await world.tab().submit(envelope, aDestination());
    world.now += staleAfter + 1;
    const tab = world.tab();
    tab.start();
    await tab.flush();
    expect(world.sent).toHaveLength(1);
    expect(await tab.list()).toEqual([
      {
        id: envelope.id,
        status: 'stale',
        trouble: 'network',
        createdAt: Date.parse(envelope.createdAt),
      },
    ]);
    // Their word counts from now on: a failure puts it back on the schedule.
    expect(await tab.retry(envelope.id)).toMatchObject({ status: 'queued' });
    expect(await tab.list()).toMatchObject([{ status: 'waiting' }]);
    world.answer = () => accepted;
    world.now += hour;
    await tab.flush();
    expect(await world.records()).toEqual([]);
  });

  test('a refused lead is shown as refused; discarded, it is gone', async () => {
    const world = aWorld();
    const tab = world.tab();
    const envelope = buildEnvelope();
    world.answer = () => refused;
    expect(await tab.submit(envelope, aDestination())).toEqual(refused);
    expect(await tab.list()).toMatchObject([{ status: 'rejected', trouble: 'refused' }]);
    await tab.discard(envelope.id);
    expect(await tab.list()).toEqual([]);
    expect(await tab.retry(envelope.id)).toBeNull();
  });

  test('even they do not send before a receiver’s pause is over', async () => {
    const world = aWorld();
    const tab = world.tab();
    const envelope = buildEnvelope();
    world.answer = () => ({ status: 'failed', trouble: 'busy', retryAfter: 60_000 });
    await tab.submit(envelope, aDestination());
    expect(await tab.retry(envelope.id)).toMatchObject({ status: 'queued', retryAt: start + 90_000 });
    expect(world.sent).toHaveLength(1);
  });

  test('a hand-over that was cut short', async () => {
    const world = aWorld();
    world.answer = () => new Promise(() => {});
    const envelope = buildEnvelope();
    void world.tab().submit(envelope, aDestination({ readable: false }));
    await eventually(() => world.sent.length).toBe(1);
    world.now += hour;
    const tab = world.tab();
    tab.start();
    await tab.flush();
    expect(world.sent).toHaveLength(1);
    expect(await tab.list()).toMatchObject([{ status: 'interrupted' }]);
    world.answer = () => ({ status: 'handed-over' });
    expect(await tab.retry(envelope.id)).toEqual({ status: 'handed-over' });
    expect(await world.records()).toEqual([]);
  });
});

test('fault 42: two copies of the script on one page send each lead once', async () => {
  const world = aWorld();
  const tab = world.tab();
  const ids: string[] = [];
  for (let index = 0; index < 5; index++) {
    const envelope = buildEnvelope();
    ids.push(envelope.id);
    world.now += 1;
    await tab.submit(envelope, aDestination());
  }
  world.sent.length = 0;
  world.now += hour;
  world.answer = () => accepted;
  const copy = world.tab();
  await Promise.all([tab.flush(), copy.flush(), tab.flush(), copy.flush()]);
  await tab.flush();
  expect(world.ids()).toEqual(ids);
});
