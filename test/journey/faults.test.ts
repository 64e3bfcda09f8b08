import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Destination } from '../../src/delivery/destination.ts';
import type { Receipt } from '../../src/delivery/receipt.ts';
import { uuid } from '../../src/lead/uuid.ts';
import { startFaultsPage } from '../support/faults/faults-page.ts';
import {
  answering,
  type Behaviour,
  behaviours,
  type FaultyReceiver,
  startFaultyReceiver,
  startMuteServer,
} from '../support/faulty-receiver.ts';
import { chromiumArgs, findHeadless } from '../support/find-chromium.ts';

/** Slow machines are given their time. */
const eventually = <T>(look: () => T) => expect.poll(look, { interval: 20 });

const canary = 'canary@example.com';
const json = { contentType: 'application/json' } as const;
const twoHours = 2 * 3_600_000;

let browser: Browser;
let site: Awaited<ReturnType<typeof startFaultsPage>>;
let receiver: FaultyReceiver;
let elsewhere: FaultyReceiver;
let context: BrowserContext;
let page: Page;
let said: string[];

beforeAll(async () => {
  [browser, site, receiver, elsewhere] = await Promise.all([
    chromium.launch({ executablePath: findHeadless(), args: chromiumArgs }),
    startFaultsPage(),
    startFaultyReceiver(),
    startFaultyReceiver(),
  ]);
});
afterAll(() => Promise.all([browser.close(), site.close(), receiver.close(), elsewhere.close()]));

beforeEach(async () => {
  for (const { received } of [receiver, elsewhere]) received.length = 0;
  receiver.preflights = 0;
  receiver.will(behaviours.accept);
  said = [];
  context = await browser.newContext();
  page = await open();
});

/** Wherever a lead has been, its personal data was in a body and nowhere else. */
afterEach(async () => {
  for (const { url, headers } of receiver.received)
    expect(url + JSON.stringify(headers)).not.toContain('canary');
  expect(said.join('\n')).not.toContain('canary');
  await context.close();
});

async function open(address = '/'): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`pageerror ${error}`));
  await page.goto(site.origin + address);
  return page;
}

const submit = (id: string, more: Partial<Destination> = {}, url = receiver.origin): Promise<Receipt> =>
  page.evaluate(([id, url, more]) => client.submit(id, url, more), [id, url, more] as const);

const stored = () => page.evaluate(() => client.stored());
const idsReceived = () => receiver.received.map(({ body }) => JSON.parse(body).id as string);

/** The same visitor comes back two hours later, when the receiver is well. */
async function comeBack(): Promise<void> {
  receiver.will(behaviours.accept);
  await page.goto(`${site.origin}/?start&ahead=${twoHours}`);
  await eventually(stored).toEqual([]);
}

/** Every request was for this lead, and every whole one had the same body. */
function expectOneLead(id: string): void {
  const bodies = new Set(receiver.received.filter(({ isWhole }) => isWhole).map(({ body }) => body));
  expect(bodies.size).toBe(1);
  expect(JSON.parse([...bodies][0]!)).toMatchObject({ id, profile: { email: canary } });
}

