import { clickIds } from './click-ids.ts';

/** The campaign a link was tagged with: the five UTM parameters, raw. */
export interface Utm {
  source?: string;
  medium?: string;
  campaign?: string;
  term?: string;
  content?: string;
}

/** One arrival on the site. */
export interface Touch {
  /** ISO 8601, UTC. */
  at: string;
  /** Address of the page without query and fragment. */
  page: string;
  /** Where the person came from, without query and fragment; absent for a direct arrival. */
  referrer?: string;
  utm?: Utm;
  /** The advertising click that led here, for example `{ name: 'gclid', value: '…' }`. */
  click?: { name: string; value: string };
}

const utmKeys = ['source', 'medium', 'campaign', 'term', 'content'] as const;
const longest = 200;

/** Origin and path of an address: a query or a fragment may hold personal data. `''` for what is no web address. */
export function bareAddress(address: string): string {
  try {
    const { origin, pathname, protocol } = new URL(address);
    return protocol.startsWith('http') ? (origin + pathname).slice(0, 2000) : '';
  } catch {
    return '';
  }
}

/**
 * The touch of an arrival.
 * @param url address of the page, whole
 * @param referrer `document.referrer`, `''` for none; one of the same origin is no arrival and is left out
 * @param at the moment of arrival
 */
export function touchOf(url: string, referrer: string, at: Date): Touch {
  const { searchParams, origin } = new URL(url);
  const read = (key: string) => searchParams.get(key)?.slice(0, longest);
  const touch: Touch = { at: at.toISOString(), page: bareAddress(url) };

  const from = bareAddress(referrer);
  if (from && !from.startsWith(`${origin}/`)) touch.referrer = from;

  const utm: Utm = {};
  for (const key of utmKeys) {
    const value = read(`utm_${key}`);
    if (value) utm[key] = value;
  }
  if (Object.keys(utm).length) touch.utm = utm;

  for (const name of Object.keys(clickIds)) {
    const value = read(name);
    if (value) touch.click ??= { name, value };
  }
  return touch;
}
