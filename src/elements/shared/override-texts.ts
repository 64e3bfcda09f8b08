/**
 * Messages with an owner's own words in place of ours. Only keys that exist are taken over, and only text for text,
 * so that whatever the page hands in, every message remains one.
 */
export function overrideTexts<T extends object>(messages: T, own: unknown): T {
  if (!own || typeof own !== 'object') return messages;
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      const mine = Object.hasOwn(own, key) ? (own as Record<string, unknown>)[key] : undefined;
      if (typeof message === 'object' && !Array.isArray(message)) return [key, overrideTexts(message, mine)];
      return [key, typeof mine === 'string' ? mine : message];
    }),
  ) as T;
}