test('a lead that is accepted at once is sent once, as a simple request, and leaves nothing behind', async () => {
  const id = uuid();
  expect(await submit(id)).toEqual({ status: 'accepted' });
  expectOneLead(id);
  expect(receiver.received).toHaveLength(1);
  expect(receiver.preflights).toBe(0);
  expect(receiver.received[0]!.headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' });
  expect(receiver.received[0]!.headers.cookie).toBeUndefined();
  expect(await stored()).toEqual([]);
});

test('personal data travels in the body alone, and stays nowhere after the receipt', async () => {
  await page.goto(`${site.origin}/unsafe?email=${canary}`);
  expect(await submit(uuid())).toEqual({ status: 'accepted' });
  expect(receiver.received[0]!.body).toContain(canary);
  expect(receiver.received[0]!.headers.referer).toBe(`${site.origin}/`);
  const kept = await page.evaluate(async () => [
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    await caches.keys(),
    (await indexedDB.databases()).map(({ name }) => name),
    await client.stored(),
  ]);
  expect(kept).toEqual([{}, {}, '', [], ['unisono-outbox'], []]);
});

test('application/json asks first, if the owner wants it', async () => {
  expect(await submit(uuid(), json)).toEqual({ status: 'accepted' });
  expect(receiver.preflights).toBe(1);
  expect(receiver.received[0]!.headers).toMatchObject({ 'content-type': 'application/json' });
});

test('204 is a receipt', async () => {
  receiver.will(behaviours.acceptEmpty);
  expect(await submit(uuid())).toEqual({ status: 'accepted' });
});

test('an empty 200 may be anybody’s: the lead is handed over, and not sent again', async () => {
  receiver.will(answering(200));
  expect(await submit(uuid())).toEqual({ status: 'handed-over' });
  expect(await stored()).toEqual([]);
});

const queued = (trouble: string) => ({ status: 'queued', trouble });
const rejected = (http: number, message?: string) => ({
  status: 'rejected',
  trouble: 'refused',
  http,
  ...(message && { message }),
});

const faults: [fault: string, behaviour: Behaviour, receipt: object, destination?: Partial<Destination>][] = [
  ['6: reset before headers', behaviours.resetBeforeHeaders, queued('network')],
  ['7: reset after the server stored it', behaviours.resetAfterStoring, queued('network')],
  ['8: truncated answer', behaviours.truncated, queued('network')],
  ['9: endless answer', behaviours.endless, queued('not-a-receipt')],
  ['9: endless answer, a byte at a time', behaviours.trickling, queued('timeout')],
  ['4: no answer within the time', behaviours.silent, queued('timeout')],
  ['10: 500', behaviours.busy, queued('busy')],
  ['11: 503 with Retry-After exposed', behaviours.busyWithPauseExposed, queued('busy')],
  ['12: 502 with Retry-After hidden', behaviours.busyWithPauseHidden, queued('busy')],
  ['14: 429 without CORS headers', behaviours.tooManyWithoutCors, queued('network')],
  ['14: 429 with CORS headers', behaviours.tooMany, queued('busy')],
  ['15: 408', behaviours.requestTimeout, queued('busy')],
  ['16: 400', behaviours.badRequest, rejected(400, 'This e-mail address cannot be.')],
  ['17: 401', behaviours.unauthorised, rejected(401)],
  ['17: 403', behaviours.forbidden, rejected(403)],
  ['18: 404, then recovery', behaviours.notFound, rejected(404, 'Not here.')],
  ['19: 410', behaviours.gone, rejected(410)],
  ['20: 413', behaviours.tooLarge, rejected(413)],
  ['22: 200 with a captive portal’s HTML', behaviours.captivePortal, queued('not-a-receipt')],
  [
    '23: 200 with {"ok":false}',
    behaviours.okFalse,
    { status: 'rejected', trouble: 'not-a-receipt', http: 200, message: 'No such list.' },
  ],
  [
    '23: 200 with {"success":false}',
    behaviours.successFalse,
    { status: 'rejected', trouble: 'not-a-receipt', http: 200, message: '' },
  ],
  ['24: preflight refused', behaviours.preflightRefused, queued('network'), json],
  ['25: preflight hangs', behaviours.preflightHanging, queued('timeout'), json],
  ['an answer that our origin may not read', behaviours.acceptWithoutCors, queued('network')],
];

test.each(faults)('fault %s: kept, and delivered later', async (_, behaviour, receipt, destination) => {
  if ('trouble' in receipt && receipt.trouble === 'timeout') await page.goto(`${site.origin}/?limit=700`);
  receiver.will(behaviour);
  const id = uuid();
  expect(await submit(id, destination)).toMatchObject(receipt);
  expect(await stored()).toMatchObject([{ id, envelope: { profile: { email: canary } }, leasedUntil: 0 }]);
  await comeBack();
  expectOneLead(id);
});

describe('when a lead is tried again', () => {
  const tries = () => receiver.received.length;
  const flushAfter = (milliseconds: number) =>
    page.evaluate(async (milliseconds) => {
      client.forward(milliseconds);
      await client.outbox.flush();
    }, milliseconds);

  test('fault 10: after 5 s, 30 s, 2 min, 10 min, 1 h, then hourly', async () => {
    receiver.will(behaviours.busy);
    await submit(uuid());
    for (const [index, seconds] of [5, 30, 120, 600, 3_600, 3_600].entries()) {
      await flushAfter((seconds - 1) * 1_000);
      expect(tries()).toBe(index + 1);
      await flushAfter(1_000);
      expect(tries()).toBe(index + 2);
    }
  });

  test('fault 11: never before a Retry-After, not even when the page comes online', async () => {
    receiver.will(behaviours.busyWithPauseExposed);
    await submit(uuid());
    await page.goto(`${site.origin}/?start&ahead=110000`);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await flushAfter(0);
    expect(tries()).toBe(1);
    receiver.will(behaviours.accept);
    // By the worst of chance a pause is half as long again.
    await flushAfter(70_000);
    await eventually(stored).toEqual([]);
  });

  test('fault 13: a Retry-After date against a clock ten years off', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const exposed = 'retry-after, date';
    await page.goto(`${site.origin}/?ahead=${-10 * 365 * 86_400_000}`);
    receiver.will(
      answering(503, '', { 'retry-after': inAMinute, date: new Date().toUTCString() }, { exposed }),
    );
    await submit(uuid());
    await flushAfter(50_000);
    expect(tries()).toBe(1);
    await flushAfter(45_000);
    expect(tries()).toBe(2);
  });

  test('fault 14: a 429 without a Retry-After waits a minute', async () => {
    receiver.will(behaviours.tooMany);
    await submit(uuid());
    await flushAfter(59_000);
    expect(tries()).toBe(1);
    await flushAfter(32_000);
    expect(tries()).toBe(2);
  });

  test('fault 16: what was refused is tried once more on each page load, and no more often', async () => {
    receiver.will(behaviours.badRequest);
    await submit(uuid());
    await flushAfter(twoHours);
    expect(tries()).toBe(1);
    await page.goto(`${site.origin}/?start`);
    await eventually(tries).toBe(2);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await flushAfter(twoHours);
    expect(tries()).toBe(2);
  });
});

