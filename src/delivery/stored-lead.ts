import { jsonText } from '../lead/json-text.ts';
import { isRecord, type OutboxRecord, type Standing, type Stored, standingOf } from './outbox-record.ts';
import type { Trouble } from './receipt.ts';

/** A stored lead as a person is told of it. */
export interface StoredLead {
  id: string;
  /** `unreadable` is broken, or another version's: it can be copied and discarded. */
  status: Standing | 'unreadable';
  /** Why it is still here: what the last try came to, if there was one. */
  trouble: Trouble | undefined;
  /** Epoch milliseconds of the press on the button; 0 if that is not known. */
  createdAt: number;
  /** All there is of it, where it is unreadable. */
  text?: string | null;
}

/** What can be said of a stored thing, whole or not. */
export function storedLead(stored: Stored, now: number, allows: (url: string) => boolean): StoredLead {
  const { version, envelope, last } = stored as Partial<OutboxRecord>;
  const lead = {
    id: stored.id,
    createdAt: Date.parse(String(envelope?.createdAt)) || 0,
  };
  if (!isRecord(stored))
    return {
      ...lead,
      status: 'unreadable',
      trouble: version! > 1 ? 'other-version' : 'malformed',
      text: jsonText(stored),
    };
  const trouble = allows(stored.destination.url) ? last?.trouble : 'endpoint-not-allowed';
  return { ...lead, status: standingOf(stored, now), trouble };
}
