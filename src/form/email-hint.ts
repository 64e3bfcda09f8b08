import { nearest } from '../options/nearest.ts';

/** Where most mail lives, so that its neighbours are known as slips; and names that look like one and are none. */
const mailDomains =
  'gmail.com hotmail.com hotmail.it outlook.com outlook.it yahoo.com yahoo.it icloud.com libero.it tiscali.it virgilio.it alice.it live.com gmx.com mail.com ymail.com'.split(
    ' ',
  );

/**
 * What is odd about an address: the one that was probably `meant`, where its domain is a slip of a well-known one, or
 * `meant: null` for a domain that cannot exist, such as `gmail` or `shop.c`. `null` where nothing is odd.
 */
export function emailHint(address: string): { meant: string | null } | null {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at).toLowerCase();
  if (!at || mailDomains.includes(domain)) return null;
  const meant = nearest(domain, mailDomains);
  if (meant) return { meant: address.slice(0, at) + meant };
  return /\.[^\s.\d]{2,}$/.test(domain) ? null : { meant: null };
}