describe('fault 1: offline at submit', () => {
  test('the lead waits and goes by itself when the network is back, oldest first', async () => {
    await page.goto(`${site.origin}/?start`);
    await context.setOffline(true);
    const ids = [uuid(), uuid(), uuid()];
    for (const id of ids) expect(await submit(id)).toMatchObject(queued('network'));
    expect(await stored()).toHaveLength(3);
    await context.setOffline(false);
    await eventually(stored).toEqual([]);
    expect(idsReceived()).toEqual(ids);
    const later = await page.evaluate(() => client.later);
    expect(later.filter(({ receipt }) => receipt.status === 'accepted').map(({ id }) => id)).toEqual(ids);
  });
});

test('fault 2: offline mid-body', async () => {
  await page.goto(`${site.origin}/?limit=700`);
  receiver.will(behaviours.neverReading);
  const id = uuid();
  const receipt = page.evaluate(([id, url]) => client.submit(id, url, {}, 'long '.repeat(5_000)), [
    id,
    receiver.origin,
  ] as const);
  await eventually(() => receiver.received.length).toBe(1);
  await context.setOffline(true);
  expect(await receipt).toMatchObject({ status: 'queued' });
  await context.setOffline(false);
  await comeBack();
  expectOneLead(id);
});

describe('receivers that cannot be reached', () => {
  test('fault 3: name lookup fails', async () => {
    expect(await submit(uuid(), {}, 'http://nowhere.invalid/')).toMatchObject(queued('network'));
    expect(await stored()).toHaveLength(1);
  });

  test('fault 4: connect times out', async () => {
    const mute = await startMuteServer();
    await page.goto(`${site.origin}/?limit=700`);
    const receipt = await submit(uuid(), {}, `https://127.0.0.1:${mute.port}/`);
    await mute.close();
    expect(receipt).toMatchObject(queued('timeout'));
    expect(await stored()).toHaveLength(1);
  });

  test('fault 5: TLS error', async () => {
    const receipt = await submit(uuid(), {}, receiver.origin.replace('http:', 'https:'));
    expect(receipt).toMatchObject(queued('network'));
    expect(await stored()).toHaveLength(1);
  });

  test('fault 26: CSP connect-src blocks', async () => {
    const id = uuid();
    await page.goto(`${site.origin}/csp`);
    expect(await submit(id)).toMatchObject(queued('network'));
    await comeBack();
    expectOneLead(id);
  });

  test('fault 27: request aborted by a blocker', async () => {
    const id = uuid();
    await context.route(`${receiver.origin}**`, (route) => route.abort('blockedbyclient'));
    expect(await submit(id)).toMatchObject(queued('network'));
    await context.unroute(`${receiver.origin}**`);
    await comeBack();
    expectOneLead(id);
  });

  test('one endpoint’s trouble does not hold up another', async () => {
    const ids = [uuid(), uuid()] as const;
    for (const one of [receiver, elsewhere]) one.will(behaviours.busy);
    await submit(ids[0], {}, elsewhere.origin);
    await submit(ids[1]);
    elsewhere.will(behaviours.silent);
    receiver.will(behaviours.accept);
    await page.evaluate(() => {
      client.forward(10_000);
      void client.outbox.flush();
    });
    await eventually(async () => (await stored()).map(({ id }) => id)).toEqual([ids[0]]);
    expect(elsewhere.received).toHaveLength(2);
  });
});

