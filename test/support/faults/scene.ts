import type { Destination } from '../../../src/delivery/destination.ts';
import type { Receipt } from '../../../src/delivery/receipt.ts';
import { seededChance } from '../../../src/roi/chance/seeded-chance.ts';
import type { Engine, RunningBrowser, Tab } from '../browsers/engine.ts';
import { found } from '../browsers/process-group.ts';
import { newProfile, removeProfile } from '../browsers/profile.ts';
import { behaviours, type FaultyReceiver, startFaultyReceiver } from '../faulty-receiver.ts';
import { startFaultsPage } from './faults-page.ts';
import { Ledger } from './ledger.ts';

export const twoHours = 2 * 3_600_000;

/** A page of the site, and how it is set: see `faults-client.ts`. */
export interface Visit {
  path?: string;
  start?: boolean;
  ahead?: number;
  limit?: number | undefined;
  patience?: number;
}

/** How leads are sent: as many as chance wants, in words that chance wants, unless something else is said. */
interface Sending {
  to?: string;
  more?: Partial<Destination> | undefined;
  count?: number;
  /** What the visitor may be told. */
  expected?: Receipt['status'][];
}

/** A visitor in a real browser, a site and a receiver. */
export interface Scene {
  engine: Engine;
  /** The browser that the scene has now. */
  readonly browser: RunningBrowser;
  receiver: FaultyReceiver;
  elsewhere: FaultyReceiver;
  ledger: Ledger;
  /** From 0 to 1. */
  random(): number;
  /** The tab that the visitor looks at. */
  readonly tab: Tab;
  origin: string;
  address(visit: Visit): string;
  /** Goes to a page of the site; in a tab of its own where there is none yet. */
  visit(visit?: Visit): Promise<Tab>;
  /** Opens one more tab, which is the one that the visitor looks at from now on. */
  open(visit?: Visit): Promise<Tab>;
  /** Presses the button, and waits for the words. @returns the ids */
  send(sending?: Sending): Promise<string[]>;
  /** Presses the button, and does not wait for more than the request. */
  begin(more?: Partial<Destination>): Promise<string>;
  stored(): Promise<string[]>;
  /** Comes back two hours later, when all is well, until nothing waits any more. */
  comeBack(visit?: Visit): Promise<void>;
  /** Notes what was said later than the press on the button. */
  hear(): Promise<void>;
  /** Ends this browser, and starts another one on what it has stored. */
  restart(end: 'quit' | 'kill'): Promise<void>;
}

/** Fails the scenario, in words. */
export function demand(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(what);
}

/** @returns once it is so */
export const until = (what: string, look: () => boolean | Promise<boolean>) =>
  found(what, async () => (await look()) || null);

const letters = 'Please call me. Perché no? 価格 🙂 "\\\u2028 ';

/**
 * Sets a scene, plays it and holds what was said against what is there.
 * @param browser one that many scenes share; without it the scene has its own, which may be ended
 * @returns what was wrong: nothing
 */
export async function play(
  engine: Engine,
  seed: number,
  suffer: (scene: Scene) => Promise<void>,
  shared?: RunningBrowser,
): Promise<{ wrong: string[]; statements: number }> {
  const chance = seededChance(seed);
  for (let draw = 0; draw < 20; draw++) chance.uniform();
  const random = chance.uniform;
  const [site, receiver, elsewhere] = await Promise.all([
    startFaultsPage(),
    startFaultyReceiver(),
    startFaultyReceiver(),
  ]);
  const profile = await newProfile();
  const ledger = new Ledger(() => [...receiver.received, ...elsewhere.received]);
  let browser = shared ?? (await engine.start(profile));
  let tab: Tab | undefined;
  const tabs = new Set<Tab>();
  let next = 0;

  const scene: Scene = {
    engine,
    receiver,
    elsewhere,
    ledger,
    random,
    origin: site.origin,
    get browser() {
      return browser;
    },
    get tab() {
      return tab!;
    },
    address({ path = '/', start, ...numbers }) {
      const query = new URLSearchParams(start ? { start: '' } : {});
      for (const [name, value] of Object.entries(numbers)) if (value) query.set(name, `${value}`);
      return `${site.origin}${path}?${query}`;
    },
    async visit(visit = {}) {
      if (!tab) return scene.open(visit);
      await scene.hear();
      await tab.go(scene.address(visit));
      return tab;
    },
    async open(visit = {}) {
      tab = await browser.open(scene.address(visit));
      tabs.add(tab);
      return tab;
    },
    async send({ to = receiver.origin, more = {}, count = 1 + Math.floor(random() * 3), expected } = {}) {
      const ids: string[] = [];
      for (let lead = 0; lead < count; lead++) {
        const id = idOf(seed, ++next);
        ids.push(id);
        ledger.pressed.add(id);
        const message = letters.repeat(1 + Math.floor(random() ** 3 * 200));
        const receipt = await scene.tab.run(
          ([id, to, more, message]) => client.submit(id, to, more, message),
          [id, to, more, message] as const,
        );
        ledger.say(id, receipt);
        demand(!expected || expected.includes(receipt.status), `it says ${JSON.stringify(receipt)}`);
      }
      return ids;
    },
    async begin(more = {}) {
      const id = idOf(seed, ++next);
      ledger.pressed.add(id);
      const before = receiver.received.length;
      await scene.tab.run(
        ([id, to, more]) => {
          client.submit(id, to, more).then(
            (receipt) => client.later.push({ id, receipt }),
            () => {},
          );
        },
        [id, receiver.origin, more] as const,
      );
      await until('the request', () => receiver.received.length > before);
      return id;
    },
    stored: () => scene.tab.run(async () => (await client.stored()).map(({ id }) => id)),
    async comeBack(visit = {}) {
      receiver.will(behaviours.accept);
      await scene.visit({ start: true, ahead: twoHours, ...visit });
      await until('an empty outbox', async () => (await scene.stored()).length === 0);
      await scene.hear();
      for (const id of ledger.pressed) demand(ledger.kept().includes(id), `${id} has not arrived`);
    },
    async hear() {
      for (const tab of tabs) {
        const news = await tab.run(() => globalThis.client?.later.splice(0)).catch(() => undefined);
        for (const { id, receipt } of news ?? []) ledger.say(id, receipt);
      }
    },
    async restart(end) {
      await browser[end]();
      tabs.clear();
      tab = undefined;
      browser = await engine.start(profile);
    },
  };

  try {
    await suffer(scene);
    await scene.hear();
    const waiting = await scene.stored().catch(() => []);
    ledger.close(waiting);
  } catch (reason) {
    ledger.wrong.push(`${reason}`);
  } finally {
    for (const tab of tabs) await tab.close().catch(() => {});
    if (!shared) await browser.kill();
    await Promise.all([site.close(), receiver.close(), elsewhere.close()]);
    await removeProfile(profile);
  }
  return { wrong: ledger.wrong, statements: ledger.statements };
}

/** A UUID that says where it comes from. */
const idOf = (seed: number, lead: number) =>
  `${`${seed}`.padStart(8, '0')}-0000-4000-8000-${`${lead}`.padStart(12, '0')}`;
