import { type Attribution, withTouch } from '../lead/attribution.ts';
import { type Calculation, models } from '../lead/calculation.ts';
import type { Consent } from '../lead/consent.ts';
import type { Engagement } from '../lead/engagement.ts';
import { jsonText } from '../lead/json-text.ts';
import { touchOf } from '../lead/touch.ts';
import { forgetAnswered } from './answered-questions.ts';
import { consentKey, profilingConsent } from './profiling-consent.ts';
import { type TabStorage, tabStorage } from './tab-storage.ts';

/** What is known of the person's visit. It leaves the tab only inside a lead whose profiling was agreed to. */
export interface VisitState {
  attribution: Attribution;
  engagement: Engagement;
  calculation?: Calculation | undefined;
  /** `performance.timeOrigin` of the page last counted, so that two scripts on one page count it once. */
  page: number;
}

/** What a site's consent manager says for the person. */
export interface ConsentWord {
  /** Whether origin and use of the site may be tied to the person; `false` takes an earlier yes back. */
  profiling: boolean;
  /** The exact words that were agreed to. Kept, and sent with a lead, as proof. */
  text?: string;
  /** Version of those words. */
  version?: string;
  /** Address of the privacy policy, with `https://`. */
  policyUrl?: string;
}

declare global {
  interface Window {
    /** What our scripts leave on a page. */
    unisono?: {
      consent(word: ConsentWord): void;
      /** Only where there are forms. */
      sendTest?(root?: ParentNode): Promise<string>;
    };
    /** Consent that was said before a script came: `(window.unisonoConsent ||= []).push({ profiling: true })`. */
    unisonoConsent?: { push(word: ConsentWord): unknown };
  }
}

const fresh = (): VisitState => ({
  attribution: {},
  engagement: { pageViews: 0, activeSeconds: 0, ctaClicks: 0, calculations: 0 },
  page: 0,
});

/** Whether a stored thing is a visit: what is damaged would be refused with the lead it travels in. */
function isWhole(stored: unknown): stored is VisitState {
  try {
    const { attribution, engagement, page } = stored as VisitState;
    const counts = Object.keys(fresh().engagement).map((what) => engagement[what as keyof Engagement]);
    return (
      [page, ...counts].every(Number.isFinite) &&
      Object.values(attribution).every(({ at, page }) => typeof at === 'string' && typeof page === 'string')
    );
  } catch {
    return false;
  }
}

/** Active time is counted in steps of so many seconds: no event of a closing page can be relied upon. */
const beat = 5;

/** On `window`, since another script of the page may be the one that wants to know. */
const consentChange = 'unisono-consent';
/** On `window` as well: something was counted. Its `detail` says what, and nothing else. */
export const counted = 'unisono-counted';

const announce = (type: string, detail?: keyof Engagement) =>
  globalThis.dispatchEvent?.(new CustomEvent(type, { detail }));

/**
 * The one visit of this tab: where the person came from, pages, active time, clicks on `[data-unisono-cta]`, and the
 * latest calculation.
 *
 * Origin and use of the site are in this page's memory only, until there is a yes: the person's, or the owner's
 * (`remember="tab"`). From then on the tab keeps them, and its next page goes on with them. The calculation is what the
 * person entered, and waits in the tab in any case.
 */
export interface Visit {
  /** The visit up to now. What stands in the tab may be another script's, or damaged: then it begins anew. */
  read(): VisitState;
  /** The person's last word on profiling that was handed on in this tab, ready for a lead; `null` for none. */
  given(): Consent | null;
  /**
   * Counts this page and goes on observing it. A page is counted once, however often it is started. It asks the tab for
   * three short texts, and leaves the rest to events and a timer.
   */
  start(page?: Document): void;
  /**
   * Takes the person's word on profiling. A yes lasts in the tab until it is taken back. After a no, what was kept is
   * erased, remembered questions as well, and the visit begins anew with this page, in memory. A no wins over the
   * owner's `remember`.
   */
  consent(word: ConsentWord): void;
  /** Keeps a calculation that the person made, in place of an earlier one; `undefined` forgets it. */
  keep(calculation: Calculation | undefined): void;
  count(what: keyof Engagement, by?: number): void;
}

