import { bare } from '../lead/bare.ts';
import { adapterOf } from './adapters.ts';
import { bodyFor } from './body-for.ts';
import { judgeAnswer } from './judge-answer.ts';
import { readAnswer } from './read-answer.ts';
import { retryAfter } from './retry-after.ts';
import type { Transport } from './transport.ts';

// As it was when our script ran: pages replace it.
const { fetch: ownFetch } = globalThis;

export interface FetchTransportOptions {
  fetch?: typeof fetch;
  /** Milliseconds that a request is given, its answer's body included. */
  limit?: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/**
 * Sends an envelope with one request.
 *
 * A readable receiver is asked in CORS mode, without a preflight unless its owner wants `application/json`, and
 * only its receipt counts (see `judgeAnswer`). An answer that breaks off is none: the missing part may have said no, so
 * the lead is sent again under the same id. A redirect is not followed, but for receivers that are known to answer from
 * elsewhere: a 307 would carry the lead to somebody else, and a 302 would lose it on the way and answer 200 all the same.
 *
 * An unreadable one is asked in `no-cors` mode, where any answer at all means handed over. Silence may mean that it has
 * the lead, too: only the person sends it again. A request that fails was not answered and is repeated; where it was
 * reset, the browser itself may have repeated it at once. In this mode a browser follows redirects whatever we say, and
 * turns every content type but the simple ones into `text/plain`.
 */
export function fetchTransport({
  fetch = ownFetch,
  limit = 30_000,
  now = Date.now,
}: FetchTransportOptions = {}): Transport {
  return async (envelope, destination) => {
    const { url, readable, contentType, receipt, adapter } = bare(destination);
    const body = bodyFor(envelope, destination);
    if (body === null) return { status: 'rejected', trouble: 'malformed' };
    const { follows, answersWithPage, yes } = adapterOf(adapter)!;

    // `AbortSignal.timeout` came with Chrome 103.
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => controller.abort(), limit);
    try {
      const request: RequestInit = {
        method: 'POST',
        body,
        headers: {
          // Without the charset some servers take `text/plain` for Latin-1.
          'content-type': contentType === 'text/plain' ? 'text/plain;charset=UTF-8' : contentType,
          // Where a form of theirs would be answered with a page. It needs no preflight.
          ...(adapter && { accept: 'application/json' }),
        },
        ...(readable ? { redirect: follows ? 'follow' : 'manual' } : { mode: 'no-cors' }),
        credentials: 'omit',
        // The page's address may hold personal data in its query.
        referrerPolicy: 'strict-origin',
        keepalive: true,
        signal,
      };
      const response = await fetch(url, bare(request));
      const { status, headers, type } = response;
      if (!readable) {
        // One of our own origin has a body even so.
        response.body?.cancel();
        return { status: 'handed-over' };
      }
      if (type === 'opaqueredirect') return { status: 'rejected', trouble: 'redirected' };
      return judgeAnswer(
        { status, ...(await readAnswer(response)), retryAfter: retryAfter(headers, now()) },
        { id: envelope.id, receipt, answersWithPage, yes },
      );
    } catch {
      if (!signal.aborted) return { status: 'failed', trouble: 'network' };
      return { status: readable ? 'failed' : 'interrupted', trouble: 'timeout' };
    } finally {
      clearTimeout(timer);
    }
  };
}
