import type { Destination } from '../../../src/delivery/destination.ts';
import type { OutboxRecord } from '../../../src/delivery/outbox-record.ts';
import type { Receipt } from '../../../src/delivery/receipt.ts';
import type { Engine } from '../browsers/engine.ts';
import {
  answering,
  type Behaviour,
  behaviours,
  startFaultyReceiver,
  startMuteServer,
} from '../faulty-receiver.ts';
import { demand, type Scene, twoHours, until } from './scene.ts';

export interface Fault {
  number: number;
  /** As the catalogue (docs/faults.md) calls it. */
  name: string;
  /** Why an engine cannot be brought into it. */
  cannot?: Partial<Record<Engine['name'], string>>;
  /** Whether it ends the browser, or changes all of it. */
  needsOwnBrowser?: true;
  /** Whether it is quick enough for `npm test`. */
  isQuick?: true;
  suffer(scene: Scene): Promise<void>;
}

type Status = Receipt['status'];

const json: Partial<Destination> = { contentType: 'application/json' };
const tenYears = 3_652 * 86_400_000;

/** The receiver answers like one of these, and is well two hours later. */
const meets =
  (
    some: readonly Behaviour[],
    expected: Status,
    { limit, more }: { limit?: number; more?: Partial<Destination> } = {},
  ) =>
  async (scene: Scene) => {
    await scene.visit({ limit });
    scene.receiver.will(some[Math.floor(scene.random() * some.length)]!);
    await scene.send({ expected: [expected], more: more ?? (scene.random() < 0.3 ? json : {}) });
    await scene.comeBack();
  };

/** The tab is lost while a lead is on its way. */
const lostOnItsWay = (lose: (scene: Scene) => Promise<unknown>) => async (scene: Scene) => {
  await scene.visit();
  scene.receiver.will(behaviours.silent);
  await scene.begin();
  await lose(scene);
  await scene.comeBack();
};

const count = (scene: Scene) => scene.receiver.received.length;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const goOnline = (scene: Scene) => scene.tab.run(() => void dispatchEvent(new Event('online')));

const noOffline = 'its driver cannot take the network away';
const noProfile = 'what it stores in a driven session ends with the session';

