import { isHeld, isInterrupted, isRecord, isStale, type OutboxRecord } from './outbox-record.ts';
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
  trouble?: Trouble;
  /** The receiver's own words, plain text. */
  message?: string;
  /** Epoch milliseconds of the press on the button; 0 if that is not known. */
  createdAt: number;
  email: string;
  form: string;
  page: string;
  url: string;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What can be said of a stored thing, whole or not. */
export function storedLead(stored: Stored, now: number, allows: (url: string) => boolean): StoredLead {
  const { version, envelope, destination, last } = stored as Partial<OutboxRecord>;
  const url = text(destination?.url);
  const lead: StoredLead = {
    id: stored.id,
    status: 'waiting',
    createdAt: Date.parse(text(envelope?.createdAt)) || 0,
    email: text(envelope?.profile?.email),
    form: text(envelope?.source?.form),
    page: text(envelope?.source?.page),
    url,
  };
  if (Number(version) > 1) return { ...lead, trouble: 'other-version' };
  if (!isRecord(stored)) return { ...lead, status: 'unreadable', trouble: 'malformed' };
  if (isHeld(stored, now)) return { ...lead, trouble: 'under-way' };
  if (isInterrupted(stored, now)) return { ...lead, status: 'interrupted', trouble: 'interrupted' };
  if (last) lead.trouble = last.trouble;
  if (!allows(url)) lead.trouble = 'endpoint-not-allowed';
  if (last?.status === 'rejected') {
    lead.status = 'rejected';
    lead.message = text(last.message);
  }
  if (isStale(stored, now)) lead.status = 'stale';
  return lead;
}
