import type { Desk } from '../desk.ts';

const isSecure = (url: string): boolean => url.startsWith('https:');

/**
 * A cookie that no script reads and no other site sends. Under `https` the browser itself makes sure that no other host
 * and no plain connection has set it.
 */
export const cookieOf = ({ settings }: Desk, what: 'session' | 'device') =>
  ({
    name: isSecure(settings.url) ? (`__Host-${what}` as const) : what,
    where: { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(settings.url) },
  }) as const;
