import { longestWait } from './retry-delay.ts';

/**
 * Milliseconds for which a receiver asks to be left alone (`Retry-After`, seconds or a date), at most `longestWait`;
 * `null` if it does not, or nobody can tell what it asks.
 * @param header what this receiver calls it
 */
export function retryAfter(
  headers: Pick<Headers, 'get'>,
  now: Date,
  header: string = 'retry-after',
): number | null {
  const value = headers.get(header)?.trim();
  if (!value) return null;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longestWait);
}
