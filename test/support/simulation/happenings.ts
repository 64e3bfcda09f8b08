import type { Envelope } from '../../../src/lead/envelope.ts';
import type { Scene } from './simulate.ts';
import type { StorageWeather } from './simulated-database.ts';
import { networkWeathers } from './simulated-network.ts';
import type { OpenTab } from './simulated-tabs.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Happening {
  /** How often it happens, beside the others. */
  weight: number;
  run(scene: Scene): void | Promise<void>;
}

const tabThat = ({ world, tabs }: Scene, state: OpenTab['state']) =>
  world.pick(tabs.filter((tab) => tab.state === state));

/** A small lead. */
const smallLead = (id: string, wall: number) =>
  ({
    version: 1,
    id,
    createdAt: new Date(wall).toISOString(),
    profile: { email: `${id}@shop.example` },
  }) as Envelope;

/** A person presses the button, and reads what came of it. */
async function press(scene: Scene, tab: OpenTab, request: Parameters<OpenTab['outbox']['submit']>) {
  const { world, ledger } = scene;
  const [{ id }, { readable }] = request;
  const entry = ledger.open(id, readable);
  entry.presses++;
  world.note(() => `${tab.name}: the person sends ${id}`);
  await world.run(tab, () => void tab.outbox.submit(...request).then((receipt) => ledger.say(id, receipt)));
}

/** What the person or the world may do, between any two moves. */
export const happenings: Record<string, Happening> = {
  'a new lead': {
    weight: 12,
    async run(scene) {
      const { world, ledger, shown } = scene;
      const tab = tabThat(scene, 'alive') ?? (await scene.open());
      const readable = world.likely(0.6);
      const request: Parameters<OpenTab['outbox']['submit']> = [
        smallLead(`lead-${ledger.entries.size + 1}`, world.wall),
        { url: `https://receiver-${readable}.example/`, readable, contentType: 'text/plain' },
      ];
      shown.set(tab, request);
      await press(scene, tab, request);
    },
  },
  'the same button again': {
    weight: 4,
    async run(scene) {
      const tab = tabThat(scene, 'alive');
      const request = tab && scene.shown.get(tab);
      if (request) await press(scene, tab, request);
    },
  },
  '"send again" or "discard" in what a tab has kept': {
    weight: 4,
    async run(scene) {
      const { world, ledger } = scene;
      const tab = tabThat(scene, 'alive');
      const id = world.pick([...ledger.entries.keys()]);
      const entry = id && ledger.entries.get(id);
      if (!tab || !entry) return;
      if (world.likely(0.3)) {
        world.note(() => `${tab.name}: the person discards ${id}`);
        entry.isDiscarded = true;
        return world.run(tab, () => void tab.outbox.discard(id));
      }
      world.note(() => `${tab.name}: the person has ${id} sent again`);
      entry.presses++;
      const retried = () => void tab.outbox.retry(id).then((receipt) => receipt && ledger.say(id, receipt));
      await world.run(tab, retried);
    },
  },
  'the page comes online, or back': {
    weight: 6,
    async run(scene) {
      const tab = tabThat(scene, 'alive');
      const wake = tab?.heard.get('online');
      if (tab && wake) await scene.world.run(tab, () => wake({ type: 'online' } as Event));
    },
  },
  'one more tab': {
    weight: 3,
    async run(scene) {
      if (scene.tabs.filter(({ state }) => state !== 'gone').length < 5) await scene.open();
    },
  },
  'a tab is closed, or crashes': {
    weight: 4,
    run(scene) {
      const tab = tabThat(scene, scene.world.likely(0.8) ? 'alive' : 'frozen');
      if (tab) lose(scene, tab, false);
    },
  },
  'the browser is killed': {
    weight: 2,
    async run(scene) {
      for (const tab of scene.tabs) lose(scene, tab, true);
      await scene.open();
    },
  },
  'a tab is frozen': {
    weight: 3,
    run(scene) {
      const tab = tabThat(scene, 'alive');
      if (!tab) return;
      scene.world.note(() => `${tab.name} is frozen`);
      tab.state = 'frozen';
      tab.lateAt = Number.POSITIVE_INFINITY;
    },
  },
  'a tab is thawed': {
    weight: 4,
    run(scene) {
      const tab = tabThat(scene, 'frozen');
      if (!tab) return;
      scene.world.note(() => `${tab.name} goes on`);
      scene.world.thaw(tab);
    },
  },
  'time passes': {
    weight: 14,
    run({ world }) {
      const milliseconds = world.pick([10, 1_000, 6_000, 31_000, 46_000, 5 * minute, 2 * hour])!;
      world.note(() => `${milliseconds} ms pass, or as much as may`);
      world.pass(milliseconds);
    },
  },
  'the clock jumps': {
    weight: 2,
    run({ world }) {
      const jump = world.pick([
        46_000,
        -46_000,
        hour,
        -hour,
        15 * day,
        -15 * day,
        3_650 * day,
        -3_650 * day,
      ])!;
      world.note(() => `the clock jumps by ${jump} ms`);
      world.jump(jump);
    },
  },
  'the network changes': {
    weight: 8,
    run({ world, network }) {
      network.weather = world.pick(networkWeathers)!;
      world.note(() => `the network: ${network.weather}`);
    },
  },
  'the storage changes': {
    weight: 4,
    run({ world, database }) {
      const weathers: StorageWeather[] = ['fine', 'fine', 'fine', 'denied', 'full', 'silent'];
      database.weather = world.pick(weathers)!;
      world.note(() => `the storage: ${database.weather}`);
    },
  },
};

function lose({ world, database, network }: Scene, tab: OpenTab, isBrowserGone: boolean): void {
  if (tab.state === 'gone') return;
  world.note(() => `${tab.name} is gone${isBrowserGone ? ', with the browser' : ''}`);
  world.end(tab);
  database.lose(tab, isBrowserGone);
  network.leave(tab);
}
