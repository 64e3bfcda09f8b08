import type { Receipt } from '../../../src/delivery/receipt.ts';
import type { SimulatedDatabase } from './simulated-database.ts';
import type { SimulatedNetwork, SimulatedRequest } from './simulated-network.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** What was promised of one lead. */
interface Entry {
  isReadable: boolean;
  /** What the person has read, in the order of time. */
  said: Receipt['status'][];
  /** How often the person asked for it to be sent. */
  presses: number;
  /** Once the person has thrown it away, nobody owes them anything. */
  isDiscarded: boolean;
}

/** A request that cannot have been started from good knowledge: see `SimulatedWorld.pass`. */
const grace = 20_000;

/** Everything that was said, held against what receivers have. */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  readonly faults: string[] = [];
  private readonly world: SimulatedWorld;
  private readonly database: SimulatedDatabase;
  private readonly network: SimulatedNetwork;

  constructor(world: SimulatedWorld, database: SimulatedDatabase, network: SimulatedNetwork) {
    this.world = world;
    this.database = database;
    this.network = network;
  }

  open(id: string, isReadable: boolean): Entry {
    const entry = this.entries.get(id) ?? { isReadable, said: [], presses: 0, isDiscarded: false };
    this.entries.set(id, entry);
    return entry;
  }

  say(id: string, receipt: Receipt): void {
    this.world.note(() => `  the person reads of ${id}: ${receipt.status}`);
    this.entries.get(id)?.said.push(receipt.status);
    const isSent = receipt.status === 'accepted' || receipt.status === 'handed-over';
    if (isSent && !this.network.stored.has(id))
      this.fault(`${id} was called ${receipt.status}, and is not there`);
  }

  /**
   * No lead is sent twice at a time: looked at when a request starts. A tab that was late, and one whose clock jumped,
   * cannot know better. Nor can one whose storage does not answer: it sends what the person asks it to all the same.
   */
  watch(request: SimulatedRequest): void {
    const { requests } = this.network;
    const { weather, changedAt, lateAt } = this.database;
    if (weather !== 'fine') return;
    for (const other of requests) {
      if (other === request || other.id !== request.id || other.isOver) continue;
      const since = Math.min(other.startedAt, request.startedAt) - grace;
      const isSound = [other.tab, request.tab].every((tab) => tab.state === 'alive' && tab.lateAt < since);
      if (isSound && Math.max(this.world.jumpedAt, changedAt, lateAt) < since)
        this.fault(`${request.id} was sent by ${request.tab.name} while ${other.tab.name} was sending it`);
    }
  }

  /** At the end of all, when the person has come back in fine weather and sent what was left to them. */
  close(left: readonly string[]): void {
    for (const [id, { isReadable, said, presses, isDiscarded }] of this.entries) {
      const bodies = this.network.stored.get(id)?.size ?? 0;
      if (bodies > 1) this.fault(`${id} has ${bodies} bodies`);
      const wasSaved = said.some((status) => /^(queued|rejected)$/.test(status));
      if (wasSaved && !isDiscarded && !bodies) this.fault(`${id} was called saved, and is lost`);
      if (left.includes(id)) this.fault(`${id} is still there`);
      const handed = this.network.requests.filter(
        (request) =>
          request.id === id && request.hasArrived && !(request.outcome && isFailure(request.outcome)),
      ).length;
      if (!isReadable && handed > presses)
        this.fault(`${id} was handed over ${handed} times, for ${presses} presses`);
    }
  }

  private fault(what: string): void {
    this.world.note(() => `! ${what}`);
    this.faults.push(what);
  }
}

/** Nobody answered, as far as the browser knows. */
const isFailure = (outcome: NonNullable<SimulatedRequest['outcome']>) =>
  'trouble' in outcome && outcome.status === 'failed';
