import { type Envelope, envelopeLimit } from '../lead/envelope.ts';
import { bodyFor } from './body-for.ts';
import type { Destination } from './destination.ts';
import { fetchTransport } from './fetch-transport.ts';
import { indexedDbStore } from './indexed-db-store.ts';
import type { NewsChannel } from './news-channel.ts';
import { isRecord, leadOf, newRecord, type OutboxRecord } from './outbox-record.ts';
import { leaseForPerson, leaseNext, place, settle, unstored } from './outbox-steps.ts';
import type { Receipt, Trouble } from './receipt.ts';
import type { Store } from './store.ts';
import { type StoredLead, storedLead } from './stored-lead.ts';
import type { Transport } from './transport.ts';

/** Tries follow each other by at least this many milliseconds when something is due all the time. */
const shortestPause = 1_000;

/** The platform's timers, or a test's. */
export interface Timers {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: never): void;
}

export interface OutboxOptions {
  store?: Store;
  transport?: Transport;
  /** Whether the page's configuration (still) names this endpoint. Nothing stored is sent to another one. */
  allows?: (url: string) => boolean;
  /** Epoch milliseconds. */
  now?: () => number;
  /** From 0 to 1. */
  random?: () => number;
  timers?: Timers;
  /** What the other tabs of the site say and hear; without it they are not heard. */
  channel?: NewsChannel | undefined;
}

export type { StoredLead } from './stored-lead.ts';

/** What became of a lead. */
export interface OutboxNews {
  id: string;
  receipt: Receipt;
  /** Absent if another tab has tried: nothing of the person is told around. */
  envelope?: Envelope;
}

/** Hears of a lead that was sent, or tried, later than its press on the button, or by another tab. */
export type OutboxListener = (news: OutboxNews) => void;

/** The durable queue between a press on the button and a receipt. */
export interface Outbox {
  /**
   * Stores the lead, then tries to send it, once. Without room or storage it is tried all the same.
   * The same envelope twice is one lead: the second press finds the first, or tries again.
   * @param key what it is stored and told of under: the envelope's id, unless it goes to several receivers (see `keyOf`)
   */
  submit(envelope: Envelope, destination: Destination, key?: string): Promise<Receipt>;
  /** Sends what is due, oldest first within one endpoint. */
  flush(): Promise<void>;
  /** Sends by itself from now on: at once, by the schedule, and when a page returns, comes online or into sight. */
  start(): void;
  /** What is stored, oldest first; nothing where there is no storage. */
  list(): Promise<StoredLead[]>;
  /** The person wants this lead sent now; `null` if it is not there any more. A receiver's pause is kept even so. */
  retry(id: string): Promise<Receipt | null>;
  /** The person does not want this lead sent to any of its receivers. */
  discard(id: string): Promise<void>;
  /** @returns what ends the subscription */
  subscribe(listener: OutboxListener): () => void;
}

// `visibilitychange` bubbles up from the document.
const wakeUps = ['online', 'pageshow', 'visibilitychange'];

/** Begins what goes by a name, unless it is under way: then whoever asks for it waits for the same. */
function joined<T>(underWay: Map<string, Promise<T>>, name: string, begin: () => Promise<T>): Promise<T> {
  const run = underWay.get(name) ?? begin().finally(() => underWay.delete(name));
  underWay.set(name, run);
  return run;
}

const unsaved = (trouble: Trouble): Receipt => ({ status: 'unsaved', trouble });

/**
 * How it keeps the promise:
 * - A lead is durable before its first request, and removed only after its receipt.
 * - One sender at a time for one endpoint, in all tabs, by leases in the store. A lease runs out, so a tab that
 *   was frozen or killed holds nothing up for longer than that; an accepted lead may then arrive twice, with the
 *   same id and body.
 * - To a receiver whose answer cannot be read a lead must not arrive twice. So one that got no answer, because its
 *   sender went away or none came in time, is `interrupted` and waits for the person. A request that failed is
 *   repeated: nobody answered.
 * - Without a network, trying one lead says enough about its endpoint: the round ends there, and the next round
 *   goes on with the next lead. A pause that a receiver asks for holds for all its leads. Any other trouble
 *   (500, a refusal) is that lead's alone.
 * - A press on the button is always tried at once, a receiver's pause or not: somebody waits for an answer.
 */
