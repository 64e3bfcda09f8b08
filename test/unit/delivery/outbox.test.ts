import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Destination } from '../../../src/delivery/destination.ts';
import { createOutbox, type OutboxOptions } from '../../../src/delivery/outbox.ts';
import type { OutboxRecord } from '../../../src/delivery/outbox-record.ts';
import type { Receipt } from '../../../src/delivery/receipt.ts';
import type { Outcome } from '../../../src/delivery/transport.ts';
import type { Envelope } from '../../../src/lead/envelope.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { memoryStore } from '../../support/memory-store.ts';

// Limits and times stand here in figures: a test that took them from the code could not tell that they are wrong.

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 23, 10);

const one: Destination = { url: 'https://one.example/leads', readable: true, contentType: 'text/plain' };
const two: Destination = { ...one, url: 'https://two.example/leads' };
const unreadable: Destination = { ...one, readable: false };

const accepted: Outcome = { status: 'accepted' };
const offline: Outcome = { status: 'failed', trouble: 'network' };
const busy: Outcome = { status: 'failed', trouble: 'busy' };
const pausing: Outcome = { status: 'failed', trouble: 'busy', retryAfter: 10 * minute };
const refused: Outcome = { status: 'rejected', trouble: 'refused', http: 400 };
const silent: Outcome = { status: 'interrupted', trouble: 'timeout' };
const noAnswer = () => new Promise<Outcome>(() => {});

afterEach(() => vi.unstubAllGlobals());

/** Lets everything come to its end that is not waiting for the world. */
const settled = async () => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
};

/** One browser: its store, its clock, its network; each outbox in it is a tab. */
function aBrowser() {
  const store = memoryStore();
  const browser = {
    store,
    now: start,
    sent: [] as { id: string; url: string }[],
    answer: (_: Envelope): Outcome | Promise<Outcome> => accepted,
    timers: [] as { at: number; callback: () => void }[],
    tab: (options: OutboxOptions = {}) =>
      createOutbox({
        store,
        transport: async (envelope, { url }) => {
          browser.sent.push({ id: envelope.id, url });
          return browser.answer(envelope);
        },
        now: () => browser.now,
        random: () => 1,
        timers: {
          setTimeout: (callback, milliseconds) => {
            const timer = { at: browser.now + milliseconds, callback };
            browser.timers.push(timer);
            return timer;
          },
          clearTimeout: (timer) => {
            browser.timers = browser.timers.filter((other) => other !== timer);
          },
        },
        ...options,
      }),
    ids: () => browser.sent.map(({ id }) => id),
    /** Leads that were submitted a second apart and got this outcome. */
    async waiting(count: number, outcome: Outcome, destination = one): Promise<string[]> {
      const ids: string[] = [];
      browser.answer = () => outcome;
      for (let at = 0; at < count; at++) {
        const envelope = buildEnvelope();
        await browser.tab().submit(envelope, destination);
        ids.push(envelope.id);
        browser.now += second;
      }
      browser.sent = [];
      browser.answer = () => accepted;
      return ids;
    },
    record: (id: string): OutboxRecord => store.records.get(id)!,
  };
  return browser;
}

describe('times', () => {
  test('a tab that may still be sending is not overtaken: a request is given 30 seconds', async () => {
    const browser = aBrowser();
    browser.answer = noAnswer;
    void browser.tab().submit(buildEnvelope(), one);
    await settled();
    browser.answer = () => accepted;
    browser.now += 30 * second + 5 * second;
    await browser.tab().flush();
    expect(browser.sent).toHaveLength(1);
    // One that was killed holds nothing up for much longer.
    browser.now += minute;
    await browser.tab().flush();
    expect(browser.sent).toHaveLength(2);
  });

  test.each([
    ['14 days', 14 * day, 1],
    ['a moment more', 14 * day + 1, 0],
  ])('a lead that has waited for %s', async (_, age, sent) => {
    const browser = aBrowser();
    await browser.waiting(1, offline);
    browser.now = start + age;
    await browser.tab().flush();
    expect(browser.sent).toHaveLength(sent);
  });

  test('the person’s word makes it young again', async () => {
    const browser = aBrowser();
    const [id] = await browser.waiting(1, offline);
    browser.now = start + 20 * day;
    browser.answer = () => busy;
    expect(await browser.tab().retry(id!)).toMatchObject({ status: 'queued', trouble: 'busy' });
    browser.answer = () => accepted;
    browser.now += 13 * day;
    await browser.tab().flush();
    expect(browser.ids()).toEqual([id, id]);
  });

  test('a time further ahead than it can have been set counts as past', async () => {
    const browser = aBrowser();
    const [id] = await browser.waiting(1, pausing);
    for (const part of ['nextTryAt', 'notBefore', 'leasedUntil'] as const)
      browser.store.records.set(id!, { ...browser.record(id!), [part]: browser.now + 3 * hour });
    await browser.tab().flush();
    expect(browser.ids()).toEqual([id]);
  });
});

