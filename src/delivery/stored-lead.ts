import { isHeld, isInterrupted, isRecord, isRejected, isStale, type OutboxRecord } from './outbox-record.ts';
import type { Trouble } from './receipt.ts';
import type { Stored } from './store.ts';

/** A stored lead as a person can recognise and judge it. Any text may be empty, and is text, never markup. */
export interface StoredLead {
  id: string;
  /**
   * - `waiting`: nothing to do for the person
   * - `rejected`: the receiver refused it; it is tried once more on each page load
   * - `interrupted`: may have been handed over, may have not: the person decides
   * - `stale`: older than 14 days: the person decides
   * - `unreadable`: a broken record, which can only be discarded
   */
  status: 'waiting' | 'rejected' | 'interrupted' | 'stale' | 'unreadable';
  trouble: Trouble | undefined;
  /** The receiver's own words, plain text. */
  message: string;
  /** Epoch milliseconds of the press on the button; 0 if that is not known. */
  createdAt: number;
  email: string;
  form: string;
  page: string;
}

type Standing = [status: StoredLead['status'], trouble: Trouble | undefined];

/** What can be said of a stored thing, whole or not. */
export function storedLead(stored: Stored, now: number, allows: (url: string) => boolean): StoredLead {
  const { envelope, last } = stored as Partial<OutboxRecord>;
  const [status, trouble] = standing(stored, now, allows);
  return {
    id: stored.id,
    status,
    trouble,
    message: text(last?.status === 'rejected' && last.message),
    createdAt: Date.parse(text(envelope?.createdAt)) || 0,
    email: text(envelope?.profile?.email),
    form: text(envelope?.source?.form),
    page: text(envelope?.source?.page),
  };
}

function standing(stored: Stored, now: number, allows: (url: string) => boolean): Standing {
  if ((stored as { version?: number }).version! > 1) return ['waiting', 'other-version'];
  if (!isRecord(stored)) return ['unreadable', 'malformed'];
  if (isHeld(stored, now)) return ['waiting', 'under-way'];
  if (isInterrupted(stored, now)) return ['interrupted', 'interrupted'];
  const status = isStale(stored, now) ? 'stale' : isRejected(stored) ? 'rejected' : 'waiting';
  return [status, allows(stored.destination.url) ? stored.last?.trouble : 'endpoint-not-allowed'];
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
