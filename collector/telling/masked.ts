/** Characters of what a receiver says that are kept. */
const longest = 300;

/** Fewer characters than this say nothing of anybody, and would be found in every other word. */
const shortest = 3;

/**
 * What a receiver said of what it refused, without what it repeats of it: neither a key nor anybody's address or name
 * may come to stand in an error. A key is looked for in its parts as well, since some are quoted cut off.
 */
export function masked(said: string, secrets: readonly string[], personal: readonly string[]): string {
  const parts = secrets.flatMap((secret) => [
    secret,
    ...secret.split(/[/:-]/).filter((part) => part.length >= 8),
    encodeURIComponent(secret),
  ]);
  const hidden = [...parts, ...personal]
    .filter((text) => text.length >= shortest)
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const text = hidden.length > 0 ? said.replace(new RegExp(hidden.join('|'), 'giu'), '…') : said;
  return text.replace(/\s+/g, ' ').trim().slice(0, longest);
}
