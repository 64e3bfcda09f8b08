/** What a person does with a form, without a word of what they wrote. `lead-abandon`: the page was left in the middle. */
export type Moment = 'view' | 'start' | 'step' | 'abandon';

/** Tells each moment of a form once, in its order. */
export class Moments {
  readonly #tell: (moment: Moment) => void;
  readonly #observer: IntersectionObserver;
  #told = new Set<Moment>();
  #isUnderWay = false;

  constructor(element: Element, tell: (moment: Moment) => void) {
    this.#tell = (moment) => {
      if (this.#told.has(moment)) return;
      this.#told.add(moment);
      tell(moment);
    };
    this.#observer = new IntersectionObserver(([entry]) => entry!.isIntersecting && this.#tell('view'));
    this.#observer.observe(element);
    addEventListener('pagehide', this.#leave);
  }

  start(): void {
    this.#tell('view');
    this.#tell('start');
    this.#isUnderWay = true;
  }

  /** The request is out of the person's hands. */
  end(): void {
    this.#isUnderWay = false;
  }

  stop(): void {
    this.#observer.disconnect();
    removeEventListener('pagehide', this.#leave);
  }

  #leave = (): void => {
    if (this.#isUnderWay) this.#tell('abandon');
  };
}