describe('fault 21: cross-origin redirect', () => {
  test.each([301, 302, 303, 307, 308])('a %d is not followed, and is no receipt', async (status) => {
    const id = uuid();
    elsewhere.will(behaviours.accept);
    receiver.will(answering(status, '', { location: elsewhere.origin }));
    expect(await submit(id)).toEqual({ status: 'rejected', trouble: 'redirected' });
    expect(elsewhere.received).toEqual([]);
    await comeBack();
    expectOneLead(id);
  });
});

describe('a receiver whose answer cannot be read', () => {
  const unreadable = { readable: false };

  test('is handed the lead once', async () => {
    receiver.will(behaviours.acceptWithoutCors);
    expect(await submit(uuid(), unreadable)).toEqual({ status: 'handed-over' });
    expect(await stored()).toEqual([]);
    expect(receiver.received).toHaveLength(1);
  });

  test('gets a simple request, whatever its owner asks for', async () => {
    receiver.will(behaviours.acceptWithoutCors);
    expect(await submit(uuid(), { ...unreadable, ...json })).toEqual({ status: 'handed-over' });
    expect(receiver.received[0]!.headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' });
    expect(receiver.preflights).toBe(0);
  });

  test('gets it later if there was no answer at all', async () => {
    const id = uuid();
    receiver.will(behaviours.resetBeforeHeaders);
    expect(await submit(id, unreadable)).toMatchObject(queued('network'));
    await comeBack();
    expectOneLead(id);
  });

  test('is not handed it twice by itself when it says nothing; the person decides', async () => {
    const id = uuid();
    await page.goto(`${site.origin}/?limit=700`);
    receiver.will(behaviours.silent);
    expect(await submit(id, unreadable)).toEqual({ status: 'interrupted', trouble: 'timeout' });
    expect(receiver.received).toHaveLength(1);

    receiver.will(behaviours.accept);
    for (const address of ['/?start', `/?start&ahead=${twoHours}`]) {
      await page.goto(site.origin + address);
      await page.evaluate(async () => {
        dispatchEvent(new Event('online'));
        await client.outbox.flush();
      });
      expect(await page.evaluate(() => client.outbox.list())).toMatchObject([{ id, status: 'interrupted' }]);
    }
    expect(receiver.received).toHaveLength(1);

    expect(await page.evaluate((id) => client.outbox.retry(id), id)).toEqual({ status: 'handed-over' });
    expectOneLead(id);
    expect(await stored()).toEqual([]);
  });

  test('and says nothing, where there is no storage either: nothing is called sent or lost', async () => {
    await page.goto(`${site.origin}/?limit=700`);
    await page.evaluate(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Denied', 'SecurityError');
      };
    });
    receiver.will(behaviours.silent);
    expect(await submit(uuid(), unreadable)).toEqual({ status: 'interrupted', trouble: 'timeout' });
    expect(receiver.received).toHaveLength(1);
  });

  test('fault 28: is not handed it twice by itself when the tab was closed in between; the person decides', async () => {
    const id = uuid();
    receiver.will(behaviours.silent);
    void submit(id, unreadable).catch(() => {});
    await eventually(() => receiver.received.length).toBe(1);
    await page.close();

    page = await open(`/?start&ahead=${twoHours}`);
    await page.evaluate(() => client.outbox.flush());
    expect(await page.evaluate(() => client.outbox.list())).toMatchObject([{ id, status: 'interrupted' }]);
    expect(receiver.received).toHaveLength(1);

    receiver.will(behaviours.accept);
    expect(await page.evaluate((id) => client.outbox.retry(id), id)).toEqual({ status: 'handed-over' });
    expectOneLead(id);
    expect(await stored()).toEqual([]);
  });
});