describe('limits', () => {
  const filledWith = (count: number, size: number) => {
    const browser = aBrowser();
    for (let at = 0; at < count; at++)
      browser.store.records.set(`${at}`, { id: `${at}`, size } as OutboxRecord);
    browser.answer = () => offline;
    return browser;
  };
  const full = { status: 'unsaved', trouble: 'network', storage: 'outbox-full' };

  test('a thousand leads and no more', async () => {
    expect(await filledWith(999, 1).tab().submit(buildEnvelope(), one)).toMatchObject({ status: 'queued' });
    expect(await filledWith(1_000, 1).tab().submit(buildEnvelope(), one)).toEqual(full);
  });

  test('four megabytes of them and no more', async () => {
    const envelope = buildEnvelope();
    const { length } = new TextEncoder().encode(JSON.stringify(envelope));
    expect(
      await filledWith(1, 4_000_000 - length)
        .tab()
        .submit(envelope, one),
    ).toMatchObject({
      status: 'queued',
    });
    expect(
      await filledWith(1, 4_000_001 - length)
        .tab()
        .submit(envelope, one),
    ).toEqual(full);
  });

  test('32 kB a lead and no more, in bytes and not in letters', async () => {
    const envelope = buildEnvelope();
    const room = 32_000 - new TextEncoder().encode(JSON.stringify(envelope)).length;
    const withMore = (text: string) => ({
      ...buildEnvelope(),
      source: { ...envelope.source, title: envelope.source.title + text },
    });
    const browser = aBrowser();
    expect(await browser.tab().submit(withMore('x'.repeat(room)), one)).toEqual(accepted);
    const tooLarge = { status: 'unsaved', trouble: 'too-large' };
    expect(await browser.tab().submit(withMore('x'.repeat(room + 1)), one)).toEqual(tooLarge);
    expect(await browser.tab().submit(withMore('€'.repeat(room / 2)), one)).toEqual(tooLarge);
    expect(browser.sent).toHaveLength(1);
  });
});

describe('a pause that a receiver asks for', () => {
  test('holds for its own leads and for nobody else’s', async () => {
    const browser = aBrowser();
    const [mine] = await browser.waiting(1, offline, one);
    const [other] = await browser.waiting(1, offline, two);
    const [paused] = await browser.waiting(1, pausing, one);
    browser.now += minute;
    await browser.tab().flush();
    expect(browser.ids()).toEqual([other]);
    browser.now += 10 * minute;
    await browser.tab().flush();
    expect(browser.ids()).toEqual([other, mine, paused]);
  });

  test('holds for a lead that comes later, after its first try; another receiver’s does not', async () => {
    const browser = aBrowser();
    await browser.waiting(1, pausing, one);
    await browser.waiting(1, offline, one);
    const [other] = await browser.waiting(1, offline, two);
    browser.now += minute;
    await browser.tab().flush();
    expect(browser.ids()).toEqual([other]);
  });

  test('is not ended by the person’s word, nor by the same press again', async () => {
    const browser = aBrowser();
    const [id] = await browser.waiting(1, pausing);
    const kept = { status: 'queued', trouble: 'busy', retryAt: start + 10 * minute };
    expect(await browser.tab().retry(id!)).toEqual(kept);
    expect(await browser.tab().submit(buildEnvelope({ id: id! }), one)).toEqual(kept);
    expect(browser.sent).toEqual([]);
    browser.now = start + 10 * minute;
    expect(await browser.tab().retry(id!)).toEqual(accepted);
  });

  test('puts the lead that was asked behind those that were not', async () => {
    const browser = aBrowser();
    const [asked] = await browser.waiting(1, pausing);
    const others = await browser.waiting(2, offline);
    const [later] = await browser.waiting(1, { ...pausing, retryAfter: second });
    browser.now += hour;
    await browser.tab().flush();
    expect(browser.ids()).toEqual([...others, asked, later]);
  });
});

