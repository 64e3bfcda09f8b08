const second = 1_000;
const minute = 60 * second;

/** No wait is longer than this many milliseconds: neither one of ours nor one a receiver asks for. */
export const longestWait = 60 * minute;

const schedule = [5 * second, 30 * second, 2 * minute, 10 * minute, longestWait];

/**
 * Milliseconds from a failed try to the next, anywhere between nothing and the schedule's figure ("full
 * jitter": https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that the browsers
 * that one outage turned away do not all come back at once.
 * @param attempts failed tries so far, at least 1
 * @param random from 0 to 1
 */
export function retryDelay(attempts: number, random: number): number {
  return Math.round(random * (schedule[attempts - 1] ?? longestWait));
}
