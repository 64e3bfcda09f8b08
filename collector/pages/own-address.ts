const base = 'http://own.invalid';

/**
 * A path of our own to go to, with its query, as a browser would read it; `null` for whatever leads elsewhere. Browsers take `\` for
 * `/`, throw away tabs and line ends, and clear up `/./`: so it is read as they read it, and what comes out is looked
 * at once more.
 */
export function ownAddress(given: string): string | null {
  if (!given.startsWith('/') || !URL.canParse(given, base)) return null;
  const { origin, pathname, search } = new URL(given, base);
  if (origin !== base) return null;
  // A proxy may decode a path before a browser sees it.
  const decoded = pathname.replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
  return /^\/[/\\]/.test(decoded) ? null : pathname + search;
}