describe('who sends what', () => {
  test('one try says enough of a receiver that is not reached, and nothing of the next one', async () => {
    const browser = aBrowser();
    const mine = await browser.waiting(3, offline, one);
    const others = await browser.waiting(2, offline, two);
    browser.now += hour;
    browser.answer = ({ id }) => (mine.includes(id) ? offline : accepted);
    await browser.tab().flush();
    expect(browser.ids().filter((id) => mine.includes(id))).toEqual([mine[0]]);
    expect(browser.ids().filter((id) => others.includes(id))).toEqual(others);
  });

  test('a refused lead is tried once more on each page, and not at each look', async () => {
    const browser = aBrowser();
    const [id] = await browser.waiting(1, refused);
    browser.now += 5 * hour;
    browser.answer = () => refused;
    for (const tab of [browser.tab(), browser.tab()])
      for (let look = 0; look < 3; look++) {
        await tab.flush();
        browser.now += 2 * hour;
      }
    expect(browser.ids()).toEqual([id, id]);
    expect(await browser.tab().list()).toMatchObject([{ id, status: 'rejected', trouble: 'refused' }]);
  });

  test('a readable receiver whose sender went away gets the lead again', async () => {
    const browser = aBrowser();
    browser.answer = noAnswer;
    const envelope = buildEnvelope();
    void browser.tab().submit(envelope, one);
    await settled();
    browser.now += hour;
    expect(await browser.tab().list()).toMatchObject([{ status: 'waiting' }]);
    browser.answer = () => accepted;
    await browser.tab().flush();
    expect(browser.ids()).toEqual([envelope.id, envelope.id]);
  });

  test('an unreadable one that said nothing is left to the person, by name', async () => {
    const browser = aBrowser();
    browser.answer = () => silent;
    const envelope = buildEnvelope();
    const tab = browser.tab();
    expect(await tab.submit(envelope, unreadable)).toEqual({ status: 'interrupted', trouble: 'timeout' });
    browser.now += hour;
    await browser.tab().flush();
    expect(browser.sent).toHaveLength(1);
    expect(await browser.tab().list()).toMatchObject([{ status: 'interrupted', trouble: 'timeout' }]);
    browser.answer = () => ({ status: 'handed-over' });
    expect(await browser.tab().retry(envelope.id)).toEqual({ status: 'handed-over' });
    expect(browser.store.records.size).toBe(0);
  });

  test('without storage, too, what may have arrived is not called unsent', async () => {
    const browser = aBrowser();
    const store = { transact: () => Promise.reject(new Error('denied')) };
    browser.answer = () => silent;
    expect(await browser.tab({ store }).submit(buildEnvelope(), unreadable)).toEqual({
      status: 'interrupted',
      trouble: 'timeout',
    });
  });

  test('pressed again while it is under way, a lead is one request with one receipt', async () => {
    const browser = aBrowser();
    let answer = (_: Outcome) => {};
    browser.answer = () => new Promise((resolve) => (answer = resolve));
    const tab = browser.tab();
    const envelope = buildEnvelope();
    const presses = [tab.submit(envelope, one), tab.submit(envelope, one)];
    await settled();
    expect(await browser.tab().retry(envelope.id)).toEqual({
      status: 'queued',
      trouble: 'under-way',
      retryAt: start + 45 * second,
    });
    answer(accepted);
    expect(await Promise.all(presses)).toEqual([accepted, accepted]);
    expect(browser.sent).toHaveLength(1);
  });

  test('where the page no longer names the endpoint, nobody sends, and it is said', async () => {
    const browser = aBrowser();
    const [id] = await browser.waiting(1, offline);
    browser.now += hour;
    const tab = browser.tab({ allows: (url) => url === two.url });
    await tab.flush();
    expect(await tab.retry(id!)).toEqual({
      status: 'queued',
      trouble: 'endpoint-not-allowed',
      retryAt: expect.any(Number),
    });
    expect(await tab.list()).toMatchObject([{ id, trouble: 'endpoint-not-allowed' }]);
    expect(browser.sent).toEqual([]);
  });

  test('what is stored is told oldest first, by the press on the button', async () => {
    const browser = aBrowser();
    const days = ['2026-11-03', '2026-11-01', '2026-11-02'];
    browser.answer = () => offline;
    for (const on of days)
      await browser.tab().submit(buildEnvelope({ createdAt: `${on}T00:00:00.000Z` }), one);
    const told = (await browser.tab().list()).map(({ createdAt }) => new Date(createdAt).getUTCDate());
    expect(told).toEqual([1, 2, 3]);
  });
});