export function createVisit(storage: TabStorage = tabStorage()): Visit {
  const given = () => profilingConsent(storage);
  const isKept = () => given()?.granted ?? storage.read('remember') === true;

  function read(): VisitState {
    const stored = storage.read('trail');
    const calculation = storage.read('calculation') as Calculation | null;
    return {
      ...(isWhole(stored) ? stored : fresh()),
      calculation: calculation && models.includes(calculation.model) ? calculation : undefined,
    };
  }

  function write(changes: Partial<VisitState>): void {
    const { calculation: _, ...trail } = { ...read(), ...changes };
    storage.write('trail', trail, isKept());
  }

  function count(what: keyof Engagement, by = 1): void {
    const { engagement } = read();
    write({ engagement: { ...engagement, [what]: engagement[what] + by } });
    announce(counted, what);
  }

  function arrive({ URL, referrer }: Document): void {
    const { attribution, page: last } = read();
    const touch = touchOf(URL, referrer, new Date());
    const isArrival = !last || touch.utm || touch.click || touch.referrer;
    write({
      page: performance.timeOrigin,
      ...(isArrival && { attribution: withTouch(attribution, touch) }),
    });
    count('pageViews');
  }

  function consent(word: ConsentWord): void {
    const granted = word?.profiling;
    if (typeof granted !== 'boolean') {
      console.warn('[unisono] consent: profiling is true or false');
      return;
    }
    const { text = '', version = '', policyUrl = '' } = word;
    const said = {
      granted,
      // Longer than such words are, and short enough for a lead that has them in it.
      text: `${text}`.slice(0, 4_000),
      version: `${version}`.slice(0, 200),
      // A lead with any other one would be refused.
      ...(/^https?:\/\/\S{1,990}$/.test(policyUrl) && { policyUrl }),
    };
    const { at: _, purpose: __, ...known } = given() ?? {};
    // Managers repeat themselves on every page. What counts is when it was first said.
    if (jsonText(said) === jsonText(known)) return;

    storage.write(consentKey, { ...said, at: new Date().toISOString() });
    if (granted) write({});
    else {
      const isCounted = read().page === performance.timeOrigin;
      for (const key of ['trail', 'remember']) storage.write(key, undefined);
      forgetAnswered();
      if (isCounted) arrive(document);
    }
    announce(consentChange);
  }

  /** What was said before this script came; what is said from now on is heard at once. */
  function hearQueue(): void {
    const page = globalThis as Pick<Window, 'unisonoConsent'>;
    const queue = page.unisonoConsent ?? [];
    // Another script of the page has heard it already.
    if (!Array.isArray(queue)) return;
    page.unisonoConsent = { push: consent };
    for (const word of queue) consent(word);
  }

  return {
    read,
    given,
    start(page = document) {
      hearQueue();
      if (read().page === performance.timeOrigin) return;
      // Nobody has agreed to what may stand there; nor to what earlier versions of this script have left.
      if (!isKept()) storage.write('trail', undefined);
      storage.write('visit', undefined);

      arrive(page);
      setInterval(() => {
        if (!page.hidden) count('activeSeconds', beat);
      }, beat * 1000);
      page.addEventListener('click', ({ target }) => {
        if ((target as Element).closest?.('[data-unisono-cta]')) count('ctaClicks');
      });
    },
    consent,
    keep: (calculation) => storage.write('calculation', calculation),
    count,
  };
}

/**
 * Calls a listener after the person's word on profiling has changed, whichever script heard it.
 * @returns what ends the subscription
 */
export function onConsent(listener: () => void): () => void {
  addEventListener(consentChange, listener);
  return () => removeEventListener(consentChange, listener);
}

/** The visit of this tab, shared by all elements of a page. */
export const visit = /* @__PURE__ */ createVisit();

/**
 * What a consent manager calls: `unisono.consent({ profiling: true })`. Where the script may not have come yet:
 * `(window.unisonoConsent ||= []).push({ profiling: true })`, at any time.
 */
export const consent = (word: ConsentWord): void => visit.consent(word);
