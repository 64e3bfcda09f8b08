import { fetchTransport } from '../delivery/fetch-transport.ts';
import { createOutbox, type Outbox } from '../delivery/outbox.ts';
import { type Solve, withChallenge } from '../delivery/with-challenge.ts';
import { tellConversion } from './conversion.ts';
import { isLeadEndpoint, setLeadEndpoint } from './lead-endpoints.ts';

const challenges = /* @__PURE__ */ new Map<object, Solve>();
let outbox: Outbox | undefined;

/**
 * The outbox all forms of this page share. It sends only to endpoints that a form on the page has now, with a token of
 * the page's challenge if there is one, and tells the page's `dataLayer` of each lead that it delivered.
 */
export function pageOutbox(): Outbox {
  if (!outbox) {
    const own = createOutbox({
      allows: isLeadEndpoint,
      transport: withChallenge(fetchTransport(), () => challenges.values().next().value),
    });
    own.subscribe(({ envelope, receipt }) => tellConversion(envelope, receipt));
    outbox = {
      ...own,
      async submit(envelope, destination) {
        const receipt = await own.submit(envelope, destination);
        tellConversion(envelope, receipt);
        return receipt;
      },
    };
    outbox.start();
  }
  return outbox;
}

/** Says which endpoint a form sends to; `null` when it has none any more. */
export function allowEndpoint(form: object, url: string | null): void {
  if (setLeadEndpoint(form, url) && url) void pageOutbox().flush();
}

/**
 * Says how a form's challenge is asked for a token; `null` when it has none any more. The page's first one is asked for
 * all leads that are sent from the page. Call it before `allowEndpoint`, which sends what waits.
 */
export function setChallenge(form: object, solve: Solve | null): void {
  if (solve) challenges.set(form, solve);
  else challenges.delete(form);
}
