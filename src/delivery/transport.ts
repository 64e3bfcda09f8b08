import type { Envelope } from '../lead/envelope.ts';
import type { Destination } from './destination.ts';
import type { Trouble } from './receipt.ts';

/** What one try came to. `retryAfter` in milliseconds, where the receiver asked for a pause. */
export type Outcome =
  | { status: 'accepted' }
  | { status: 'handed-over' }
  | { status: 'failed'; trouble: Trouble; retryAfter?: number }
  | { status: 'rejected'; trouble: Trouble; http: number; message?: string };

/** Takes an envelope and answers with what came of it. Never throws. */
export type Transport = (envelope: Envelope, destination: Destination) => Promise<Outcome>;
