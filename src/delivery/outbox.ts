import { type Envelope, envelopeLimit } from '../lead/envelope.ts';
import type { Destination } from './destination.ts';
import { envelopeBody } from './envelope-body.ts';
import { fetchTransport } from './fetch-transport.ts';
import { indexedDbStore } from './indexed-db-store.ts';
import {
  afterTry,
  dueAt,
  isHeld,
  isRecord,
  isRejected,
  leaseTime,
  newRecord,
  type OutboxRecord,
  receiptOf,
} from './outbox-record.ts';
import type { Receipt, Trouble } from './receipt.ts';
import type { Store } from './store.ts';
import { type StoredLead, storedLead } from './stored-lead.ts';
import type { Delivered, Outcome, Transport } from './transport.ts';

/** The outbox holds at most this many leads, */
export const outboxLeads = 1_000;
/** and at most this many bytes of them. */
export const outboxBytes = 4_000_000;

/** Tries follow each other by at least this many milliseconds when something is due all the time. */
const shortestPause = 1_000;

export interface OutboxOptions {
  store?: Store;
  transport?: Transport;
  /** Whether the page's configuration (still) names this endpoint. Nothing stored is sent to another one. */
  allows?: (url: string) => boolean;
  /** Epoch milliseconds. */
  now?: () => number;
  /** From 0 to 1. */
  random?: () => number;
  /** Calls back after so many milliseconds, and returns what calls it off. */
  after?: (milliseconds: number, callback: () => void) => () => void;
}

export type { StoredLead } from './stored-lead.ts';

/** Hears of a lead that was sent, or tried, later than its press on the button. */
export type OutboxListener = (news: { id: string; receipt: Receipt }) => void;

/** The durable queue between a press on the button and a receipt. */
export interface Outbox {
  /**
   * Stores the lead, then tries to send it, once. Without room or storage it is tried all the same.
   * The same envelope twice is one lead: the second press finds the first, or tries again.
   */
  submit(envelope: Envelope, destination: Destination): Promise<Receipt>;
  /** Sends what is due, oldest first within one endpoint. */
  flush(): Promise<void>;
  /** Sends by itself from now on: at once, by the schedule, and when a page returns, comes online or into sight. */
  start(): void;
  stop(): void;
  /** What is stored, oldest first; nothing where there is no storage. */
  list(): Promise<StoredLead[]>;
  /** The person wants this lead sent now; `null` if it is not there any more. A receiver's pause is kept even so. */
  retry(id: string): Promise<Receipt | null>;
  /** The person does not want this lead sent. */
  discard(id: string): Promise<void>;
  /** @returns what ends the subscription */
  subscribe(listener: OutboxListener): () => void;
}

const afterTimeout: Required<OutboxOptions>['after'] = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * How it keeps the promise:
 * - A lead is durable before its first request, and removed only after its receipt.
 * - One sender at a time for one endpoint, in all tabs, by leases in the store. A lease runs out, so a tab that
 *   was frozen or killed holds nothing up for longer than that; an accepted lead may then arrive twice, with the
 *   same id and body.
 * - To a receiver whose answer cannot be read a lead must not arrive twice. So one whose sender went away without
 *   an answer is `interrupted` and waits for the person. A request that failed is repeated: nobody answered.
 * - Without a network, trying one lead says enough about its endpoint: the round ends there, and the next round
 *   goes on with the next lead. A pause that a receiver asks for holds for all its leads. Any other trouble
 *   (500, a refusal) is that lead's alone.
 * - A lead that made the receiver ask for a pause goes behind the others, so that it cannot keep them waiting
 *   for ever.
 *
 * No array methods on the way of a lead: pages replace those, too.
 */
