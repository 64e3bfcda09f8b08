import { bare } from '../lead/bare.ts';
import type { Engagement } from '../lead/engagement.ts';
import { jsonText } from '../lead/json-text.ts';
import type { Tally, TallyEvent } from '../lead/tally.ts';
import { isLeadEndpoint } from './lead-endpoints.ts';
import { counted } from './visit.ts';

// As it was when our script ran: pages replace it.
const { fetch: ownFetch } = globalThis;

/** Milliseconds without another count, after which what was counted is sent. */
const idle = 5_000;

/** What the visit counts, and we as well. */
const ofVisit: Partial<Record<keyof Engagement, TallyEvent>> = {
  ctaClicks: 'cta',
  calculations: 'calculation',
};

export interface TallyOptions {
  fetch?: typeof fetch;
  now?: () => Date;
}

/** Counts for an owner who wants to know how many, and not who. */
export interface PageTally {
  /**
   * Says where counts go for as long as an element is on the page: they go to the page's first such address, and without
   * one nothing is counted.
   * @param url absolute address; `null` for none, or none any more
   * @returns `false`: refused, since a form sends its leads there. To be reported to the owner
   */
  to(element: object, url: string | null): boolean;
  /** @param form name of the form, if it is one's */
  count(event: TallyEvent, form?: string): void;
}

/**
 * Sends in one simple request what was counted, after some idle seconds and when the page is hidden. No cookie, no
 * referrer, no id; losses are fine.
 */
export function createTally({ fetch = ownFetch, now = () => new Date() }: TallyOptions = {}): PageTally {
  const urls = new Map<object, string>();
  const rows = new Map<string, Tally>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isListening = false;

  // Asked again when it is sent: a form may have come since.
  const findUrl = () => [...urls.values()].find((url) => !isLeadEndpoint(url));

  const send = () => {
    clearTimeout(timer);
    const url = findUrl();
    const body = jsonText([...rows.values()])!;
    if (url && rows.size)
      fetch(
        url,
        bare<RequestInit>({
          // Text is labelled `text/plain`, and so needs no preflight.
          method: 'POST',
          body,
          mode: 'no-cors',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          keepalive: true,
        }),
      ).then(
        ({ body }) => body?.cancel(),
        () => {},
      );
    rows.clear();
  };

  const count = (event: TallyEvent, form = '') => {
    if (!findUrl()) return;
    const day = now().toISOString().slice(0, 10);
    const campaign = new URLSearchParams(location.search).get('utm_campaign')?.slice(0, 200) ?? '';
    const key = [day, form, campaign, event].join('\n');
    const number = (rows.get(key)?.number ?? 0) + 1;
    rows.set(key, { day, form, campaign, event, number });
    clearTimeout(timer);
    timer = setTimeout(send, idle);
  };

  const listen = () => {
    isListening = true;
    addEventListener('visibilitychange', () => document.hidden && send());
    addEventListener(counted, (event) => {
      const counts = ofVisit[(event as CustomEvent<keyof Engagement>).detail];
      // Of two scripts on a page one counts.
      if (!counts || !findUrl()) return;
      event.stopImmediatePropagation();
      count(counts);
    });
  };

  return {
    to(element, url) {
      const isRefused = url !== null && isLeadEndpoint(url);
      if (url && !isRefused) {
        urls.set(element, url);
        if (!isListening) listen();
      } else if (urls.has(element)) {
        send();
        urls.delete(element);
      }
      return !isRefused;
    },
    count,
  };
}

/** The tally of this page. */
export const tally = /* @__PURE__ */ createTally();
