import { createOutbox, type Outbox } from '../delivery/outbox.ts';

const allowed = new Map<object, string>();
let outbox: Outbox | undefined;

/** The outbox all forms of this page share. It sends only to endpoints that a form on the page has now. */
export function pageOutbox(): Outbox {
  if (!outbox) {
    outbox = createOutbox({ allows: (url) => [...allowed.values()].includes(url) });
    outbox.start();
  }
  return outbox;
}

/** Says which endpoint a form sends to; `null` when it has none any more. */
export function allowEndpoint(form: object, url: string | null): void {
  if (allowed.get(form) === (url ?? undefined)) return;
  if (url) {
    allowed.set(form, url);
    void pageOutbox().flush();
  } else allowed.delete(form);
}
