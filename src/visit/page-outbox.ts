import { fetchTransport } from '../delivery/fetch-transport.ts';
import { type LeadOutbox, leadOutbox } from '../delivery/lead-outbox.ts';
import { newsChannel } from '../delivery/news-channel.ts';
import { createOutbox } from '../delivery/outbox.ts';
import { type Solve, withChallenge } from '../delivery/with-challenge.ts';
import { tellConversion } from './conversion.ts';
import { isLeadEndpoint, setLeadEndpoints } from './lead-endpoints.ts';

const challenges = /* @__PURE__ */ new Map<object, Solve>();
let outbox: LeadOutbox | undefined;

/**
 * The outbox all forms of this page share. It sends only to endpoints that a form on the page has now, with a token of
 * the page's challenge if there is one, and tells the page's `dataLayer` of each lead that its first receiver has: the
 * others get copies.
 */
export function pageOutbox(): LeadOutbox {
  if (!outbox) {
    const records = createOutbox({
      channel: newsChannel(),
      allows: isLeadEndpoint,
      transport: withChallenge(fetchTransport(), () => challenges.values().next().value),
    });
    outbox = leadOutbox(records);
    outbox.subscribe((lead, [first], isFirst) => {
      if (isFirst) tellConversion(lead, first!);
    });
    records.start();
  }
  return outbox;
}

/** Says which addresses a form sends to; none when it is gone. */
export function allowEndpoints(form: object, urls: readonly string[]): void {
  if (setLeadEndpoints(form, urls) && urls.length) void pageOutbox().flush();
}

/**
 * Says how a form's challenge is asked for a token; `null` when it has none any more. The page's first one is asked for
 * all leads that are sent from the page. Call it before `allowEndpoints`, which sends what waits.
 */
export function setChallenge(form: object, solve: Solve | null): void {
  if (solve) challenges.set(form, solve);
  else challenges.delete(form);
}
