const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Milliseconds to wait after each try that failed, as Standard Webhooks recommend: over three days in all. */
const delays = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** The longest that a receiver may ask to be left alone. */
export const longestWait = 24 * hour;

/**
 * Milliseconds until the next try; `null` after the last one. Up to a fifth is added by chance, so that what failed
 * together does not come back together.
 * @param tries how many there were
 */
export function retryDelay(tries: number, random: () => number = Math.random): number | null {
  const delay = delays[tries - 1];
  return delay === undefined ? null : Math.round(delay * (1 + random() / 5));
}
