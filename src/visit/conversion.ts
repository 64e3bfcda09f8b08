import type { LeadListener } from '../delivery/lead-outbox.ts';
import { isDelivered, type Receipt } from '../delivery/receipt.ts';

/**
 * Tells the page's tag manager of a lead, once it is delivered: one `generate_lead` in `dataLayer`, with the lead's id
 * and the name of its form, and nothing of the person. A lead that was sent to try the endpoint is none, and of one that
 * another tab has sent that tab tells.
 */
export function tellConversion({ id, source, test }: Parameters<LeadListener>[0], receipt: Receipt): void {
  if (test || !source || !isDelivered(receipt)) return;
  try {
    (globalThis as { dataLayer?: object[] }).dataLayer?.push({
      event: 'generate_lead',
      event_id: id,
      form: source.form,
    });
  } catch {
    // The page's own trouble: the lead has arrived.
  }
}
