import type { Outcome, Transport } from '../../../src/delivery/transport.ts';
import type { Move, SimulatedWorld, Tab } from './simulated-world.ts';

/** What becomes of a request that gets under way now. */
export const networkWeathers = [
  'fine',
  'lost',
  'lost after storing',
  'busy',
  'pausing',
  'refusing',
  'silent',
  'silent after storing',
] as const;
export type NetworkWeather = (typeof networkWeathers)[number];

/** Milliseconds that a request is given. */
const requestLimit = 30_000;

export interface SimulatedRequest {
  tab: Tab;
  id: string;
  startedAt: number;
  isOver: boolean;
  /** Whether it came to the receiver. */
  hasArrived: boolean;
  outcome?: Outcome;
}

const answers: Partial<Record<NetworkWeather, Outcome>> = {
  busy: { status: 'failed', trouble: 'busy', retryAfter: null },
  pausing: { status: 'failed', trouble: 'busy', retryAfter: 60_000 },
  refusing: { status: 'rejected', trouble: 'refused', http: 400, message: '' },
};

/** The network, and at its other end receivers that remember. */
export class SimulatedNetwork {
  weather: NetworkWeather = 'fine';
  readonly requests: SimulatedRequest[] = [];
  /** Hears of each request that starts. */
  onStart: (request: SimulatedRequest) => void = () => {};
  /** What receivers have stored: the bodies of each id. */
  readonly stored = new Map<string, Set<string>>();
  private readonly world: SimulatedWorld;
  private readonly underWay = new Map<SimulatedRequest, Move>();

  constructor(world: SimulatedWorld) {
    this.world = world;
  }

  transport(tab: Tab): Transport {
    const { world } = this;
    return (envelope, { readable }) =>
      new Promise((resolve) => {
        const { id } = envelope;
        const body = JSON.stringify(envelope);
        const request: SimulatedRequest = {
          tab,
          id,
          startedAt: world.time,
          isOver: false,
          hasArrived: false,
        };
        this.requests.push(request);
        this.onStart(request);
        world.note(() => `  ${tab.name} sends ${id}`);

        const tell = (outcome: Outcome) => {
          if (request.isOver) return;
          request.isOver = true;
          request.outcome = outcome;
          world.remove(limit);
          world.note(() => `  ${id}: ${JSON.stringify(outcome)}`);
          resolve(outcome);
        };
        const hear = (outcome: Outcome) =>
          world.add({ tab, name: `hears what came of ${id}`, run: () => tell(outcome) });
        const store = () => {
          request.hasArrived = true;
          this.stored.set(id, (this.stored.get(id) ?? new Set()).add(body));
        };
        const arrive = () => {
          this.underWay.delete(request);
          const { weather } = this;
          world.note(() => `  ${weather}`);
          if (weather === 'silent') return;
          if (weather === 'silent after storing') return store();
          if (weather === 'lost after storing') store();
          if (weather.startsWith('lost')) return hear({ status: 'failed', trouble: 'network' });
          // Where the answer cannot be read, any answer is one.
          if (weather === 'fine' || !readable) store();
          hear((readable && answers[weather]) || { status: readable ? 'accepted' : 'handed-over' });
        };
        this.underWay.set(request, world.add({ tab: null, name: `${id} gets through`, run: arrive }));
        const limit = world.add({
          tab,
          name: `gives ${id} up`,
          from: world.time + requestLimit,
          run: () => {
            if (world.likely(0.5)) this.lose(request);
            tell({ status: readable ? 'failed' : 'interrupted', trouble: 'timeout' });
          },
        });
      });
  }

  /** A page goes away: its requests may get through even so. */
  leave(tab: Tab): void {
    for (const request of [...this.underWay.keys()])
      if (request.tab === tab && this.world.likely(0.5)) this.lose(request);
  }

  private lose(request: SimulatedRequest): void {
    this.world.remove(this.underWay.get(request));
    this.underWay.delete(request);
  }
}
