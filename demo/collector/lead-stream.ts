import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Bell } from './bell.ts';
import type { LeadStore } from './lead-store.ts';

const page = 50;
const heartbeat = 15_000;

/** Resolves at a ring, or when a sign of life is due. */
async function pause(bell: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const due = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, heartbeat);
  });
  await Promise.race([bell, due]);
  clearTimeout(timer);
}

interface Source {
  store: LeadStore;
  arrivals: Bell;
  closing: AbortSignal;
  log: (line: string) => void;
}

/**
 * Leads as server-sent events, from the one after `sequence` on: each event's id is its lead's sequence, so that a
 * browser that lost the connection is given everything it missed. The store is the queue; `arrivals` only wakes, and
 * is to be rung when `closing` is aborted. A store that fails ends the stream, and the browser comes back for the rest.
 */
export function leadStream(
  c: Context,
  { store, arrivals, closing, log }: Source,
  sequence: number,
): Response {
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => arrivals.ring());
    let seen = sequence;
    await stream.write('retry: 2000\n\n');
    while (!stream.aborted && !closing.aborted) {
      const bell = arrivals.next;
      const leads = await store.after(seen, page).catch((cause) => {
        log(`a stream of leads ends, the store failed: ${cause}`);
      });
      if (!leads) return;
      for (const lead of leads) {
        await stream.writeSSE({ id: String(lead.sequence), event: 'lead', data: JSON.stringify(lead) });
        seen = lead.sequence;
      }
      if (leads.length > 0) continue;
      await pause(bell);
      await stream.write(': still here\n\n');
    }
  });
}
