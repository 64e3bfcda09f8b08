import type { Messages } from './messages.ts';

const locales = new Map<string, Partial<Messages>>();

/** Teaches the elements a language. Languages come one at a time, and may come in parts. */
export function registerLocale(language: string, messages: Partial<Messages>): void {
  locales.set(language, { ...locales.get(language), ...messages });
}

/** The languages that can be spoken, in the order they were registered. */
export const knownLanguages = (): string[] => [...locales.keys()];

/** The parts of the messages that are known, such as `form`. */
export const knownParts = (): string[] => [...locales.values()].flatMap((messages) => Object.keys(messages));

/** The messages of one element for a BCP 47 tag: its language, else the first registered. */
export function messagesFor<K extends keyof Messages>(element: K, tag: string): Messages[K] {
  const [language = ''] = tag.toLowerCase().split('-');
  const messages =
    locales.get(language)?.[element] ?? [...locales.values()].find((locale) => locale[element])?.[element];
  if (!messages) throw new Error(`No language registered for ${element}: call registerLocale() first.`);
  return messages as Messages[K];
}
