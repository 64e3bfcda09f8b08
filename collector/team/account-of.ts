import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Desk } from '../desk.ts';
import type { Account } from '../store/tables.ts';
import { sessionOf } from './session.ts';

/** Under `https` the browser itself makes sure that no other host and no plain connection has set it. */
export const sessionCookie = (url: string): string =>
  url.startsWith('https:') ? '__Host-session' : 'session';

/** Who sends a request, by the session of their browser; `null` if nobody has signed in. */
export async function accountOf(c: Context, { store, settings, now }: Desk): Promise<Account | null> {
  const token = getCookie(c, sessionCookie(settings.url));
  return token ? sessionOf(store.read, token, now()) : null;
}
