import { afterTry, dueAt, isHeld, isRecord, leaseTime, type OutboxRecord, pauseOf } from './outbox-record.ts';
import type { Receipt, Trouble } from './receipt.ts';
import type { Step, Write } from './store.ts';
import type { Outcome } from './transport.ts';

// What the outbox decides, each in one step of its store. No array methods: pages replace those, too.

/** The outbox holds at most this many leads, */
export const outboxLeads = 1_000;
/** and at most this many bytes of them. */
export const outboxBytes = 4_000_000;

/**
 * Puts a new record into the outbox, unless it is there or there is no room. Nothing makes room. A pause that the
 * receiver asked for holds for this lead, too, after its first try.
 */
export const place =
  (record: OutboxRecord): Step<'placed' | 'known' | 'outbox-full'> =>
  (records, write) => {
    let bytes = record.size;
    let { notBefore } = record;
    for (const other of records) {
      if (other.id === record.id) return 'known';
      bytes += (other as OutboxRecord).size || 0;
      if (isRecord(other) && other.destination.url === record.destination.url) {
        notBefore = Math.max(notBefore, other.notBefore);
      }
    }
    if (records.length >= outboxLeads || bytes > outboxBytes) return 'outbox-full';
    write(record.id, { ...record, notBefore });
    return 'placed';
  };

/**
 * Leases an endpoint's next lead: of those due the oldest, and behind them the ones that made the receiver ask
 * for a pause. None while somebody is sending to this endpoint.
 * @param done ids that are not to be tried again
 * @param isInHurry whether a lead need not wait for the schedule
 * @returns the lead, or when to ask again
 */
export const leaseNext =
  (
    url: string,
    now: number,
    done: Set<string>,
    isInHurry: (id: string) => boolean,
  ): Step<OutboxRecord | number> =>
  (records, write) => {
    let next: OutboxRecord | null = null;
    let nextTime = Infinity;
    for (const record of records) {
      if (!isRecord(record) || record.destination.url !== url) continue;
      if (isHeld(record, now)) return record.leasedUntil;
      const time = dueAt(record, now, isInHurry(record.id));
      if (time > now) nextTime = Math.min(nextTime, time);
      else if (!done.has(record.id) && (!next || precedes(record, next))) next = record;
    }
    return next ? lease(next, now, write) : nextTime;
  };

/**
 * Leases a lead because the person asks for it: neither its age nor a refusal counts, only a receiver's pause.
 * @returns the lead, or where it stands instead; `null` if it is not there
 */
export const leaseForPerson =
  (now: number, allows: (url: string) => boolean): Step<OutboxRecord | Receipt | null> =>
  ([record], write) => {
    if (!record || !isRecord(record)) return null;
    if (isHeld(record, now)) return queued('under-way', record.leasedUntil);
    const wanted = { ...record, waitingSince: now, leasedUntil: 0 };
    const time = dueAt(wanted, now, true);
    if (allows(record.destination.url) && time <= now) return lease(wanted, now, write);
    write(record.id, wanted);
    return queued(time > now ? 'busy' : 'endpoint-not-allowed', time);
  };

/**
 * Puts down what a try came to: a delivered lead is removed, any other waits for its next try. A pause that a
 * receiver asked for is kept by all its leads.
 */
export const settle =
  (leased: OutboxRecord, outcome: Outcome, now: number, random: number): Step<Receipt> =>
  (records, write) => {
    const { id, destination, leasedUntil } = leased;
    let receipt = unstored(outcome);
    if (!('trouble' in outcome)) {
      write(id);
      return receipt;
    }
    // What many browsers are told alike must not bring them back all at once: up to half is added by chance.
    const pause = Math.round(pauseOf(outcome) * (1 + random / 2));
    for (const record of records) {
      if (!isRecord(record)) continue;
      if (record.id === id) {
        // Another tab has taken it since, if this one was frozen for longer than its lease.
        const isOurs = record.leasedUntil === leasedUntil;
        const next = isOurs ? afterTry(record, outcome, pause, now, random) : record;
        write(id, next);
        receipt = outcome.status === 'failed' ? queued(outcome.trouble, next.nextTryAt) : outcome;
      } else if (pause && record.destination.url === destination.url) {
        write(record.id, { ...record, notBefore: now + pause });
      }
    }
    return receipt;
  };

/** The receipt of an outcome where nothing is stored, or nothing is stored any more. */
export const unstored = (outcome: Outcome, storage: 'no-storage' | 'outbox-full' = 'no-storage'): Receipt =>
  'trouble' in outcome && outcome.status !== 'interrupted'
    ? { status: 'unsaved', trouble: outcome.trouble, storage }
    : outcome;

const queued = (trouble: Trouble, retryAt: number): Receipt => ({ status: 'queued', trouble, retryAt });

function lease(record: OutboxRecord, now: number, write: Write): OutboxRecord {
  const leased = { ...record, leasedUntil: now + leaseTime };
  write(leased.id, leased);
  return leased;
}

function precedes(one: OutboxRecord, other: OutboxRecord): boolean {
  const isBehind = pauseOf(one.last) > 0;
  return isBehind === pauseOf(other.last) > 0 ? one.waitingSince < other.waitingSince : !isBehind;
}
