import type { Envelope } from '../lead/envelope.ts';
import type { Destination } from './destination.ts';
import type { Trouble } from './receipt.ts';

/** The receiver has it, as far as a browser can tell: `accepted` is its own word. */
export type Delivered = { status: 'accepted' } | { status: 'handed-over' };

/** Not through, as far as we know: `failed` is tried again by itself, the others are not. */
export type Undelivered =
  /** `retryAfter`: milliseconds that the receiver asks to be left alone. */
  | { status: 'failed'; trouble: Trouble; retryAfter?: number | null }
  /** `message`: the receiver's own words, plain text, shortened, maybe empty. */
  | { status: 'rejected'; trouble: Trouble; http?: number; message?: string }
  /** Sent, and nothing came back from a receiver that must not get it twice. */
  | { status: 'interrupted'; trouble: Trouble };

/** What one try came to. */
export type Outcome = Delivered | Undelivered;

/** Takes an envelope and answers with what came of it. Never throws. */
export type Transport = (envelope: Envelope, destination: Destination) => Promise<Outcome>;
