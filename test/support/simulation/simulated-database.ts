import type { SimulatedWorld, Tab } from './simulated-world.ts';

export type StorageWeather = 'fine' | 'denied' | 'full' | 'silent';

/** Milliseconds that a store waits for its database: see `indexedDbStore`. */
const patience = 5_000;

interface Transaction {
  tab: Tab;
  state: 'waiting' | 'active' | 'committing' | 'finished';
  /** When its database was asked for. */
  askedAt: number;
  writes: Map<string, string | null>;
  oncomplete?: () => void;
  onabort?: () => void;
  error?: Error | null;
}

/**
 * As much of IndexedDB as a store of one table asks for, with each of its waits a move: the opening, the turn of a
 * transaction (one at a time), the commit, which is the browser's own doing, and the news of it. What was not durable
 * when the browser was killed is gone; a transaction of a tab that goes away is aborted or not, as it comes.
 */
export class SimulatedDatabase {
  private sky: StorageWeather = 'fine';
  /** By the world's own time: when the storage last failed, or began to work again. */
  changedAt = Number.NEGATIVE_INFINITY;
  /** When a step of the storage last took so long that whoever waited for it had given it up. */
  lateAt = Number.NEGATIVE_INFINITY;
  /** What is durable: records as text, by id. */
  readonly records = new Map<string, string>();
  private isMade = false;
  private transactions: Transaction[] = [];
  private readonly world: SimulatedWorld;

  constructor(world: SimulatedWorld) {
    this.world = world;
  }

  get weather(): StorageWeather {
    return this.sky;
  }

  set weather(next: StorageWeather) {
    if (next !== this.sky) this.changedAt = this.world.time;
    this.sky = next;
  }

  /** What a tab has as `indexedDB`. */
  factory(tab: Tab): IDBFactory {
    return { open: () => this.open(tab) } as unknown as IDBFactory;
  }

  /** The tab, or with it the whole browser, is gone in the middle of whatever it did. */
  lose(tab: Tab, isBrowserGone: boolean): void {
    this.transactions = this.transactions.filter((transaction) => {
      if (transaction.tab !== tab) return true;
      const goesOn = !isBrowserGone && transaction.state === 'committing';
      if (!goesOn) transaction.state = 'finished';
      return goesOn;
    });
  }

  private open(tab: Tab) {
    const { world } = this;
    const request: Record<string, unknown> = {};
    const askedAt = world.time;
    const happen = (name: string) => (request[name] as (() => void) | undefined)?.();
    world.add({
      tab,
      name: 'the database opens',
      isBlocked: () => this.weather === 'silent',
      run: () => {
        if (this.weather === 'denied') {
          request.error = new Error('denied');
          world.note(() => '  no: denied');
          return happen('onerror');
        }
        request.result = {
          createObjectStore: () => {},
          transaction: () => this.transaction(tab, askedAt),
          close: () => {},
        };
        if (!this.isMade) happen('onupgradeneeded');
        this.isMade = true;
        happen('onsuccess');
      },
    });
    return request;
  }

  private transaction(tab: Tab, askedAt: number) {
    const { world } = this;
    const transaction: Transaction = { tab, state: 'waiting', askedAt, writes: new Map() };
    this.transactions.push(transaction);
    const isItsTurn = () => this.transactions[0] === transaction;
    return Object.assign(transaction, {
      abort: () => {
        if (transaction.state === 'committing' || transaction.state === 'finished')
          throw new Error('InvalidStateError: it is being committed');
        this.abort(transaction, new Error('aborted'));
      },
      objectStore: () => ({
        getAll: (id?: string) => {
          const request: Record<string, unknown> = {};
          world.add({
            tab,
            name: 'reads, and decides',
            isBlocked: () => this.weather === 'silent' || !isItsTurn(),
            run: () => {
              if (transaction.state !== 'waiting') return;
              transaction.state = 'active';
              const found = id === undefined ? [...this.records.values()] : [this.records.get(id)];
              request.result = found.flatMap((text) => (text === undefined ? [] : [JSON.parse(text)]));
              (request.onsuccess as () => void)();
              if (!this.isOver(transaction)) this.readyToCommit(transaction);
            },
          });
          return request;
        },
        put: (record: { id: string }) => transaction.writes.set(record.id, JSON.stringify(record)),
        delete: (id: string) => transaction.writes.set(id, null),
      }),
    });
  }

  private isOver = (transaction: Transaction) => transaction.state === 'finished';

  /** From here on the page has no part in it. */
  private readyToCommit(transaction: Transaction): void {
    const { world } = this;
    const isBlocked = () => this.weather === 'silent';
    const commit = () => {
      if (this.isOver(transaction)) return;
      if (world.time - transaction.askedAt >= patience) this.lateAt = world.time;
      for (const [id, text] of transaction.writes) {
        if (text === null) this.records.delete(id);
        else this.records.set(id, text);
      }
      this.finish(transaction);
      world.add({
        tab: transaction.tab,
        name: 'hears that it is durable',
        run: () => transaction.oncomplete?.(),
      });
    };
    const begin = () => {
      if (this.isOver(transaction)) return;
      const puts = [...transaction.writes.values()].some((text) => text !== null);
      if (puts && this.weather === 'full') return this.abort(transaction, new Error('quota'));
      transaction.state = 'committing';
      world.add({
        tab: null,
        name: `${transaction.tab.name}'s writes become durable`,
        isBlocked,
        run: commit,
      });
    };
    world.add({ tab: null, name: `${transaction.tab.name}'s transaction commits`, isBlocked, run: begin });
  }

  private abort(transaction: Transaction, error: Error): void {
    if (this.isOver(transaction)) return;
    transaction.error = error;
    this.finish(transaction);
    this.world.add({
      tab: transaction.tab,
      name: `hears: ${error.message}`,
      run: () => transaction.onabort?.(),
    });
  }

  private finish(transaction: Transaction): void {
    transaction.state = 'finished';
    this.transactions = this.transactions.filter((other) => other !== transaction);
  }
}