describe('by itself', () => {
  /** A window that can be told what happens. */
  function aWindow() {
    const target = new EventTarget();
    vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
    vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
    const document = { hidden: false };
    vi.stubGlobal('document', document);
    const happens = (type: string, more: object = {}) => {
      target.dispatchEvent(Object.assign(new Event(type), more));
      return settled();
    };
    return { document, happens };
  }

  test('what waits is tried when the page loads, and then as the schedule says', async () => {
    aWindow();
    const browser = aBrowser();
    const [id] = await browser.waiting(1, offline);
    browser.timers = [];
    browser.answer = () => offline;
    const tab = browser.tab();
    const news: Receipt[] = [];
    tab.subscribe(({ receipt }) => news.push(receipt));
    tab.start();
    await settled();
    expect(browser.ids()).toEqual([id]);
    expect(news).toEqual([{ status: 'queued', trouble: 'network', retryAt: browser.now + 30 * second }]);
    // A look around at once, which finds nothing due, and then the schedule's.
    const [look] = browser.timers;
    expect(look!.at - browser.now).toBe(second);
    browser.now = look!.at;
    look!.callback();
    await settled();
    expect(browser.timers.map(({ at }) => at)).toContain(start + second + 30 * second);
  });

  test.each<[string, string, object, boolean, number]>([
    ['the page comes online', 'online', {}, false, 1],
    ['it comes back from the cache of pages', 'pageshow', { persisted: true }, false, 1],
    ['it is shown for the first time, which its load has told', 'pageshow', { persisted: false }, false, 0],
    ['it comes into sight', 'visibilitychange', {}, false, 1],
    ['it goes out of sight', 'visibilitychange', {}, true, 0],
  ])('%s: what has been tried on this page is tried again', async (_, type, more, hidden, tries) => {
    const { document, happens } = aWindow();
    const browser = aBrowser();
    const tab = browser.tab();
    tab.start();
    await settled();
    browser.answer = () => busy;
    await tab.submit(buildEnvelope(), one);
    browser.sent = [];
    document.hidden = hidden;
    await happens(type, more);
    expect(browser.sent).toHaveLength(tries);
  });

  test('a page that comes online has not been loaded anew: what was refused on it is left alone', async () => {
    const { happens } = aWindow();
    const browser = aBrowser();
    browser.answer = () => refused;
    const tab = browser.tab();
    tab.start();
    await tab.submit(buildEnvelope(), one);
    browser.now += 2 * hour;
    await happens('online');
    expect(browser.sent).toHaveLength(1);
  });

  test('a subscription ends when it is told to', async () => {
    const browser = aBrowser();
    await browser.waiting(2, busy);
    browser.now += hour;
    const tab = browser.tab();
    const heard = vi.fn();
    const end = tab.subscribe(heard);
    end();
    await tab.flush();
    expect(browser.sent).toHaveLength(2);
    expect(heard).not.toHaveBeenCalled();
  });
});
