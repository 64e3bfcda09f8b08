import type { Destination } from '../../../src/delivery/destination.ts';
import { fetchTransport } from '../../../src/delivery/fetch-transport.ts';
import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';
import { newsChannel } from '../../../src/delivery/news-channel.ts';
import { createOutbox } from '../../../src/delivery/outbox.ts';
import type { OutboxRecord } from '../../../src/delivery/outbox-record.ts';
import type { Receipt } from '../../../src/delivery/receipt.ts';
import { buildEnvelope } from '../envelope-builder.ts';

/**
 * The page's side of the fault tests: an outbox as a page has it, on the browser's own database and network, with
 * a clock that can be moved. `?limit=` milliseconds for a request, `?patience=` milliseconds with the storage,
 * `?ahead=` milliseconds for the clock, `?start`.
 */
const query = new URLSearchParams(location.search);
let ahead = Number(query.get('ahead'));

const outbox = createOutbox({
  channel: newsChannel(),
  store: indexedDbStore({ limit: Number(query.get('patience')) || 5_000 }),
  transport: fetchTransport({ limit: Number(query.get('limit')) || 30_000 }),
  now: () => Date.now() + ahead,
  random: () => 1,
});
let isBack = false;
addEventListener('pageshow', ({ persisted }) => {
  isBack = persisted;
});
const later: { id: string; receipt: Receipt }[] = [];
outbox.subscribe((news) => later.push(news));

/** Asks the outbox's database, past the code under test. */
const inDatabase = <T>(ask: (leads: IDBObjectStore) => IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    const opening = indexedDB.open('unisono-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.transaction!.abort();
    opening.onsuccess = () => {
      const database = opening.result;
      const asking = ask(database.transaction('leads', 'readwrite').objectStore('leads'));
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
      database.close();
    };
  });

const faultsClient = {
  outbox,
  later,
  /** Whether the page has come back from the back-forward cache. */
  isBack: () => isBack,
  forward(milliseconds: number) {
    ahead += milliseconds;
  },
  submit(id: string, url: string, more: Partial<Destination> = {}, message = 'Please call me.') {
    const profile = { email: 'canary@example.com', message };
    const envelope = buildEnvelope({ id, profile, createdAt: new Date(Date.now() + ahead).toISOString() });
    return outbox.submit(envelope, { url, readable: true, contentType: 'text/plain', ...more });
  },
  /** What the database holds, read past the code under test. */
  stored: () => inDatabase((leads) => leads.getAll() as IDBRequest<OutboxRecord[]>).catch(() => []),
  /** Stores the first lead that is there under more ids, each a millisecond later than the one before. */
  async alsoFor(ids: readonly string[]) {
    const [first] = await faultsClient.stored();
    await inDatabase((leads) => {
      for (const [at, id] of ids.entries())
        leads.put({
          ...first!,
          id,
          envelope: { ...first!.envelope, id },
          waitingSince: first!.waitingSince + at + 1,
        });
      return leads.count();
    });
  },
};

declare global {
  var client: typeof faultsClient;
}

globalThis.client = faultsClient;
if (query.has('start')) outbox.start();
