import type { Envelope } from '../lead/envelope.ts';
import type { Destination } from './destination.ts';
import type { Outbox, OutboxNews } from './outbox.ts';
import { keyOf, leadOf } from './outbox-record.ts';
import { isDelivered, type Receipt } from './receipt.ts';
import type { StoredLead } from './stored-lead.ts';

/** From the surest to the least sure. */
const sureness = ['accepted', 'handed-over', 'queued', 'interrupted', 'rejected', 'unsaved'];

/** The receipt of a lead as a whole: that of the receiver of whom we are least sure. */
export const leastSure = ([...receipts]: readonly Receipt[]): Receipt =>
  receipts.sort((one, other) => sureness.indexOf(other.status) - sureness.indexOf(one.status))[0]!;

/**
 * Hears of a lead that was sent, or tried: at once, later, or by another tab.
 * @param lead no more than its id if another tab has tried
 * @param receipts of each receiver that this page has heard of, in their order
 * @param isFirst whether the news is of the first receiver: only then its receipt stands first for certain
 */
export type LeadListener = (
  lead: Pick<Envelope, 'id'> & Partial<Envelope>,
  receipts: Receipt[],
  isFirst: boolean,
) => void;

/** An outbox of leads, each of which may go to several receivers. An `id` is a lead's. */
export interface LeadOutbox extends Pick<Outbox, 'flush' | 'list' | 'retry' | 'discard'> {
  /** @returns one receipt a receiver, in their order */
  submit(envelope: Envelope, destinations: readonly Destination[]): Promise<Receipt[]>;
  subscribe(listener: LeadListener): () => void;
}

/**
 * Keeps a record for each receiver of a lead: none of them waits for another, and who has the lead does not get it again.
 * A person is told of the lead as a whole.
 */
export function leadOutbox(outbox: Outbox): LeadOutbox {
  /** What became of each record, as far as this page has heard, by its key. */
  const receipts = new Map<string, Receipt>();
  const listeners = new Set<LeadListener>();

  const hear = ({ id: key, receipt, envelope }: OutboxNews) => {
    // What arrived has arrived. A tab that was frozen in the middle hears it from the one that went on, and fails later.
    if (isDelivered(receipts.get(key))) return;
    receipts.set(key, receipt);
    const id = leadOf(key);
    const keys = [...receipts.keys()].filter((key) => leadOf(key) === id).sort();
    for (const listener of listeners)
      listener(
        { ...envelope, id },
        keys.map((key) => receipts.get(key)!),
        key === id,
      );
  };
  outbox.subscribe(hear);

  return {
    ...outbox,
    async submit(envelope, destinations) {
      const keys = await Promise.all(
        destinations.map(async (destination, at) => {
          const id = keyOf(envelope.id, at);
          if (!isDelivered(receipts.get(id)))
            hear({ id, envelope, receipt: await outbox.submit(envelope, destination, id) });
          return id;
        }),
      );
      // Whoever failed at once may have been reached again while another was slow.
      return keys.map((id) => receipts.get(id)!);
    },
    async list() {
      const leads = new Map<string, StoredLead>();
      for (const stored of await outbox.list()) {
        const id = leadOf(stored.id);
        // Whatever wants a word of the person's stands for the others.
        if ((leads.get(id)?.status ?? 'waiting') === 'waiting') leads.set(id, { ...stored, id });
      }
      return [...leads.values()];
    },
    async retry(id) {
      const keys = (await outbox.list()).map(({ id }) => id).filter((key) => leadOf(key) === id);
      const found = await Promise.all(keys.map((key) => outbox.retry(key)));
      return leastSure(found.filter((receipt) => receipt !== null)) ?? null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
