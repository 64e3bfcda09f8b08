import { longestWait } from './retry-delay.ts';

/**
 * Milliseconds that a `Retry-After` asks for, at most `longestWait`; `null` for none or nonsense.
 * Another origin's headers are only there where it exposes them.
 * @param now epoch milliseconds of this device. A date is held against the answer's own `Date` where that can
 *   be read, because the visitor's clock may be years off.
 */
export function retryAfter(headers: Pick<Headers, 'get'>, now: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - (Date.parse(headers.get('date') ?? '') || now);
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longestWait);
}
