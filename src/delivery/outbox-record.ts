import { bare } from '../lead/bare.ts';
import type { Envelope } from '../lead/envelope.ts';
import { adapterOf } from './adapters.ts';
import type { Destination } from './destination.ts';
import { longestWait, retryDelay } from './retry-delay.ts';
import type { Undelivered } from './transport.ts';

/** What a store really holds: only its key is certain. Another version of the script may have written it. */
export interface Stored {
  id: string;
}

/**
 * A lead's key in the outbox: at its first receiver it goes by its id, at each further one by that and a number.
 * @param at which of the receivers it is meant for, from 0
 */
export const keyOf = (id: string, at: number): string => (at ? `${id} ${at}` : id);

/** The id of the lead that a key stands for. */
export const leadOf = (key: string): string => key.split(' ')[0]!;

/** A lead in the outbox. All times are epoch milliseconds by a clock that may be years off, or jump. */
export interface OutboxRecord extends Stored {
  /**
   * Goes up only when an older script must keep its hands off. 2: it has a key of its own, or a body that is written for
   * one kind of receiver; who does not know that kind leaves it alone.
   */
  version: 1 | 2;
  envelope: Envelope;
  destination: Destination;
  /** Bytes of the body. */
  size: number;
  /** Since when it waits by the person's last word: their press on the button, or on "send again". */
  waitingSince: number;
  /** Tries that ended without a receipt. */
  attempts: number;
  /** When the schedule has it tried again. A page that loads, or comes online, need not wait for that. */
  nextTryAt: number;
  /** Until when the receiver asked to be left alone. This is waited for by all. */
  notBefore: number;
  /** Whoever wrote this may send until then; 0 when nobody is sending. One that ran out was left without an answer. */
  leasedUntil: number;
  /** What the last try came to. */
  last?: Undelivered;
}

/** Milliseconds of one lease: a challenge's 10 s, a request's 30 s, and some for a slow device. */
export const leaseTime = 45_000;

/** After this many milliseconds a lead is not sent any more unless the person says so. */
export const staleAfter = 14 * 24 * 60 * 60_000;

const versionOf = (key: string, id: string, adapter: string | undefined) => (adapter || key !== id ? 2 : 1);

/** A new record, leased to the one who makes it. */
export const newRecord = (
  envelope: Envelope,
  destination: Destination,
  size: number,
  now: number,
  key = envelope.id,
): OutboxRecord => ({
  id: key,
  version: versionOf(key, envelope.id, destination.adapter),
  envelope,
  destination,
  size,
  waitingSince: now,
  attempts: 0,
  nextTryAt: now,
  notBefore: 0,
  leasedUntil: now + leaseTime,
});

/** Whether a stored thing is a whole record of ours. */
export function isRecord(stored: Stored): stored is OutboxRecord {
  const {
    id,
    version,
    envelope,
    destination,
    size,
    waitingSince,
    attempts,
    nextTryAt,
    notBefore,
    leasedUntil,
  } = stored as OutboxRecord;
  // Finite only if all of them are.
  const sum = size + waitingSince + attempts + nextTryAt + notBefore + leasedUntil;
  const { url, adapter } = bare(destination ?? {});
  return (
    version === versionOf(id, envelope?.id, adapter) &&
    adapterOf(adapter) !== null &&
    leadOf(id) === envelope?.id &&
    typeof url === 'string' &&
    Number.isFinite(sum)
  );
}

/**
 * Whether a time is still to come. One that is further ahead than it can have been set was set by a clock that
 * has jumped back since, and counts as past.
 */
const isAhead = (time: number, now: number, span: number) => time > now && time - now <= 2 * span;

const notYetPast = (time: number, now: number) => (isAhead(time, now, longestWait) ? time : now);

/** Whether somebody is sending it. */
export const isHeld = ({ leasedUntil }: OutboxRecord, now: number): boolean =>
  isAhead(leasedUntil, now, leaseTime);

/**
 * Who is to act on a record:
 * - `waiting`: nobody, it is sent by itself
 * - `rejected`: the receiver refused it; it is tried once more on each page load
 * - `interrupted`: the person. The page went away in the middle of a hand-over, or no answer came, so the lead may have
 *   arrived; and a receiver whose answer cannot be read may not know one id from another
 * - `stale`: the person. It has waited for 14 days
 */
export type Standing = 'waiting' | 'rejected' | 'interrupted' | 'stale';

export function standingOf(record: OutboxRecord, now: number): Standing {
  const { destination, leasedUntil, waitingSince, last } = record;
  if (isHeld(record, now)) return 'waiting';
  if (leasedUntil && !destination.readable) return 'interrupted';
  if (now - waitingSince > staleAfter) return 'stale';
  return last?.status === 'rejected' ? 'rejected' : 'waiting';
}

/**
 * When a record may be sent: now or in the past if it is due, `Infinity` if only the person can send it.
 * @param inHurry whether something happened that makes a try worthwhile before its time
 */
export function dueAt(record: OutboxRecord, now: number, inHurry: boolean): number {
  const { notBefore, nextTryAt, leasedUntil } = record;
  if (isHeld(record, now)) return leasedUntil;
  const standing = standingOf(record, now);
  if (standing !== 'waiting' && !(standing === 'rejected' && inHurry)) return Infinity;
  const pauseEnd = notYetPast(notBefore, now);
  return inHurry ? pauseEnd : Math.max(pauseEnd, notYetPast(nextTryAt, now));
}

/**
 * The record after a try without a receipt.
 * @param pause milliseconds for which the receiver is left alone
 * @param random from 0 to 1
 */
export function afterTry(
  record: OutboxRecord,
  last: Undelivered,
  pause: number,
  now: number,
  random: number,
): OutboxRecord {
  const attempts = record.attempts + 1;
  return {
    ...record,
    attempts,
    last,
    leasedUntil: last.status === 'interrupted' ? now : 0,
    notBefore: Math.max(notYetPast(record.notBefore, now), now + pause),
    nextTryAt: now + Math.max(pause, retryDelay(attempts, random)),
  };
}

/** Milliseconds that a receiver asked for; 0 if it did not. */
export const pauseOf = (last: Undelivered | undefined): number =>
  (last?.status === 'failed' && last.retryAfter) || 0;
