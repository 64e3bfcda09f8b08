import { afterEach, describe, expect, test, vi } from 'vitest';
import { formEncoded } from '../../../src/delivery/adapters.ts';
import type { Destination } from '../../../src/delivery/destination.ts';
import { fetchTransport } from '../../../src/delivery/fetch-transport.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

const now = Date.UTC(2026, 10, 23, 12);
const readable: Destination = {
  url: 'https://hooks.example/leads?key=1',
  readable: true,
  contentType: 'text/plain',
};
const unreadable: Destination = { ...readable, readable: false };

/** A receiver that never answers. */
const silence = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

afterEach(() => vi.restoreAllMocks());

/** Sends one envelope to a receiver that answers like this. */
async function send(
  destination: Destination,
  answer: (signal: AbortSignal) => Response | Promise<Response>,
  envelope = buildEnvelope(),
) {
  const requests: { url: string; request: RequestInit }[] = [];
  const fetch = async (url: unknown, request: RequestInit = {}) => {
    requests.push({ url: String(url), request });
    return answer(request.signal!);
  };
  const outcome = await fetchTransport({ fetch, now: () => now })(envelope, destination);
  return { outcome, requests, envelope, request: requests[0]?.request };
}

const ok = () => Response.json({ ok: true });
const headersOf = (request: RequestInit | undefined) => Object.fromEntries(new Headers(request?.headers));

describe('a request', () => {
  test('carries the lead as JSON in its body, once, to the receiver, with nothing of the page or its cookies', async () => {
    const { requests, request, envelope } = await send(readable, ok);
    expect(requests.map(({ url }) => url)).toEqual([readable.url]);
    expect(JSON.parse(String(request!.body))).toEqual(envelope);
    expect(request).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      keepalive: true,
    });
  });

  test('is a simple one in UTF-8, which no receiver has to allow first', async () => {
    const { request } = await send(readable, ok);
    expect(headersOf(request)).toEqual({ 'content-type': 'text/plain;charset=UTF-8' });
    expect(request!.mode ?? 'cors').toBe('cors');
  });

  test('is labelled as JSON where the owner asks for that', async () => {
    const { request } = await send({ ...readable, contentType: 'application/json' }, ok);
    expect(headersOf(request)).toEqual({ 'content-type': 'application/json' });
  });

  test('is not led elsewhere by a receiver that can be read', async () => {
    expect((await send(readable, ok)).request!.redirect).toBe('manual');
  });

  test('to a receiver that cannot be read says so to the browser', async () => {
    const { request } = await send(unreadable, ok);
    expect(request!.mode).toBe('no-cors');
    expect(request).not.toHaveProperty('redirect');
  });

  test('to a kind of receiver asks for JSON in return, and goes where that kind is known to answer from', async () => {
    const { request } = await send({ ...readable, adapter: 'apps-script', contentType: formEncoded }, ok);
    expect(request!.redirect).toBe('follow');
    expect(headersOf(request)).toEqual({ 'content-type': formEncoded, accept: 'application/json' });
    expect((await send({ ...readable, adapter: 'formspree' }, ok)).request!.redirect).toBe('manual');
  });

  test('is given 30 seconds', async () => {
    vi.useFakeTimers();
    try {
      let signal: AbortSignal | undefined;
      const transport = fetchTransport({
        fetch: (_, request) => {
          signal = request!.signal!;
          return silence(signal);
        },
      });
      const outcome = transport(buildEnvelope(), readable);
      await vi.advanceTimersByTimeAsync(29_999);
      expect(signal!.aborted).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(signal!.aborted).toBe(true);
      await outcome;
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what comes of it', () => {
  test.each<[string, () => Response, object]>([
    ['a yes', ok, { status: 'accepted' }],
    ['a word', () => new Response('Thank you'), { status: 'handed-over' }],
    ['a no', () => Response.json({ ok: false }), { status: 'rejected', trouble: 'not-a-receipt' }],
    [
      'a 422',
      () => new Response('No', { status: 422 }),
      { status: 'rejected', trouble: 'refused', http: 422 },
    ],
    [
      'a 503',
      () => new Response('', { status: 503 }),
      { status: 'failed', trouble: 'busy', retryAfter: null },
    ],
    [
      'a 503 with a pause',
      () => new Response('', { status: 503, headers: { 'retry-after': '120' } }),
      { status: 'failed', trouble: 'busy', retryAfter: 120_000 },
    ],
    [
      'a 503 with a date, by the clock that was handed in',
      () =>
        new Response('', { status: 503, headers: { 'retry-after': new Date(now + 5_000).toUTCString() } }),
      { status: 'failed', trouble: 'busy', retryAfter: 5_000 },
    ],
    [
      'a 429',
      () => new Response('', { status: 429 }),
      { status: 'failed', trouble: 'busy', retryAfter: 60_000 },
    ],
  ])('%s', async (_, answer, expected) => {
    expect((await send(readable, answer)).outcome).toMatchObject(expected);
  });

  test('the lead’s own id is a receipt, and so is what the owner says', async () => {
    const envelope = buildEnvelope();
    const repeat = () => new Response(`stored ${envelope.id}`);
    expect((await send(readable, repeat, envelope)).outcome).toEqual({ status: 'accepted' });
    const thanked = { ...readable, receipt: 'Thank you' };
    expect((await send(thanked, () => new Response('<h1>Thank you</h1>'))).outcome).toEqual({
      status: 'accepted',
    });
    expect((await send(thanked, ok)).outcome).toEqual({ status: 'failed', trouble: 'not-a-receipt' });
  });

  test('a redirect is refused', async () => {
    const redirect = () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    expect((await send(readable, redirect)).outcome).toEqual({ status: 'rejected', trouble: 'redirected' });
  });

  test('any answer of a receiver that cannot be read is a hand-over, and its body is not waited for', async () => {
    const cancelled = vi.fn();
    const endless = () => new Response(new ReadableStream({ cancel: cancelled }), { status: 500 });
    expect((await send(unreadable, endless)).outcome).toEqual({ status: 'handed-over' });
    expect(cancelled).toHaveBeenCalledOnce();
  });

  const fail = () => Promise.reject(new TypeError('Failed to fetch'));
  test.each([
    ['that can be read', readable],
    ['that cannot', unreadable],
  ])('a receiver %s and is not reached: tried again', async (_, destination) => {
    expect((await send(destination, fail)).outcome).toEqual({ status: 'failed', trouble: 'network' });
  });

  test('an answer that breaks off is none', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.error(new TypeError('reset')),
        }),
      );
    expect((await send(readable, broken)).outcome).toEqual({ status: 'failed', trouble: 'network' });
  });

  test.each([
    ['that can be read: tried again', readable, { status: 'failed', trouble: 'timeout' }],
    [
      'that cannot, and may have it: left to the person',
      unreadable,
      { status: 'interrupted', trouble: 'timeout' },
    ],
  ])('no answer in time from a receiver %s', async (_, destination, expected) => {
    const transport = fetchTransport({ limit: 5, fetch: (_, request) => silence(request!.signal!) });
    expect(await transport(buildEnvelope(), destination)).toEqual(expected);
  });

  test('what JSON cannot say is not sent', async () => {
    const { outcome, requests } = await send(readable, ok, { ...buildEnvelope(), version: 1n as never });
    expect(outcome).toEqual({ status: 'rejected', trouble: 'malformed' });
    expect(requests).toEqual([]);
  });
});
