/** Why a lead did not get through, or not yet. One word each, so that it can be shown, logged and counted. */
export type Trouble =
  /** No answer: offline, name lookup, TLS, a reset, CORS or CSP. A browser does not say which. */
  | 'network'
  /** No whole answer within the time a request is given. */
  | 'timeout'
  /** 408, 425, 429 or 5xx. */
  | 'busy'
  /** Any other status that is not a 2xx: the receiver will not take this lead as it is. */
  | 'refused'
  /** An answer that is no receipt, such as a captive portal's page or `{"ok":false}`. */
  | 'not-a-receipt'
  /** The receiver points elsewhere. Not followed: the lead was meant for this receiver and nobody else. */
  | 'redirected'
  /** A try of this lead is still under way, here or in another tab. */
  | 'under-way'
  /** The page's configuration no longer allows the record's endpoint. */
  | 'endpoint-not-allowed'
  /** Not a lead that can be written as JSON, or a stored record that is not whole. */
  | 'malformed'
  /** Stored by another version of the script in a way this one does not know: left for the other one. */
  | 'other-version'
  /** Over the size of one lead. */
  | 'too-large'
  /** The outbox holds as much as it may. */
  | 'outbox-full'
  /** The browser gives no durable storage. */
  | 'no-storage';

/** What became of a lead: how sure we are that it arrived. */
export type Receipt =
  /** The receiver says that it has it. */
  | { status: 'accepted' }
  /** Sent once, and answered: in a way that a browser cannot read, or that does not say who answered. */
  | { status: 'handed-over' }
  /** Durably in the outbox; it will be sent again by itself. `retryAt` in epoch milliseconds. */
  | { status: 'queued'; trouble: Trouble; retryAt: number }
  /** Sent once to a receiver whose answer cannot be read, and none came. It may have arrived: only the person sends it again. */
  | { status: 'interrupted'; trouble: Trouble }
  /** The receiver refused it. Kept and shown. `message` is the receiver's own words, plain text, shortened. */
  | { status: 'rejected'; trouble: Trouble; http?: number; message?: string }
  /** Neither sent nor stored: only the form still has it. `trouble` says why it was not sent, `storage` why not kept. */
  | { status: 'unsaved'; trouble: Trouble; storage?: 'no-storage' | 'outbox-full' };

/** Whether the lead has left this device for good. */
export const isDelivered = (told: { status: string } | undefined): boolean =>
  /^(accepted|handed-over)$/.test(`${told?.status}`);
