import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';
import { createOutbox, type Outbox } from '../../../src/delivery/outbox.ts';
import type { SimulatedDatabase } from './simulated-database.ts';
import type { SimulatedNetwork } from './simulated-network.ts';
import type { Move, SimulatedWorld, Tab } from './simulated-world.ts';

export interface OpenTab extends Tab {
  outbox: Outbox;
}

/** Opens a tab with the real outbox on the real store, in a simulated browser. */
export function openTab(
  world: SimulatedWorld,
  database: SimulatedDatabase,
  network: SimulatedNetwork,
): OpenTab {
  const tab: Tab = {
    name: `tab ${world.tabs.length + 1}`,
    state: 'alive',
    lateAt: Number.NEGATIVE_INFINITY,
    heard: new Map(),
  };
  world.tabs.push(tab);
  const outbox = createOutbox({
    store: indexedDbStore({ factory: () => database.factory(tab) }),
    transport: network.transport(tab),
    now: () => world.wall,
    random: world.random,
    timers: globalThis,
  });
  return Object.assign(tab, { outbox });
}

/**
 * While the work goes on, timers and listeners are those of the simulated browser. Its tabs run one at a time, so
 * whoever asks for a timer is the tab whose code is running.
 */
export async function inSimulatedBrowser<T>(world: SimulatedWorld, work: () => Promise<T>): Promise<T> {
  const global = globalThis as unknown as Record<string, unknown>;
  const simulated: Record<string, unknown> = {
    setTimeout: (run: () => void, milliseconds = 0) =>
      world.add({ tab: world.current, name: 'a timer rings', from: world.time + milliseconds, run }),
    clearTimeout: (timer: Move | undefined) => world.remove(timer),
    addEventListener: (type: string, listener: () => void) => world.current?.heard.set(type, listener),
    removeEventListener: (type: string) => world.current?.heard.delete(type),
  };
  const real = new Map(Object.keys(simulated).map((name) => [name, global[name]]));
  Object.assign(global, simulated);
  try {
    return await work();
  } finally {
    for (const [name, value] of real) global[name] = value;
  }
}
