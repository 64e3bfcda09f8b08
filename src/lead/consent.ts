/** What a box may be asked for, in the order they are shown. Answering the request itself needs none. */
export const purposes = ['marketing', 'profiling'] as const;

export type Purpose = (typeof purposes)[number];

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
}

/** Whether a purpose was agreed to. The last word counts. */
export const isGranted = (consents: readonly Consent[], purpose: Purpose): boolean =>
  consents.filter((consent) => consent.purpose === purpose).at(-1)?.granted === true;