/** Each fault, and how it is brought about. */
export const faults: readonly Fault[] = [
  {
    number: 1,
    name: 'The device is offline when the button is pressed',
    cannot: { WebKitGTK: noOffline },
    isQuick: true,
    async suffer(scene) {
      const { setOffline } = scene.browser.powers;
      await scene.visit({ start: true });
      await setOffline!(true);
      try {
        const ids = await scene.send({ expected: ['queued'] });
        await setOffline!(false);
        await until('an empty outbox', async () => (await scene.stored()).length === 0);
        demand(scene.ledger.kept().join() === ids.join(), 'they did not go oldest first');
      } finally {
        await setOffline!(false);
      }
    },
  },
  {
    number: 2,
    name: 'The network goes while the lead is on its way',
    isQuick: true,
    suffer: meets([behaviours.cutMidBody], 'queued'),
  },
  {
    number: 3,
    name: 'The name of the receiver is not found',
    async suffer(scene) {
      await scene.visit();
      const ids = await scene.send({ to: 'http://nowhere.invalid/', expected: ['queued'] });
      await scene.visit();
      demand((await scene.stored()).length === ids.length, 'they do not wait');
    },
  },
  {
    number: 4,
    name: 'No connection comes about, or no answer within the time a request is given',
    async suffer(scene) {
      const mute = await startMuteServer();
      await scene.visit({ limit: 700 });
      await scene.send({ to: `http://127.0.0.1:${mute.port}/`, count: 1, expected: ['queued'] });
      await mute.close();
      const well = await startFaultyReceiver(mute.port);
      scene.elsewhere.received = well.received;
      await meets([behaviours.silent], 'queued', { limit: 700 })(scene).finally(well.close);
    },
  },
  {
    number: 5,
    name: 'The encrypted connection fails (TLS)',
    async suffer(scene) {
      await scene.visit();
      const to = scene.receiver.origin.replace('http:', 'https:');
      const ids = await scene.send({ to, expected: ['queued'] });
      await scene.visit();
      demand((await scene.stored()).length === ids.length, 'they do not wait');
    },
  },
  {
    number: 6,
    name: 'The connection is reset before an answer',
    suffer: meets([behaviours.resetBeforeHeaders], 'queued'),
  },
  {
    number: 7,
    name: 'The connection is reset after the receiver stored the lead',
    isQuick: true,
    suffer: meets([behaviours.resetAfterStoring], 'queued'),
  },
  { number: 8, name: 'The answer breaks off', suffer: meets([behaviours.truncated], 'queued') },
  {
    number: 9,
    name: 'The answer has no end',
    suffer: meets([behaviours.endless, behaviours.trickling], 'queued', { limit: 2_000 }),
  },
  { number: 10, name: '`500`', isQuick: true, suffer: meets([behaviours.busy], 'queued') },
  {
    number: 11,
    name: '`502` or `503` with a `Retry-After` that the page may read',
    async suffer(scene) {
      await scene.visit();
      scene.receiver.will(behaviours.busyWithPauseExposed);
      await scene.send({ expected: ['queued'] });
      const before = count(scene);
      await scene.visit({ start: true, ahead: 100_000 - 10_000 * scene.random() });
      await goOnline(scene);
      await scene.tab.run(() => client.outbox.flush());
      demand(count(scene) === before, 'it was tried within the pause');
      await scene.comeBack();
    },
  },
  {
    number: 12,
    name: 'The same, but the page may not read `Retry-After`',
    suffer: meets([behaviours.busyWithPauseHidden], 'queued'),
  },
  {
    number: 13,
    name: '`Retry-After` gives a date, and the clock of the device is wrong',
    async suffer(scene) {
      const ahead = (scene.random() < 0.5 ? -1 : 1) * tenYears;
      const date = (milliseconds: number) => new Date(Date.now() + milliseconds).toUTCString();
      await scene.visit({ ahead });
      scene.receiver.will(
        answering(503, '', { 'retry-after': date(60_000), date: date(0) }, { exposed: 'retry-after, date' }),
      );
      await scene.send({ expected: ['queued'] });
      const before = count(scene);
      await scene.visit({ start: true, ahead: ahead + 30_000 });
      await scene.tab.run(() => client.outbox.flush());
      demand(count(scene) === before, 'it was tried within the pause');
      await scene.comeBack({ ahead: ahead + twoHours });
    },
  },
  {
    number: 14,
    name: '`429`, with or without CORS headers',
    suffer: meets([behaviours.tooMany, behaviours.tooManyWithoutCors], 'queued'),
  },
  { number: 15, name: '`408`', suffer: meets([behaviours.requestTimeout], 'queued') },
  { number: 16, name: '`400`', isQuick: true, suffer: meets([behaviours.badRequest], 'rejected') },
  {
    number: 17,
    name: '`401` or `403`',
    suffer: meets([behaviours.unauthorised, behaviours.forbidden], 'rejected'),
  },
  {
    number: 18,
    name: '`404`, and later the receiver is back',
    suffer: meets([behaviours.notFound], 'rejected'),
  },
  { number: 19, name: '`410`', suffer: meets([behaviours.gone], 'rejected') },
  { number: 20, name: '`413`', suffer: meets([behaviours.tooLarge], 'rejected') },
  {
    number: 21,
    name: 'The receiver redirects to another host',
    async suffer(scene) {
      const status = [301, 302, 303, 307, 308][Math.floor(scene.random() * 5)]!;
      await meets([answering(status, '', { location: scene.elsewhere.origin })], 'rejected', { more: {} })(
        scene,
      );
      demand(scene.elsewhere.received.length === 0, 'the redirect was followed');
    },
  },
  {
    number: 22,
    name: 'A hotel’s login page answers `200` in the receiver’s place',
    isQuick: true,
    suffer: meets([behaviours.captivePortal], 'queued'),
  },
  {
    number: 23,
    name: '`200` with `{"ok": false}` or the like',
    suffer: meets([behaviours.okFalse, behaviours.successFalse], 'rejected'),
  },
  {
    number: 24,
    name: 'The receiver refuses the browser’s question beforehand (preflight)',
    isQuick: true,
    suffer: meets([behaviours.preflightRefused], 'queued', { more: json }),
  },
  {
    number: 25,
    name: 'That question is not answered',
    suffer: meets([behaviours.preflightHanging], 'queued', { more: json, limit: 700 }),
  },
  {
    number: 26,
    name: 'The page’s own policy forbids the address (`connect-src`)',
    async suffer(scene) {
      await scene.visit({ path: '/csp' });
      await scene.send({ expected: ['queued'] });
      demand(count(scene) === 0, 'the policy did not hold');
      await scene.comeBack();
    },
  },
  {
    number: 27,
    name: 'A blocker in the browser stops the request',
    async suffer(scene) {
      const { block } = scene.browser.powers;
      await scene.visit();
      await block!(scene.receiver.origin);
      try {
        await scene.send({ expected: ['queued'] });
      } finally {
        await block!(null);
      }
      demand(count(scene) === 0, 'the blocker did not hold');
      await scene.comeBack();
    },
  },
  {
    number: 28,
    name: 'The tab is closed while the lead is sent',
    isQuick: true,
    suffer: lostOnItsWay(async (scene) => {
      const { tab } = scene;
      await scene.open({ path: '/empty' });
      await tab.close();
    }),
  },
  {
    number: 29,
    name: 'The visitor goes to another page meanwhile',
    suffer: lostOnItsWay((scene) => scene.visit({ path: '/empty' })),
  },
  {
    number: 30,
    name: 'The browser is quit',
    cannot: { WebKitGTK: noProfile },
    needsOwnBrowser: true,
    async suffer(scene) {
      await scene.visit();
      scene.receiver.will(behaviours.busy);
      await scene.send({ expected: ['queued'] });
      await scene.restart('quit');
      await scene.comeBack();
    },
  },
  {
    number: 31,
    name: 'The browser is killed, at once or half a second after “Saved on this device.”',
    cannot: { WebKitGTK: noProfile },
    needsOwnBrowser: true,
    async suffer(scene) {
      await scene.visit();
      if (scene.random() < 0.3) {
        scene.receiver.will(behaviours.silent);
        await scene.begin();
      } else {
        scene.receiver.will(behaviours.busy);
        await scene.send({ expected: ['queued'] });
        await pause([0, 0, 100, 500][Math.floor(4 * scene.random())]!);
      }
      await scene.restart('kill');
      await scene.comeBack();
    },
  },
  {
    number: 32,
    name: 'The page comes back from the back-forward cache',
    async suffer(scene) {
      await scene.visit({ start: true });
      scene.receiver.will(behaviours.busy);
      await scene.send({ count: 1, expected: ['queued'] });
      await scene.visit({ path: '/empty' });
      scene.receiver.will(behaviours.accept);
      // The driver has asked after this by then, however busy the machine is.
      await scene.tab.run(() => void setTimeout(() => history.back(), 500));
      await pause(800);
      await until('the page', () => scene.tab.run(() => 'client' in globalThis).catch(() => false));
      demand(await scene.tab.run(() => client.isBack()), 'the page was loaded anew');
      await until('an empty outbox', async () => (await scene.stored()).length === 0);
    },
  },
  {
    number: 33,
    name: 'Double click, Enter and a script press the button at once',
    isQuick: true,
    async suffer(scene) {
      await scene.visit();
      const times = 2 + Math.floor(5 * scene.random());
      const id = `00000000-0000-4000-8000-${`${times}`.padStart(12, '0')}`;
      scene.ledger.pressed.add(id);
      const receipts = await scene.tab.run(
        ([id, to, times]) => Promise.all(Array.from({ length: times }, () => client.submit(id, to))),
        [id, scene.receiver.origin, times] as const,
      );
      for (const receipt of receipts) scene.ledger.say(id, receipt);
      demand(count(scene) === 1, `it was sent ${count(scene)} times`);
    },
  },
  {
    number: 34,
    name: 'Five tabs find the same waiting leads',
    async suffer(scene) {
      await scene.visit();
      scene.receiver.will(behaviours.busy);
      const ids = await scene.send({ count: 5 + Math.floor(10 * scene.random()), more: {} });
      const before = count(scene);
      scene.receiver.will(behaviours.accept);
      await Promise.all(Array.from({ length: 5 }, () => scene.open({ start: true, ahead: twoHours })));
      await until('an empty outbox', async () => (await scene.stored()).length === 0);
      demand(scene.ledger.kept().join() === ids.join(), 'they did not go oldest first');
      demand(count(scene) - before === ids.length, 'some were sent twice');
    },
  },
  {
    number: 35,
    name: 'The tab that sends is frozen or killed',
    async suffer(scene) {
      const { crash } = scene.browser.powers;
      const first = await scene.visit({ limit: 1_000 });
      scene.receiver.will(behaviours.silent, behaviours.accept);
      const id = await scene.begin();
      if (crash && scene.random() < 0.5) await crash(first);
      else
        await first.run(() => {
          const freeze = () => {
            const end = Date.now() + 4_000;
            while (Date.now() < end);
          };
          setTimeout(freeze, 50);
        });
      // A minute on: the claim of the tab that was sending has run out.
      await scene.open({ start: true, ahead: 60_000 });
      await until('an empty outbox', async () => (await scene.stored()).length === 0);
      demand(scene.ledger.kept().join() === id, 'it was not sent once');
    },
  },
  {
    number: 36,
    name: 'The storage of the browser is full',
    cannot: { WebKitGTK: 'its driver cannot limit the storage' },
    needsOwnBrowser: true,
    async suffer(scene) {
      await scene.visit();
      await scene.browser.powers.fillStorage!(scene.origin);
      await scene.send({ expected: ['accepted'], more: {} });
      scene.receiver.will(behaviours.busy);
      await scene.send({ expected: ['unsaved'], more: {} });
    },
  },
  {
    number: 37,
    name: 'The storage is forbidden or broken, as in a sandboxed frame',
    isQuick: true,
    async suffer(scene) {
      await scene.visit({ path: '/sandboxed' });
      await scene.send({ expected: ['accepted'], more: {} });
      scene.receiver.will(scene.random() < 0.5 ? behaviours.busy : behaviours.badRequest);
      await scene.send({ expected: ['unsaved'], more: {} });
    },
  },
  {
    number: 38,
    name: 'The database is blocked, has another version, or holds damaged records',
    async suffer(scene) {
      await scene.visit({ patience: 1_000 });
      scene.receiver.will(behaviours.busy);
      await scene.send({ expected: ['queued'], more: {} });
      await put(scene, { id: 'damaged', version: 1, size: 'much' });
      // Somebody holds a connection, and a deletion waits for its end: so does everybody else.
      await scene.tab.run(
        () =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('unisono-outbox');
            opening.onsuccess = () => {
              Object.assign(window, { held: opening.result });
              indexedDB.open('unisono-outbox', 7).onblocked = () => resolve();
            };
          }),
      );
      await scene.send({ count: 1, expected: ['unsaved'], more: {} });
      scene.receiver.will(behaviours.accept);
      await scene.send({ count: 1, expected: ['accepted'], more: {} });
      await scene.tab.run(() => (window as unknown as { held: IDBDatabase }).held.close());
      await scene.visit({ start: true, ahead: twoHours });
      await until('the damaged record alone', async () => (await scene.stored()).join() === 'damaged');
    },
  },
  {
    number: 39,
    name: 'The visitor clears the site’s data during the visit',
    async suffer(scene) {
      await scene.visit();
      scene.receiver.will(behaviours.busy);
      await scene.send({ count: 1, expected: ['queued'], more: {} });
      await forget(scene);
      // What was cleared is nobody's any more.
      for (const id of scene.ledger.pressed) scene.ledger.forget(id);
      await scene.send({ expected: ['queued'], more: {} });
      await scene.comeBack();
      await scene.visit({ limit: 3_000 });
      scene.receiver.will(behaviours.silent);
      const id = await scene.begin();
      await forget(scene);
      await until('the words', async () => (await scene.tab.run(() => client.later.length)) > 0);
      const [news] = await scene.tab.run(() => client.later);
      demand(news?.id === id && news.receipt.status === 'unsaved', `it says ${JSON.stringify(news)}`);
    },
  },
  {
    number: 40,
    name: 'The clock is ten years off, or jumps back',
    async suffer(scene) {
      const jump = scene.random() < 0.5 ? -tenYears : tenYears;
      await scene.visit({ ahead: jump });
      scene.receiver.will(behaviours.busy);
      const ids = await scene.send({ expected: ['queued'] });
      const back = scene.random() < 0.5 ? { ahead: 1 } : { ahead: jump + twoHours };
      // Ten years on by the clock: the visitor is asked, and wants it sent.
      if (jump + twoHours < back.ahead) {
        scene.receiver.will(behaviours.accept);
        await scene.visit({ start: true, ...back });
        const told = await scene.tab.run(async () =>
          (await client.outbox.list()).map(({ status }) => status),
        );
        demand(told.join() === ids.map(() => 'stale').join(), `the visitor is told ${told}`);
        demand(count(scene) === ids.length, 'what is old was sent without a word');
        for (const id of ids)
          scene.ledger.say(id, (await scene.tab.run((id) => client.outbox.retry(id), id))!);
      }
      await scene.comeBack(back);
    },
  },
  {
    number: 41,
    name: 'The page replaces `fetch`, `JSON` or `Array.prototype` after our script ran',
    async suffer(scene) {
      await scene.visit();
      const id = '00000000-0000-4000-8000-000000000041';
      scene.ledger.pressed.add(id);
      const { text, receipt } = await scene.tab.run(hostile, [id, scene.receiver.origin] as const);
      scene.ledger.say(id, receipt);
      demand(receipt.status === 'accepted', `it says ${JSON.stringify(receipt)}`);
      demand(scene.receiver.received[0]?.body === text, 'the page has changed it');
    },
  },
  {
    number: 42,
    name: 'Two versions of the script on one page, or an older one after a newer one',
    async suffer(scene) {
      await scene.visit();
      const newer = { id: 'newer', version: 9, destination: { url: scene.receiver.origin, readable: true } };
      scene.receiver.will(behaviours.busy);
      const ids = await scene.send({ expected: ['queued'] });
      await put(scene, newer);
      const before = count(scene);
      scene.receiver.will(behaviours.accept);
      await scene.visit({ path: '/twice', start: true, ahead: twoHours });
      await until('the newer record alone', async () => (await scene.stored()).join() === 'newer');
      demand(count(scene) - before === ids.length, 'some were sent twice');
    },
  },
];

