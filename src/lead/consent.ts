/** What a form asks a box for, in the order they are shown. Answering the request itself needs none. */
export const purposes = ['marketing', 'profiling'] as const;

/**
 * What a consent is for: one of `purposes`, `scoring` (of what a person wrote: nobody is asked for it, but they may
 * object), or a purpose of the owner's own.
 */
export type Purpose = string;

/** One box as the person saw and left it: proof of what was asked, in which words, and what was answered. */
export interface Consent {
  purpose: Purpose;
  granted: boolean;
  /** The exact words shown. */
  text: string;
  /** Version of those words, for the owner's records. */
  version: string;
  policyUrl?: string | undefined;
  /** ISO 8601, UTC. */
  at: string;
  /** SHA-256 of `text` as UTF-8: 64 hexadecimal digits in small letters. */
  hash?: string | undefined;
  /** BCP 47: the language of `text`. */
  locale?: string | undefined;
  /** Address of the page where it was asked, without query and fragment. */
  page?: string | undefined;
}

/** The last word on a purpose; `undefined` where nothing was said. */
export const lastWord = (consents: readonly Consent[], purpose: Purpose): Consent | undefined =>
  consents.filter((consent) => consent.purpose === purpose).at(-1);

/** Whether a purpose was agreed to. The last word counts. */
export const isGranted = (consents: readonly Consent[], purpose: Purpose): boolean =>
  lastWord(consents, purpose)?.granted === true;

/** Whether a person has said no to a purpose: who said nothing has not. The last word counts. */
export const isRefused = (consents: readonly Consent[], purpose: Purpose): boolean =>
  (lastWord(consents, purpose)?.granted ?? true) !== true;