describe('the page goes away while a lead is sent', () => {
  const leave: [string, () => Promise<unknown>][] = [
    ['28: tab closed', () => page.close()],
    ['29: navigation', () => page.goto(`${site.origin}/empty`)],
    ['35: the sending tab killed', () => page.goto('chrome://crash').catch(() => {})],
  ];
  test.each(leave)('fault %s', async (_, go) => {
    const id = uuid();
    receiver.will(behaviours.silent);
    void submit(id).catch(() => {});
    await eventually(() => receiver.received.length).toBe(1);
    await go();
    page = await open();
    await comeBack();
    expectOneLead(id);
  });
});

test('fault 33: double click, Enter and requestSubmit at once are one lead', async () => {
  const id = uuid();
  const receipts = await page.evaluate(
    ([id, url]) => Promise.all([client.submit(id, url), client.submit(id, url), client.submit(id, url)]),
    [id, receiver.origin] as const,
  );
  expect(receipts.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(receiver.received).toHaveLength(1);
});

test('fault 34: five tabs flushing send each lead once', async () => {
  receiver.will(behaviours.busy);
  const ids = Array.from({ length: 12 }, () => uuid());
  for (const id of ids) await submit(id);
  receiver.received.length = 0;
  receiver.will(behaviours.accept);

  const tabs = await Promise.all(Array.from({ length: 5 }, () => open(`/?start&ahead=${twoHours}`)));
  await eventually(stored).toEqual([]);
  await Promise.all(tabs.map((tab) => tab.evaluate(() => client.outbox.flush())));
  expect(idsReceived()).toEqual(ids);
});

test('fault 34: five tabs drain many leads, one at a time, oldest first', async () => {
  receiver.will(behaviours.busy);
  const ids = Array.from({ length: Number(process.env.UNISONO_LEADS ?? 50) }, () => uuid());
  await submit(ids[0]!);
  // As if the others had been pressed one after the other, which would take longer than all the rest.
  await page.evaluate((ids) => client.alsoFor(ids), ids.slice(1));
  receiver.received.length = 0;
  receiver.mostAtOnce = 0;
  receiver.will(behaviours.acceptLate);

  await Promise.all(Array.from({ length: 5 }, () => open(`/?start&ahead=${twoHours}`)));
  await expect.poll(stored, { interval: 2_000, timeout: 120_000 }).toEqual([]);
  expect(idsReceived()).toEqual(ids);
  expect(receiver.mostAtOnce).toBe(1);
});

describe('storage', () => {
  test('fault 36: quota full: the lead is sent all the same, and never called saved', async () => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
    expect(await submit(uuid())).toEqual({ status: 'accepted' });
    receiver.will(behaviours.busy);
    expect(await submit(uuid())).toEqual({ status: 'unsaved', trouble: 'busy', storage: 'no-storage' });
  });

  test('fault 37: storage throws, as in a sandboxed frame', async () => {
    receiver.will(behaviours.accept, behaviours.badRequest);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      frame.src = '/';
      document.body.append(frame);
    });
    const frame = await expect
      .poll(() => page.frames()[1])
      .toBeTruthy()
      .then(() => page.frames()[1]!);
    await frame.waitForFunction(() => 'client' in globalThis);
    const send = () =>
      frame.evaluate(([id, url]) => client.submit(id, url), [uuid(), receiver.origin] as const);
    expect(await send()).toEqual({ status: 'accepted' });
    expect(await send()).toEqual({ status: 'unsaved', trouble: 'refused', storage: 'no-storage' });
    expect(await frame.evaluate(() => client.outbox.list())).toEqual([]);
  });

  test('fault 39: site data cleared mid-visit', async () => {
    const devtools = await context.newCDPSession(page);
    const clear = () =>
      devtools.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'all' });

    receiver.will(behaviours.busy);
    expect(await submit(uuid())).toMatchObject(queued('busy'));
    await clear();
    expect(await stored()).toEqual([]);
    expect(await submit(uuid())).toMatchObject(queued('busy'));
    expect(await stored()).toHaveLength(1);

    // Cleared while the request is on its way: what is not stored any more is not called saved.
    await page.goto(`${site.origin}/?limit=700`);
    receiver.will(behaviours.silent);
    const receipt = submit(uuid());
    await eventually(() => receiver.received.length).toBe(3);
    await clear();
    expect(await receipt).toEqual({ status: 'unsaved', trouble: 'timeout', storage: 'no-storage' });
  });
});