/** Puts into the database what another script might have put there. */
const put = (scene: Scene, record: { id: string; [name: string]: unknown }) =>
  scene.tab.run(
    (record) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('unisono-outbox');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('leads', 'readwrite');
          transaction.objectStore('leads').put(record as unknown as OutboxRecord);
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
          opening.result.close();
        };
      }),
    record,
  );

/** Clears what the site has stored, as the browser's settings would. */
async function forget(scene: Scene): Promise<void> {
  await scene.tab.run(async () => void (await fetch('/forget')));
  await until('a cleared database', async () => (await scene.stored()).length === 0);
}

/** Sends from a page that is hostile, and puts everything back. */
async function hostile([id, url]: readonly [string, string]): Promise<{ text: string; receipt: Receipt }> {
  const envelope = { version: 1, id, createdAt: '2026-11-23T10:00:00.000Z', consents: [], list: ['a', 'b'] };
  const destination = { url, readable: true, contentType: 'text/plain' } as const;
  const { stringify, parse } = JSON;
  const { fetch } = globalThis;
  const text = stringify(envelope);
  const methods: Record<string, PropertyDescriptor> = {};
  for (const name of Object.getOwnPropertyNames(Array.prototype))
    methods[name] = Object.getOwnPropertyDescriptor(Array.prototype, name)!;
  globalThis.fetch = () => Promise.reject(new Error('hostile'));
  JSON.stringify = () => 'hostile';
  JSON.parse = () => ({ ok: false });
  for (const [name, { value }] of Object.entries(methods))
    if (typeof value === 'function' && name !== 'constructor') Array.prototype[name as 'map'] = () => [];
  (Array.prototype as { toJSON?: unknown }).toJSON = () => 'hostile';
  try {
    return { text, receipt: await client.outbox.submit(envelope as never, destination) };
  } finally {
    Object.assign(JSON, { stringify, parse });
    Object.defineProperties(Array.prototype, methods);
    delete (Array.prototype as { toJSON?: unknown }).toJSON;
    globalThis.fetch = fetch;
  }
}
