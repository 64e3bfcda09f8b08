import { type Attribution, withTouch } from '../lead/attribution.ts';
import { type Calculation, models } from '../lead/calculation.ts';
import type { Engagement } from '../lead/engagement.ts';
import { touchOf } from '../lead/touch.ts';
import { type TabStorage, tabStorage } from './tab-storage.ts';

/** What this tab knows of the person's visit. It leaves the tab only inside a lead whose profiling was agreed to. */
export interface VisitState {
  attribution: Attribution;
  engagement: Engagement;
  calculation?: Calculation | undefined;
  /** `performance.timeOrigin` of the page last counted, so that two scripts on one page count it once. */
  page: number;
}

const fresh = (): VisitState => ({
  attribution: {},
  engagement: { pageViews: 0, activeSeconds: 0, ctaClicks: 0, calculations: 0 },
  page: 0,
});

/** Whether a stored thing is a visit: what is damaged would be refused with the lead it travels in. */
function isWhole(stored: unknown): stored is VisitState {
  try {
    const { attribution, engagement, calculation, page } = stored as VisitState;
    const counts = Object.keys(fresh().engagement).map((what) => engagement[what as keyof Engagement]);
    return (
      [page, ...counts].every(Number.isFinite) &&
      Object.values(attribution).every(
        ({ at, page }) => typeof at === 'string' && typeof page === 'string',
      ) &&
      (calculation === undefined || models.includes(calculation.model))
    );
  } catch {
    return false;
  }
}

/** Active time is counted in steps of so many seconds: no event of a closing page can be relied upon. */
const beat = 5;

/** The one visit of this tab: pages, active time, clicks on `[data-unisono-cta]` and the latest calculation. */
export class Visit {
  readonly #storage: TabStorage;

  constructor(storage: TabStorage = tabStorage()) {
    this.#storage = storage;
  }

  /** The visit up to now. What stands in the tab may be another script's, or damaged: then it begins anew. */
  read(): VisitState {
    const stored = this.#storage.read('visit');
    return isWhole(stored) ? stored : fresh();
  }

  /** Counts this page and goes on observing it. A page is counted once, however often it is started. */
  start(page: Document = document): void {
    const { timeOrigin } = performance;
    const { attribution, page: last } = this.read();
    if (last === timeOrigin) return;

    const touch = touchOf(page.URL, page.referrer, new Date());
    const isArrival = !last || touch.utm || touch.click || touch.referrer;
    this.#write({ page: timeOrigin, ...(isArrival && { attribution: withTouch(attribution, touch) }) });
    this.count('pageViews');
    setInterval(() => {
      if (!page.hidden) this.count('activeSeconds', beat);
    }, beat * 1000);
    page.addEventListener('click', ({ target }) => {
      if ((target as Element).closest?.('[data-unisono-cta]')) this.count('ctaClicks');
    });
  }

  /** Keeps a calculation that the person made, in place of an earlier one; `undefined` forgets it. */
  keep(calculation: Calculation | undefined): void {
    this.#write({ calculation });
  }

  count(what: keyof Engagement, by = 1): void {
    const { engagement } = this.read();
    this.#write({ engagement: { ...engagement, [what]: engagement[what] + by } });
  }

  #write(changes: Partial<VisitState>): void {
    this.#storage.write('visit', { ...this.read(), ...changes });
  }
}

/** The visit of this tab, shared by all elements of a page. */
export const visit = /* @__PURE__ */ new Visit();