export function createOutbox({
  store = indexedDbStore(),
  transport = fetchTransport(),
  allows = () => true,
  now = () => Date.now(),
  random = () => Math.random(),
  after = afterTimeout,
}: OutboxOptions = {}): Outbox {
  const listeners = new Set<OutboxListener>();
  const submissions = new Map<string, Promise<Receipt>>();
  /** Leads to be tried before their time, because something happened. */
  const hurried = new Set<string>();
  /** Leads tried since this page was loaded. */
  const tried = new Set<string>();
  let isStarted = false;
  let hasWoken = false;
  let round: Promise<void> | null = null;
  let callOff = () => {};

  /** One try of a leased record. */
  const send = async (leased: OutboxRecord): Promise<Receipt> => {
    const { id, envelope, destination, leasedUntil } = leased;
    tried.add(id);
    hurried.delete(id);
    const outcome = await transport(envelope, destination);
    const pause = outcome.status === 'failed' && outcome.retryAfter;
    try {
      return await store.transact(
        (records, write) => {
          if (isDelivered(outcome)) {
            write(id);
            return outcome;
          }
          // Unless the record has gone meanwhile: discarded, or cleared with the site's data.
          let receipt = unsaved(outcome.trouble, 'no-storage');
          const time = now();
          for (const record of records) {
            if (!isRecord(record)) continue;
            if (record.id === id) {
              // Another one has taken it since, if this tab was frozen for longer than its lease.
              const isOurs = record.leasedUntil === leasedUntil;
              const next = isOurs ? afterTry(record, outcome, time, random()) : record;
              if (isOurs) write(id, next);
              receipt = receiptOf(next, time);
            } else if (pause && record.destination.url === destination.url) {
              write(record.id, { ...record, notBefore: Math.max(record.notBefore, time + pause) });
            }
          }
          return receipt;
        },
        pause ? undefined : id,
      );
    } catch {
      return isDelivered(outcome) ? outcome : unsaved(outcome.trouble, 'no-storage');
    }
  };

  const sendAndTell = async (leased: OutboxRecord) => {
    const receipt = await send(leased);
    if (receipt.status !== 'unsaved') for (const listener of listeners) listener({ id: leased.id, receipt });
    return receipt;
  };

  /** Leases the endpoint's next due lead that this round has not tried, unless somebody is sending to it. */
  const leaseNext = (url: string, done: Set<string>) =>
    store.transact((records, write) => {
      const time = now();
      let next: OutboxRecord | null = null;
      for (const record of records) {
        if (!isRecord(record) || record.destination.url !== url) continue;
        if (isHeld(record, time)) return null;
        const isDue = !done.has(record.id) && dueAt(record, time, hurried.has(record.id)) <= time;
        if (isDue && (!next || precedes(record, next))) next = record;
      }
      if (!next) return null;
      const leased = { ...next, leasedUntil: time + leaseTime };
      write(leased.id, leased);
      return leased;
    });

  const drain = async (url: string) => {
    const done = new Set<string>();
    for (;;) {
      const leased = await leaseNext(url, done);
      if (!leased) return;
      done.add(leased.id);
      const receipt = await sendAndTell(leased);
      if ('trouble' in receipt && endsRound.has(receipt.trouble)) return;
    }
  };

  const allRecords = () => store.transact((records) => records);

  const runRound = async () => {
    const urls = new Set<string>();
    for (const record of await allRecords()) {
      if (!isRecord(record)) continue;
      if (allows(record.destination.url)) urls.add(record.destination.url);
      if (hasWoken && !(isRejected(record) && tried.has(record.id))) hurried.add(record.id);
    }
    hasWoken = false;
    const drains = new Set<Promise<void>>();
    for (const url of urls) drains.add(drain(url));
    await Promise.all(drains);
  };

  /** Sets the clock for whatever is due next. */
  const arm = async () => {
    callOff();
    if (!isStarted) return;
    const time = now();
    let next = Infinity;
    for (const record of await allRecords()) {
      if (!isRecord(record) || !allows(record.destination.url)) continue;
      next = Math.min(next, dueAt(record, time, hurried.has(record.id)));
    }
    callOff();
    if (isStarted && next < Infinity) callOff = after(Math.max(shortestPause, next - time), flush);
  };
  const rearm = () => arm().catch(() => {});

  // Without storage there is nothing to send, and `list` says why.
  const flush = () =>
    (round ??= runRound()
      .catch(() => {})
      .then(() => {
        round = null;
        return rearm();
      }));

  const wake = (event?: Event) => {
    // The first `pageshow` of a page is its load, when `start` has done the same.
    if ((event as PageTransitionEvent | undefined)?.persisted === false) return;
    if (event?.type === 'visibilitychange' && document.hidden) return;
    hasWoken = true;
    void flush();
  };

  const retry = async (id: string) => {
    const [receipt, leased] = await store.transact<[Receipt | null, OutboxRecord?]>((records, write) => {
      for (const record of records) {
        if (!isRecord(record)) continue;
        const time = now();
        if (isHeld(record, time)) return [receiptOf(record, time)];
        const wanted = { ...record, waitingSince: time, leasedUntil: 0 };
        const { url } = record.destination;
        const isAllowed = allows(url);
        const isDue = isAllowed && dueAt(wanted, time, true) <= time;
        if (isDue) wanted.leasedUntil = time + leaseTime;
        write(id, wanted);
        if (isDue) return [null, wanted];
        const retryAt = record.notBefore;
        return [
          isAllowed
            ? receiptOf(wanted, time)
            : { status: 'queued', trouble: 'endpoint-not-allowed', retryAt },
        ];
      }
      return [null];
    }, id);
    if (!leased) return receipt;
    const news = await sendAndTell(leased);
    void rearm();
    return news;
  };

  const submitOnce = async (envelope: Envelope, destination: Destination): Promise<Receipt> => {
    const { id } = envelope;
    const body = envelopeBody(envelope);
    if (body === null) return unsaved('malformed');
    const size = new TextEncoder().encode(body).length;
    if (size > envelopeLimit) return unsaved('too-large');

    let storage: 'no-storage' | 'outbox-full' = 'no-storage';
    try {
      const place = await store.transact((records, write) => {
        let bytes = size;
        for (const record of records) {
          if (record.id === id) return 'known';
          bytes += (record as OutboxRecord).size || 0;
        }
        if (records.length >= outboxLeads || bytes > outboxBytes) return 'outbox-full';
        const record = newRecord(envelope, destination, size, now());
        write(id, record);
        return record;
      });
      if (place === 'known') return (await retry(id)) ?? unsaved('malformed');
      if (place !== 'outbox-full') {
        const receipt = await send(place);
        void rearm();
        return receipt;
      }
      storage = place;
    } catch {
      // Not stored, and so all the more to be tried.
    }
    const outcome = await transport(envelope, destination);
    return isDelivered(outcome) ? outcome : unsaved(outcome.trouble, storage);
  };

  return {
    submit(envelope, destination) {
      const { id } = envelope;
      let submission = submissions.get(id);
      if (!submission) {
        submission = submitOnce(envelope, destination).finally(() => submissions.delete(id));
        submissions.set(id, submission);
      }
      return submission;
    },
    flush,
    start() {
      isStarted = true;
      for (const type of wakeUps) addEventListener(type, wake);
      wake();
    },
    stop() {
      isStarted = false;
      callOff();
      for (const type of wakeUps) removeEventListener(type, wake);
    },
    list: () =>
      store
        .transact((records) => records.map((record) => storedLead(record, now(), allows)))
        .then(
          (leads) => leads.sort((one, other) => one.createdAt - other.createdAt),
          () => [],
        ),
    retry: (id) => retry(id).catch(() => unsaved('no-storage')),
    discard: (id) => store.transact((_, write) => write(id), id).catch(() => {}),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// `visibilitychange` bubbles up from the document.
const wakeUps = ['online', 'pageshow', 'visibilitychange'];

/** Troubles that are not the lead's: to go on with the next one would meet the same. */
const endsRound = new Set<Trouble>(['network', 'timeout']);

const isDelivered = (outcome: Outcome): outcome is Delivered =>
  /^(accepted|handed-over)$/.test(outcome.status);

const unsaved = (trouble: Trouble, storage?: 'no-storage' | 'outbox-full'): Receipt => ({
  status: 'unsaved',
  trouble,
  ...(storage && { storage }),
});

/** Oldest first, those that made the receiver ask for a pause last. */
function precedes(one: OutboxRecord, other: OutboxRecord): boolean {
  const isBehind = hasAskedForPause(one);
  return isBehind === hasAskedForPause(other) ? one.waitingSince < other.waitingSince : !isBehind;
}

const hasAskedForPause = ({ last }: OutboxRecord) =>
  last?.status === 'failed' && last.retryAfter !== undefined;
