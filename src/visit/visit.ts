import { type Attribution, withTouch } from '../lead/attribution.ts';
import type { Calculation } from '../lead/calculation.ts';
import type { Engagement } from '../lead/engagement.ts';
import { touchOf } from '../lead/touch.ts';
import { type TabStorage, tabStorage } from './tab-storage.ts';

/** What this tab knows of the person's visit. It leaves the tab only inside a lead whose profiling was agreed to. */
export interface VisitState {
  attribution: Attribution;
  engagement: Engagement;
  calculation?: Calculation;
  /** `performance.timeOrigin` of the page last counted, so that two scripts on one page count it once. */
  page: number;
}

const fresh = (): VisitState => ({
  attribution: {},
  engagement: { pageViews: 0, activeSeconds: 0, ctaClicks: 0, calculations: 0 },
  page: 0,
});

/** The one visit of this tab: pages, active time, clicks on `[data-unisono-cta]` and the latest calculation. */
export class Visit {
  readonly #storage: TabStorage;
  #isStarted = false;
  #visibleSince: number | null = null;

  constructor(storage: TabStorage = tabStorage()) {
    this.#storage = storage;
  }

  /** The visit up to now. */
  get state(): VisitState {
    const state = this.#stored;
    if (this.#visibleSince !== null)
      state.engagement.activeSeconds += (performance.now() - this.#visibleSince) / 1000;
    state.engagement.activeSeconds = Math.round(state.engagement.activeSeconds);
    return state;
  }

  /** Counts this page and goes on observing it. A page is counted once, however often it is started. */
  start(page: Document = document): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    const { timeOrigin } = performance;
    const state = this.#stored;
    if (state.page === timeOrigin) return;

    const countTime = () => this.#countTime(page.visibilityState === 'visible');
    page.addEventListener('visibilitychange', countTime);
    addEventListener('pagehide', () => this.#countTime(false));
    addEventListener('pageshow', countTime);
    countTime();

    const touch = touchOf(page.URL, page.referrer, new Date());
    const isArrival = !state.page || touch.utm || touch.click || touch.referrer;
    this.#storage.write('visit', {
      ...state,
      page: timeOrigin,
      attribution: isArrival ? withTouch(state.attribution, touch) : state.attribution,
      engagement: { ...state.engagement, pageViews: state.engagement.pageViews + 1 },
    });
    page.addEventListener('click', (event) => {
      if ((event.target as Element).closest?.('[data-unisono-cta]')) this.#count('ctaClicks');
    });
  }

  /** Keeps a calculation that the person made, in place of an earlier one. */
  calculated(calculation: Calculation): void {
    this.#count('calculations');
    this.#storage.write('visit', { ...this.#stored, calculation });
  }

  get #stored(): VisitState {
    return { ...fresh(), ...(this.#storage.read('visit') as VisitState | null) };
  }

  #count(what: keyof Engagement, by = 1): void {
    const state = this.#stored;
    state.engagement[what] += by;
    this.#storage.write('visit', state);
  }

  #countTime(isVisible: boolean): void {
    if (this.#visibleSince !== null)
      this.#count('activeSeconds', (performance.now() - this.#visibleSince) / 1000);
    this.#visibleSince = isVisible ? performance.now() : null;
  }
}

/** The visit of this tab, shared by all elements of a page. */
export const visit = /* @__PURE__ */ new Visit();
