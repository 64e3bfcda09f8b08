/**
 * A path of ours out of an address that somebody else may have written; `null` for any other. Nothing of its query is
 * kept.
 */
export function ownPath(address: string): string | null {
  const here = 'http://here.invalid';
  if (!address.startsWith('/') || !URL.canParse(address, here)) return null;
  const { origin, pathname } = new URL(address, here);
  return origin === here && !pathname.startsWith('//') ? pathname : null;
}
