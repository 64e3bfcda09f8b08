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
  stored: () =>
    new Promise<OutboxRecord[]>((resolve, reject) => {
      const opening = indexedDB.open('unisono-outbox');
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => opening.transaction!.abort();
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction('leads').objectStore('leads').getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
        database.close();
      };
    }).catch(() => []),
};

declare global {
  var client: typeof faultsClient;
}

globalThis.client = faultsClient;
if (query.has('start')) outbox.start();