test('fault 41: a page that overrides fetch, JSON and Array.prototype after our script ran', async () => {
  const { text, status } = await page.evaluate(
    async ([id, url]) => {
      const envelope = {
        version: 1,
        id,
        createdAt: '2026-11-23T10:00:00.000Z',
        consents: [],
        list: ['a', 'b'],
      };
      const destination = { url, readable: true, contentType: 'text/plain' } as const;
      const { stringify, parse } = JSON;
      const text = stringify(envelope);
      const methods: Record<string, PropertyDescriptor> = {};
      for (const name of Object.getOwnPropertyNames(Array.prototype)) {
        methods[name] = Object.getOwnPropertyDescriptor(Array.prototype, name)!;
      }
      globalThis.fetch = () => Promise.reject(new Error('hostile'));
      JSON.stringify = () => 'hostile';
      JSON.parse = () => ({ ok: false });
      for (const [name, { value }] of Object.entries(methods)) {
        if (typeof value === 'function' && name !== 'constructor') Array.prototype[name as 'map'] = () => [];
      }
      (Array.prototype as { toJSON?: unknown }).toJSON = () => 'hostile';

      const { status } = await client.outbox.submit(envelope as never, destination);

      // The test's own way back to Node needs them.
      Object.assign(JSON, { stringify, parse });
      Object.defineProperties(Array.prototype, methods);
      delete (Array.prototype as { toJSON?: unknown }).toJSON;
      return { text, status };
    },
    [uuid(), receiver.origin] as const,
  );
  expect(status).toBe('accepted');
  expect(receiver.received.map(({ body }) => body)).toEqual([text]);
});
