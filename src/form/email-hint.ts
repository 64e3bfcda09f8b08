import { nearest } from '../options/nearest.ts';

/** Where most mail lives: names that hardly any other domain is like, so that what is close to them is a slip, */
const wellKnown =
  'gmail.com hotmail.com outlook.com yahoo.com icloud.com libero.it tiscali.it virgilio.it'.split(' ');
/** but for these. */
const others = /^[ey]?mail\.com$/;

/**
 * What is odd about an address: the one that was probably `meant`, where its domain is a slip of a well-known one, or
 * `meant: null` for a domain that cannot exist, such as `gmail` or `shop.c`. `null` where nothing is odd.
 */
export function emailHint(address: string): { meant: string | null } | null {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at).toLowerCase();
  if (!at || wellKnown.includes(domain) || others.test(domain)) return null;
  const meant = nearest(domain, wellKnown);
  if (meant) return { meant: address.slice(0, at) + meant };
  return /\.[^\s.\d]{2,}$/.test(domain) ? null : { meant: null };
}
