import type { Receipt } from '../delivery/receipt.ts';
import type { Envelope } from '../lead/envelope.ts';

/** Leads that this page has told of. */
const told = /* @__PURE__ */ new Set<string>();

/**
 * Tells the page's tag manager of a lead, once it is delivered: one `generate_lead` in `dataLayer`, with the lead's id
 * and the name of its form, and nothing of the person. A lead that was sent to try the endpoint is none.
 */
export function tellConversion({ id, source, test }: Envelope, { status }: Receipt): void {
  if (test || told.has(id) || !/^(accepted|handed-over)$/.test(status)) return;
  told.add(id);
  try {
    (globalThis as { dataLayer?: object[] }).dataLayer?.push({
      event: 'generate_lead',
      event_id: id,
      form: source?.form,
    });
  } catch {
    // The page's own trouble: the lead has arrived.
  }
}
