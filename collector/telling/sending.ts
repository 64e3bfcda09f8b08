/** What came of one try to send a message. */
export type Sending =
  /** With the number or name under which the receiver has the person, where it gives one. */
  | { result: 'sent'; theirId?: string | undefined }
  /** It is tried again, unless it has been often enough or there is no use in it. */
  | {
      result: 'failed';
      trouble: Trouble;
      /** What the receiver said of it, where that is of use to whoever set it up. Never in a log. */
      reason?: string;
      retryAfter?: number | null;
      isFinal?: boolean;
    }
  /** The receiver is there no more. */
  | { result: 'gone'; trouble: Trouble }
  /** Nobody wants it any more. */
  | { result: 'unwanted' }
  /** The collector ends: another one, or the next start, sends it. */
  | { result: 'released' };

/** What may go wrong, by the words that pages have for it. */
export const troubles = [
  /** A receiver answered with another status than 2xx. */
  'status',
  /** It does not accept the key, or the key does not allow it: the status follows. */
  'key-refused',
  /** It does not take what was sent, and will not: the status follows. */
  'refused',
  /** It answered 2xx, and not as this receiver does: something else may stand in between. */
  'no-receipt',
  /** No answer in time. */
  'too-slow',
  /** No connection, or it broke: the system's name for it follows. */
  'unreachable',
  /** The mail server says that the recipient cannot be. */
  'recipient-refused',
  /** The mail server does not take our mail: its code follows. */
  'mail-refused',
  /** The collector could not even try: its log says why. */
  'own-fault',
] as const;
export type TroubleKind = (typeof troubles)[number];

/** Why a try failed: the kind, and after a space what exactly, such as `status 500` or `unreachable ECONNREFUSED`. */
export type Trouble = TroubleKind | `${TroubleKind} ${string}`;

/**
 * The two parts of a trouble as it is kept, with what the receiver said at its end (`refused 400 Unknown list`); `null`
 * if it is none that we know.
 */
export function troubleOf(text: string): { kind: TroubleKind; detail: string } | null {
  const [first, ...rest] = text.split(' ');
  const kind = troubles.find((name) => name === first);
  return kind ? { kind, detail: rest.join(' ') } : null;
}
