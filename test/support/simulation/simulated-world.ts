import { seededChance } from '../../../src/roi/chance/seeded-chance.ts';

/** A tab of the simulated browser. */
export interface Tab {
  name: string;
  state: 'alive' | 'frozen' | 'gone';
  /** By the world's own time: when it last failed to do in time what it had to do. */
  lateAt: number;
  /** What it listens to. */
  heard: Map<string, (event?: Event) => void>;
}

/** Something that may happen next. What belongs to no tab is the browser's, or the network's. */
export interface Move {
  tab: Tab | null;
  name: string;
  /** By the world's own time; it does not happen before. */
  from: number;
  /** Whether it waits for something else: time passes all the same, and nobody is late for it. */
  isBlocked: () => boolean;
  run(): void;
}

type NewMove = Pick<Move, 'tab' | 'name' | 'run'> & Partial<Move>;

/**
 * A world in which nothing happens by itself. Whatever code waits for is a move, and one move is made at a time, so a
 * schedule is the order of moves, and one seed is one schedule. The world's own time never jumps; `wall` is what tabs
 * read, and does.
 */
export class SimulatedWorld {
  time = 0;
  wall = Date.UTC(2026, 10, 23, 10);
  /** By the world's own time. */
  jumpedAt = Number.NEGATIVE_INFINITY;
  moves: Move[] = [];
  tabs: Tab[] = [];
  /** What nobody caught. */
  readonly errors: string[] = [];
  /** Whose code is running. */
  current: Tab | null = null;
  /** What happened, where somebody wants to read it. */
  readonly log: string[] | null;
  readonly random: () => number;

  constructor(seed: number, log: string[] | null) {
    this.log = log;
    this.random = seededChance(seed).uniform;
  }

  note(what: () => string): void {
    this.log?.push(`${String(this.time).padStart(10)} ms  ${what()}`);
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  likely(chance: number): boolean {
    return this.random() < chance;
  }

  add({ tab, name, run, isBlocked = () => false, from = this.time }: NewMove): Move {
    const move = { tab, name, run, isBlocked, from };
    this.moves.push(move);
    return move;
  }

  remove(move: Move | undefined): void {
    const at = move ? this.moves.indexOf(move) : -1;
    if (at >= 0) this.moves.splice(at, 1);
  }

  /** Whether a tab's code runs when it is its turn. */
  isAwake = (tab: Tab | null) => !tab || tab.state === 'alive';

  possible(): Move[] {
    return this.moves.filter((move) => this.isOpen(move) && move.from <= this.time);
  }

  /** Makes one of the moves that are possible; false if none is. */
  async step(): Promise<boolean> {
    const move = this.pick(this.possible());
    if (!move) return false;
    this.remove(move);
    this.note(() => `${move.tab ? `${move.tab.name}: ` : ''}${move.name}`);
    await this.run(move.tab, move.run);
    return true;
  }

  /** Runs code of a tab, and all that it does before it waits again. */
  async run(tab: Tab | null, code: () => void): Promise<void> {
    this.current = tab;
    try {
      code();
    } catch (error) {
      this.note(() => `! ${error}`);
      this.errors.push(String(error));
    }
    // Comes once every promise that can be kept has been: cheaper than a turn of the event loop.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    this.current = null;
    this.time++;
    this.wall++;
  }

  /**
   * Lets time pass, up to the next thing that a living tab has to do by the clock. A tab that has something to do at
   * once, and lets more than a second pass, is late: frozen, but for the name.
   */
  pass(milliseconds: number): void {
    let until = this.time + milliseconds;
    for (const move of this.moves) {
      if (!move.tab || !this.isOpen(move)) continue;
      if (move.from > this.time) until = Math.min(until, move.from);
      else if (milliseconds > 1_000) move.tab.lateAt = Infinity;
    }
    this.wall += until - this.time;
    this.time = until;
    for (const tab of this.tabs) if (tab.lateAt === Infinity) tab.lateAt = until;
  }

  jump(milliseconds: number): void {
    this.wall += milliseconds;
    this.jumpedAt = this.time;
  }

  /** A frozen tab goes on, late for whatever it had to do. */
  thaw(tab: Tab): void {
    tab.state = 'alive';
    tab.lateAt = this.time;
  }

  /** A tab's end: what it waited for never comes. */
  end(tab: Tab): void {
    tab.state = 'gone';
    this.moves = this.moves.filter((move) => move.tab !== tab);
  }

  private isOpen(move: Move): boolean {
    return this.isAwake(move.tab) && !move.isBlocked();
  }
}
