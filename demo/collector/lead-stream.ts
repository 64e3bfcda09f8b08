import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Bell } from './bell.ts';
import type { LeadStore } from './lead-store.ts';

const page = 50;
const heartbeat = 15_000;

/** Resolves at a ring, at the end, or when a sign of life is due. */
async function pause(bell: Promise<void>, ended: AbortSignal): Promise<void> {
  const timeout = AbortSignal.any([AbortSignal.timeout(heartbeat), ended]);
  await Promise.race([
    bell,
    new Promise((resolve) => timeout.addEventListener('abort', resolve, { once: true })),
  ]);
}

/**
 * Leads as server-sent events, from the one after `sequence` on: each event's id is its lead's sequence, so that a
 * browser that lost the connection is given everything it missed. The store is the queue; `arrivals` only wakes.
 */
export function leadStream(
  c: Context,
  { store, arrivals, closing }: { store: LeadStore; arrivals: Bell; closing: AbortSignal },
  sequence: number,
): Response {
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const ended = AbortSignal.any([gone.signal, closing]);
    let seen = sequence;
    await stream.write('retry: 2000\n\n');
    while (!ended.aborted) {
      const bell = arrivals.next;
      const leads = await store.after(seen, page);
      for (const lead of leads) {
        await stream.writeSSE({ id: String(lead.sequence), event: 'lead', data: JSON.stringify(lead) });
        seen = lead.sequence;
      }
      if (leads.length > 0) continue;
      await pause(bell, ended);
      await stream.write(': still here\n\n');
    }
  });
}
