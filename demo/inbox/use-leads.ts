import { useEffect, useReducer } from 'preact/hooks';
import type { StoredLead } from '../collector/lead-store.ts';

export type Connection = 'loading' | 'live' | 'lost';

interface Inbox {
  connection: Connection;
  /** Newest first. */
  leads: readonly StoredLead[];
  /** Where older leads go on; `null` when all there are is shown. */
  next: number | null;
  /** The lead that came last while the page was open. */
  arrived: StoredLead | null;
}

type Change =
  | { kind: 'connection'; connection: Connection }
  | { kind: 'page'; leads: StoredLead[]; next: number | null }
  | { kind: 'arrival'; lead: StoredLead };

const patience = 3_000;

const merged = (known: readonly StoredLead[], more: readonly StoredLead[]): StoredLead[] =>
  [...new Map([...known, ...more].map((lead) => [lead.sequence, lead])).values()].sort(
    (a, b) => b.sequence - a.sequence,
  );

function inboxAfter(inbox: Inbox, change: Change): Inbox {
  switch (change.kind) {
    case 'connection':
      return { ...inbox, connection: change.connection };
    case 'page':
      return { ...inbox, leads: merged(inbox.leads, change.leads), next: change.next };
    case 'arrival':
      return { ...inbox, leads: merged(inbox.leads, [change.lead]), arrived: change.lead };
  }
}

async function page(before?: number): Promise<{ leads: StoredLead[]; next: number | null }> {
  const answer = await fetch(before === undefined ? '/api/leads' : `/api/leads?before=${before}`);
  if (!answer.ok) throw new Error(`The collector answered ${answer.status}.`);
  const { leads, next = null } = await answer.json();
  return { leads, next };
}

/**
 * The stored leads, and each new one as it arrives. A lost connection is taken up again where it broke off.
 */
export function useLeads(): Inbox & { showOlder: () => void } {
  const [inbox, change] = useReducer(inboxAfter, {
    connection: 'loading',
    leads: [],
    next: null,
    arrived: null,
  });

  useEffect(() => {
    let newest: number | null = null;
    let stream: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const lose = (): void => {
      change({ kind: 'connection', connection: 'lost' });
      // While it is `CONNECTING`, the browser takes care itself.
      if (stream?.readyState !== EventSource.CONNECTING) {
        stream?.close();
        timer = setTimeout(connect, patience);
      }
    };
    const connect = async (): Promise<void> => {
      try {
        if (newest === null) {
          const { leads, next } = await page();
          newest = leads[0]?.sequence ?? 0;
          change({ kind: 'page', leads, next });
        }
      } catch {
        return lose();
      }
      stream = new EventSource(`/api/leads/stream?after=${newest}`);
      stream.addEventListener('open', () => change({ kind: 'connection', connection: 'live' }));
      stream.addEventListener('error', lose);
      stream.addEventListener('lead', ({ data }: MessageEvent<string>) => {
        const lead: StoredLead = JSON.parse(data);
        newest = lead.sequence;
        change({ kind: 'arrival', lead });
      });
    };
    void connect();
    return () => {
      clearTimeout(timer);
      stream?.close();
    };
  }, []);

  const showOlder = (): void => {
    if (inbox.next === null) return;
    page(inbox.next).then(
      ({ leads, next }) => change({ kind: 'page', leads, next }),
      () => change({ kind: 'connection', connection: 'lost' }),
    );
  };
  return { ...inbox, showOlder };
}
