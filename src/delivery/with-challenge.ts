import type { Envelope } from '../lead/envelope.ts';
import type { Timers } from './outbox.ts';
import type { Transport } from './transport.ts';

/** What a challenge gave: the name under which its service is known, and the token that a receiver asks it about. */
export interface Challenge {
  name: string;
  token: string;
}

/** Asks the page's challenge (Turnstile, hCaptcha, ALTCHA …) for a new token; `null` if there is none to be had. */
export type Solve = () => Promise<Challenge | null>;

export interface ChallengeOptions {
  /** Milliseconds that a challenge is given. With the request's it has to fit into a lease. */
  limit?: number;
  timers?: Timers;
}

/**
 * A transport that asks for a token right before each try, since tokens expire while a lead waits. The token is in the
 * body of that try and nowhere else. Without one the lead goes all the same, and says so: a suspect is marked, never
 * dropped. Where the page has no challenge, the body is that of the envelope.
 * @param solver the page's challenge at that moment, if it has one
 */
export function withChallenge(
  transport: Transport,
  solver: () => Solve | undefined,
  { limit = 10_000, timers = globalThis }: ChallengeOptions = {},
): Transport {
  const ask = async (solve: Solve): Promise<Challenge | null> => {
    let timer: unknown;
    const silence = new Promise<null>((resolve) => {
      timer = timers.setTimeout(() => resolve(null), limit);
    });
    try {
      const { name, token } = (await Promise.race([solve(), silence]))!;
      return token && typeof token === 'string' ? { name: `${name}`, token } : null;
    } catch {
      return null;
    } finally {
      timers.clearTimeout(timer as never);
    }
  };

  return async (envelope, destination) => {
    const solve = solver();
    return transport(solve ? solved(envelope, await ask(solve)) : envelope, destination);
  };
}

/** A new envelope, of which a new body is made. What is stored may be damaged, and a transport never throws. */
function solved(envelope: Envelope, challenge: Challenge | null): Envelope {
  const { spam } = envelope;
  const marks = challenge
    ? { challenge }
    : { signals: [...(spam?.signals ?? []), 'challenge-missing' as const] };
  return { ...envelope, spam: { ...spam, ...marks } };
}
