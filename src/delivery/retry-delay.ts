const second = 1_000;
const minute = 60 * second;

/** No wait of ours is longer than this many milliseconds; more a receiver is not granted, but for what chance adds. */
export const longestWait = 60 * minute;

const schedule = [5 * second, 30 * second, 2 * minute, 10 * minute, longestWait];

/**
 * Milliseconds from a failed try to the next, anywhere between half of the schedule's figure and all of it ("equal
 * jitter": https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that the browsers that one
 * outage turned away do not all come back at once. Waits from nothing on would bring back more of them in its first
 * minutes: `test/unit/delivery/outage.test.ts`.
 * @param attempts failed tries so far, at least 1
 * @param random from 0 to 1
 */
export function retryDelay(attempts: number, random: number): number {
  return Math.round(((1 + random) / 2) * (schedule[attempts - 1] ?? longestWait));
}
