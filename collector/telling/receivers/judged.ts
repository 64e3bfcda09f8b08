import type { Answer } from '../ask-receiver.ts';
import { retryAfter } from '../retry-after.ts';
import type { Sending } from '../sending.ts';

interface Judging {
  now: Date;
  /** What the receiver says went wrong, of an answer that is none of 2xx. */
  reasonIn: (answer: Answer) => string | undefined;
  /** The header in which it says for how many seconds it wants to be left alone, besides `Retry-After`. */
  pauseHeader?: string;
  /** Statuses that mean "in a while" at this receiver alone. */
  alsoPassing?: readonly number[];
}

export const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** What may be otherwise in a while, without anybody doing anything. */
const passing = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500;

/** An answer by which a receiver did not take what it was told. */
export function judged(answer: Answer, { now, reasonIn, pauseHeader, alsoPassing = [] }: Judging): Sending {
  const { status, headers } = answer;
  const said = reasonIn(answer);
  const reason = said === undefined ? {} : { reason: said };
  if (isOk(answer)) return { result: 'failed', trouble: 'no-receipt' };
  if (passing(status) || alsoPassing.includes(status)) {
    const pause = retryAfter(headers, now) ?? (pauseHeader ? retryAfter(headers, now, pauseHeader) : null);
    return { result: 'failed', trouble: `status ${status}`, ...reason, retryAfter: pause };
  }
  // Somebody may put the key right, and then it goes by itself.
  if (status === 401 || status === 403)
    return { result: 'failed', trouble: `key-refused ${status}`, ...reason };
  return { result: 'failed', trouble: `refused ${status}`, ...reason, isFinal: true };
}

/** A part of an answer, by the names that lead to it; `undefined` where it is not there. */
export const at = (json: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    json,
  );

/** The same as text: a number or a text that is not empty. */
export function textAt(json: unknown, ...path: (string | number)[]): string | undefined {
  const value = at(json, ...path);
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
}
