import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Desk } from '../desk.ts';
import { newToken } from '../store/token.ts';
import { cookieOf } from './cookie.ts';

/** Seconds for which a browser is known: half a year from the last time somebody signed in. */
const known = 180 * 86_400;

const seal = (secret: string, email: string, device: string): Buffer =>
  createHmac('sha256', secret).update(`device\n${email}\n${device}`).digest();

/** What a browser keeps; `undefined` if nobody has signed in there. */
export const deviceTokenOf = (c: Context, desk: Desk): string | undefined =>
  getCookie(c, cookieOf(desk, 'device').name);

/**
 * The browser in which the owner of an address has signed in before; `null` for every other. It has tries of its own at
 * their password: who guesses from elsewhere does not keep the owner out. (OWASP calls it a device cookie.)
 * @param token what the browser keeps: a number, and a seal that only this collector can make for this address
 */
export function knownDevice(secret: string, email: string, token = ''): string | null {
  const [, device = '', sealed = ''] = /^([\w-]{43})\.([\w-]{43})$/.exec(token) ?? [];
  const given = Buffer.from(sealed, 'base64url');
  const own = seal(secret, email, device);
  return given.length === own.length && timingSafeEqual(given, own) ? device : null;
}

/** Makes a browser known to whoever has just signed in there. */
export function rememberDevice(c: Context, desk: Desk, email: string): void {
  const device = knownDevice(desk.secret, email, deviceTokenOf(c, desk)) ?? newToken();
  const { name, where } = cookieOf(desk, 'device');
  const sealed = seal(desk.secret, email, device).toString('base64url');
  setCookie(c, name, `${device}.${sealed}`, { ...where, maxAge: known });
}
