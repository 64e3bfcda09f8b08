import { bareAddress } from '../lead/touch.ts';

/**
 * The address of this page to hand on, without its fragment. Its query stays out, since it may name a campaign or a
 * person, unless the page itself says with `<link rel="canonical">` that it is found by one, as `?page_id=7` is.
 */
export function pageAddress({ URL: url, head }: Document = document): string {
  const bare = bareAddress(url) || url.replace(/#.*/s, '');
  const canonical = head.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '';
  return bareAddress(canonical) === bare ? canonical.replace(/#.*/s, '') : bare;
}
