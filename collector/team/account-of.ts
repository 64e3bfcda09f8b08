import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import type { Account } from '../store/tables.ts';
import { keepSession, longestSession, sessionOf } from './session.ts';

const isSecure = (url: string): boolean => url.startsWith('https:');

/** Under `https` the browser itself makes sure that no other host and no plain connection has set it. */
export const sessionCookie = (url: string): string => (isSecure(url) ? '__Host-session' : 'session');

/** The token of the session that a browser has; `undefined` if it has none. */
export const tokenOf = (c: Context, { settings }: Desk): string | undefined =>
  getCookie(c, sessionCookie(settings.url));

/** Gives a browser the token of its session, or takes it away. */
export function giveToken(c: Context, { settings }: Desk, token: string | null): void {
  const name = sessionCookie(settings.url);
  const where = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(settings.url) } as const;
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
