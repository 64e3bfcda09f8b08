/** Hears of a key that there is no message for: its path, itself, and those there are. */
type Unknown = (path: string, key: string, known: readonly string[]) => void;

/**
 * Messages with an owner's own words in place of ours. Only keys that exist are taken over, and only text for text,
 * so that whatever the page hands in, every message remains one.
 */
export function overrideTexts<T extends object>(
  messages: T,
  own: unknown,
  unknown: Unknown,
  path: string,
): T {
  if (!own || typeof own !== 'object') return messages;
  for (const key of Object.keys(own)) {
    if (!Object.hasOwn(messages, key)) unknown(`${path}.${key}`, key, Object.keys(messages));
  }
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      const mine = Object.hasOwn(own, key) ? (own as Record<string, unknown>)[key] : undefined;
      if (typeof message === 'object' && !Array.isArray(message))
        return [key, overrideTexts(message, mine, unknown, `${path}.${key}`)];
      return [key, typeof mine === 'string' ? mine : message];
    }),
  ) as T;
}
