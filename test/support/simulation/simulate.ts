import { happenings } from './happenings.ts';
import { Ledger } from './ledger.ts';
import { SimulatedDatabase } from './simulated-database.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { inSimulatedBrowser, type OpenTab, openTab } from './simulated-tabs.ts';
import { SimulatedWorld } from './simulated-world.ts';

/** What others have left in the database: nobody touches it. */
const foreign = {
  damaged: JSON.stringify({ id: 'damaged', version: 1, size: 'much' }),
  newer: JSON.stringify({ id: 'newer', version: 2, destination: { url: 'https://receiver-0.example/' } }),
};

const hour = 3_600_000;

/** A person's browser, and what they have written so far. */
export interface Scene {
  world: SimulatedWorld;
  database: SimulatedDatabase;
  network: SimulatedNetwork;
  ledger: Ledger;
  open(): Promise<OpenTab>;
  tabs: OpenTab[];
  /** The lead that a tab's form shows. */
  shown: Map<OpenTab, Parameters<OpenTab['outbox']['submit']>>;
}

function setTheScene(seed: number, log: string[] | null): Scene {
  const world = new SimulatedWorld(seed, log);
  const database = new SimulatedDatabase(world);
  const network = new SimulatedNetwork(world);
  const ledger = new Ledger(world, database, network);
  network.onStart = (request) => ledger.watch(request);
  for (const [id, text] of Object.entries(foreign)) database.records.set(id, text);
  const tabs: OpenTab[] = [];
  const open = async () => {
    const tab = openTab(world, database, network);
    tabs.push(tab);
    tab.outbox.subscribe(({ id, receipt }) => ledger.say(id, receipt));
    await world.run(tab, () => tab.outbox.start());
    return tab;
  };
  return { world, database, network, ledger, tabs, open, shown: new Map() };
}

/**
 * One schedule: some leads, some tabs, and everything that may go wrong, in an order that the seed decides. Then the
 * person comes back in fine weather, and what was promised is held against what is there.
 * @param log is told what happened
 * @returns what was wrong: nothing
 */
export function simulate(seed: number, log: string[] | null = null): Promise<string[]> {
  const scene = setTheScene(seed, log);
  const { world, database, ledger } = scene;
  return inSimulatedBrowser(world, async () => {
    await scene.open();
    const length = 20 + Math.floor(world.random() * 150);
    for (let turn = 0; turn < length; turn++) {
      const isWorldsTurn = world.likely(0.2);
      if (isWorldsTurn || !(await world.step())) await somethingHappens(scene);
    }
    await recover(scene);
    for (const [id, text] of Object.entries(foreign))
      if (database.records.get(id) !== text) ledger.faults.push(`${id} was touched`);
    ledger.close([...database.records.keys()].filter((id) => !(id in foreign)));
    return [...world.errors, ...ledger.faults];
  });
}

const weights = Object.values(happenings).reduce((sum, { weight }) => sum + weight, 0);

async function somethingHappens(scene: Scene): Promise<void> {
  let left = scene.world.random() * weights;
  for (const { weight, run } of Object.values(happenings)) {
    left -= weight;
    if (left < 0) return run(scene);
  }
}

/** Everything works again, and the person comes back until nothing is left to them. */
async function recover(scene: Scene): Promise<void> {
  const { world, database, network, tabs, ledger } = scene;
  world.note(() => 'fine weather from now on');
  network.weather = 'fine';
  database.weather = 'fine';
  const areGone = world.likely(0.5);
  for (const tab of tabs) {
    if (areGone) {
      world.end(tab);
      database.lose(tab, false);
      network.leave(tab);
    } else if (tab.state === 'frozen') world.thaw(tab);
  }
  for (let visit = 0; visit < 3; visit++) {
    world.note(() => 'the person comes back');
    const tab = await scene.open();
    await quiet(world, 2 * hour);
    let leads: Awaited<ReturnType<typeof tab.outbox.list>> = [];
    await world.run(tab, () => void tab.outbox.list().then((list) => (leads = list)));
    await quiet(world, 0);
    for (const { id, status } of leads) {
      if (!/^(rejected|stale|interrupted)$/.test(status)) continue;
      ledger.open(id, false).presses++;
      world.note(() => `the person has ${id} sent: it was ${status}`);
      await world.run(
        tab,
        () => void tab.outbox.retry(id).then((receipt) => receipt && ledger.say(id, receipt)),
      );
      await quiet(world, 0);
    }
  }
}

/** Until nothing is left to do, or nothing but what is further away. */
async function quiet(world: SimulatedWorld, horizon: number): Promise<void> {
  const end = world.time + horizon;
  for (;;) {
    while (await world.step());
    const next = Math.min(...world.moves.map(({ from }) => from).filter((from) => from > world.time));
    if (!(next <= end)) return;
    world.pass(next - world.time);
  }
}
