/** What can speak against a person. */
export const spamSignals = ['too-fast', 'trap-filled', 'challenge-missing'] as const;

export type SpamSignal = (typeof spamSignals)[number];

/** What speaks against a person. It marks a lead and never drops it: people, too, are fast at times. */
export interface Spam {
  signals: SpamSignal[];
  /** To be looked at before anybody acts on the lead. */
  quarantine: boolean;
  /** What the page's challenge gave for this try. */
  challenge?: { name: string; token: string };
}

const humanMilliseconds = 2_000;

/**
 * @param trap content of the field that people do not see
 * @param elapsed milliseconds from the first sight of the form to the press
 */
export function spamOf(trap: string, elapsed: number): Spam {
  const signals: SpamSignal[] = [];
  if (elapsed < humanMilliseconds) signals.push('too-fast');
  if (trap) signals.push('trap-filled');
  return { signals, quarantine: trap !== '' };
}
