import { en, type Words } from './en/en.ts';
import { it } from './it/it.ts';

export type { Words };

/** A language is a folder here, and a row in this table. */
export const languages = { en, it } satisfies Record<string, Words>;
export type Language = keyof typeof languages;

/** Each language by its own name. */
export const languageNames: Record<Language, string> = { en: 'English', it: 'Italiano' };

export const isLanguage = (name: unknown): name is Language =>
  typeof name === 'string' && Object.hasOwn(languages, name);

/** The language somebody reads best of those we have, by what their browser asks for (`Accept-Language`). */
export function languageAsked(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}
