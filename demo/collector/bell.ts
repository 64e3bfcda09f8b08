/** Wakes whoever waits. It carries no news itself: who wakes looks for what is new. */
export class Bell {
  #ring!: () => void;
  #rung!: Promise<void>;

  constructor() {
    this.#hang();
  }

  /** Resolves at the next ring. Take it before looking, so that a ring in between is not missed. */
  get next(): Promise<void> {
    return this.#rung;
  }

  ring(): void {
    this.#ring();
    this.#hang();
  }

  #hang(): void {
    this.#rung = new Promise((resolve) => {
      this.#ring = resolve;
    });
  }
}
