import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Envelope } from '../../src/lead/envelope.ts';

/** What a third party’s server answers; a promise of it for one that takes its time. */
type Answer = () => Response | Promise<Response>;

/** A stranger’s server, as seen from a page: it notes what it gets and answers as it is told. */
export interface Receiver {
  endpoint: string;
  /** Each request’s body and how it was labelled, in the order of arrival. */
  received: { lead: Envelope; body: string; request: Request }[];
  /** What came to other addresses of the same server: each address with its body. */
  elsewhere: string[];
  /** The last answer holds for whatever comes after it. */
  will(...answers: Answer[]): void;
}

export const accept: Answer = () => HttpResponse.json({ ok: true });
export const refuse =
  (message: string, status = 422): Answer =>
  () =>
    HttpResponse.json({ error: { message } }, { status });
export const beBusy: Answer = () => new HttpResponse(null, { status: 503 });
export const beUnreachable: Answer = () => HttpResponse.error();

/** Answers only when told to. */
export function hesitate(answer: Answer = accept): { answer: Answer; goOn(): void } {
  let goOn = (): void => {};
  const gone = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  return { answer: () => gone.then(answer), goOn: () => goOn() };
}

/** A receiver for the tests of a file: an address of its own and an empty outbox for each test. */
export function setUpReceiver(): Receiver {
  let answers: Answer[] = [];
  const receiver: Receiver = {
    endpoint: '',
    received: [],
    elsewhere: [],
    will(...next) {
      answers = next;
    },
  };
  const worker = setupWorker(
    http.post('https://receiver.example/*', async ({ request }) => {
      const body = await request.clone().text();
      if (request.url === receiver.endpoint)
        receiver.received.push({ lead: JSON.parse(body), body, request });
      else receiver.elsewhere.push(`${request.url} ${body}`);
      return (answers.length > 1 ? answers.shift()! : answers[0]!)();
    }),
  );
  const renew = (): void => {
    answers = [accept];
    receiver.received = [];
    receiver.elsewhere = [];
    receiver.endpoint = `https://receiver.example/${crypto.randomUUID()}`;
  };
  beforeAll(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
    renew();
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await emptyOutbox();
    sessionStorage.clear();
    renew();
  });
  afterAll(() => worker.stop());
  return receiver;
}

const emptyOutbox = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('unisono-outbox');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