export function createOutbox({
  store = indexedDbStore(),
  transport = fetchTransport(),
  allows = () => true,
  now = Date.now,
  random = Math.random,
  timers = globalThis,
  channel,
}: OutboxOptions = {}): Outbox {
  const listeners = new Set<OutboxListener>();
  const submissions = new Map<string, Promise<Receipt>>();
  const drains = new Map<string, Promise<void>>();
  /** What this tab is sending: of this it need not ask a store, which may be slow, or know nothing of it any more. */
  const sends = new Map<string, Promise<Receipt>>();
  /** Leads tried since the page was loaded, came online or into sight: the others need not wait any longer. */
  const tried = new Set<string>();
  /** Leads refused since the page was loaded. */
  const refused = new Set<string>();
  /** When the timer rings: `Infinity` for never, `-Infinity` for never while stopped. */
  let alarm = -Infinity;
  let timer: unknown;

  /** Makes sure that there is a round at this time, at the latest. */
  const remind = (time: number) => {
    if (time >= alarm) return;
    timers.clearTimeout(timer as never);
    alarm = time;
    const ring = () => {
      alarm = Infinity;
      void flush();
    };
    timer = timers.setTimeout(ring, Math.max(shortestPause, time - now()));
  };

  const sendOnce = async (leased: OutboxRecord): Promise<Receipt> => {
    const { id, envelope, destination } = leased;
    tried.add(id);
    const outcome = await transport(envelope, destination);
    if (outcome.status === 'rejected') refused.add(id);
    const receipt = await store
      .transact(settle(leased, outcome, now(), random()))
      .catch(() => unstored(outcome));
    // What waited behind this lead can go, and a failed one has a new time.
    remind(0);
    return receipt;
  };

  /** One try of a leased record. */
  const send = (leased: OutboxRecord) => joined(sends, leased.id, () => sendOnce(leased));

  const tell = (news: OutboxNews) => {
    for (const listener of listeners) listener(news);
  };
  if (channel) channel.onmessage = ({ data }) => tell(data);

  /** As `send`, for those who did not ask for it. What this tab lost sight of is no news. */
  const sendLater = async (leased: OutboxRecord) => {
    const { id, envelope } = leased;
    const receipt = await send(leased);
    if (receipt.status !== 'unsaved') {
      tell({ id, envelope, receipt });
      channel?.postMessage({ id, receipt });
    }
    return receipt;
  };

  /** Sends what is due for one endpoint. */
  const drain = async (url: string) => {
    const done = new Set<string>();
    const isInHurry = (id: string) => !tried.has(id) && !refused.has(id);
    for (;;) {
      const next = await store.transact(leaseNext(url, now(), done, isInHurry));
      if (typeof next === 'number') return remind(next);
      done.add(next.id);
      const receipt = await sendLater(next);
      if ('trouble' in receipt && /^(network|timeout)$/.test(receipt.trouble)) return;
    }
  };

  const flush = async () => {
    // Without storage there is nothing to send.
    const records = await store.transact((records) => records).catch(() => []);
    const urls = new Set<string>();
    for (const record of records)
      if (isRecord(record) && allows(record.destination.url)) urls.add(record.destination.url);
    const rounds = new Set<Promise<void>>();
    for (const url of urls) {
      if (drains.has(url)) remind(0);
      rounds.add(joined(drains, url, () => drain(url).catch(() => {})));
    }
    await Promise.all(rounds);
  };

  const wake = (event?: Event) => {
    // The first `pageshow` of a page is its load, when `start` has done the same.
    if ((event as PageTransitionEvent | undefined)?.persisted === false) return;
    if (event?.type === 'visibilitychange' && document.hidden) return;
    tried.clear();
    void flush();
  };

  const retry = async (id: string) => {
    const found = await store.transact(leaseForPerson(now(), allows), id).catch(() => unsaved('no-storage'));
    remind(0);
    return found && 'envelope' in found ? sendLater(found) : found;
  };

  const submitOnce = async (envelope: Envelope, destination: Destination, id: string): Promise<Receipt> => {
    const body = bodyFor(envelope, destination);
    if (body === null) return unsaved('malformed');
    const size = new TextEncoder().encode(body).length;
    if (size > envelopeLimit) return unsaved('too-large');

    const record = newRecord(envelope, destination, size, now(), id);
    const placed = await store.transact(place(record)).catch(() => 'no-storage' as const);
    if (placed === 'placed') return send(record);
    if (placed === 'known') return (await retry(id)) ?? unsaved('malformed');
    // Not stored, and so all the more to be tried.
    return sends.get(id) ?? unstored(await transport(envelope, destination), placed);
  };

  return {
    submit(envelope, destination, id = envelope.id) {
      return joined(submissions, id, () => submitOnce(envelope, destination, id));
    },
    flush,
    start() {
      alarm = Infinity;
      for (const type of wakeUps) addEventListener(type, wake);
      wake();
    },
    list: () =>
      store
        .transact((records) => records.map((record) => storedLead(record, now(), allows)))
        .then(
          (leads) => leads.sort((one, other) => one.createdAt - other.createdAt),
          () => [],
        ),
    retry,
    discard: (id) =>
      store
        .transact((records, write) => {
          for (const { id: key } of records) if (leadOf(key) === id) write(key);
        })
        .catch(() => {}),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
