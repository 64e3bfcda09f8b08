import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import type { Account } from '../store/tables.ts';
import { cookieOf } from './cookie.ts';
import { keepSession, longestSession, sessionOf } from './session.ts';

/** The token of the session that a browser has; `undefined` if it has none. */
export const tokenOf = (c: Context, desk: Desk): string | undefined =>
  getCookie(c, cookieOf(desk, 'session').name);

/** Gives a browser the token of its session, or takes it away. */
export function giveToken(c: Context, desk: Desk, token: string | null): void {
  const { name, where } = cookieOf(desk, 'session');
  if (token === null) deleteCookie(c, name, where);
  else setCookie(c, name, token, { ...where, maxAge: longestSession / 1_000 });
}

/** Who sends a request, by the session of their browser; `null` if nobody has signed in. */
export async function accountOf(c: Context, desk: Desk): Promise<Account | null> {
  const token = tokenOf(c, desk);
  if (!token) return null;
  const { store, log } = desk;
  const now = desk.now();
  const session = await sessionOf(store.read, token, now);
  // Nobody waits for it: where nothing can be written just now, pages can still be read.
  if (session?.isStale)
    store
      .change((change) => keepSession(change, token, now))
      .catch((cause) => log({ event: 'session-not-kept', ...causeOf(cause) }));
  return session?.account ?? null;
}
