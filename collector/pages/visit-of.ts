import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Desk } from '../desk.ts';
import { plainText } from '../plain-text.ts';
import type { Account } from '../store/tables.ts';
import { isLanguage, languageAsked, languages } from '../words/words.ts';
import type { Visit } from './route.ts';

type FilledIn = Record<string, unknown>;

/** What a request brings: the fields of a posted form, or of an address. What cannot be read as a form is none. */
export async function filledIn(c: Context): Promise<FilledIn> {
  return c.req.method === 'POST' ? c.req.parseBody({ all: true }).catch(() => ({})) : c.req.query();
}

/** What a visit brings, in the language that its person reads. */
export function visitOf<Who extends Account | null>(
  c: Context,
  desk: Desk,
  account: Who,
  fields: FilledIn = {},
): Visit & { account: Who } {
  const chosen = account?.language || getCookie(c, 'language');
  const language = isLanguage(chosen) ? chosen : languageAsked(c.req.header('accept-language'));
  const field = (name: string): string => {
    const value = Object.hasOwn(fields, name) ? [fields[name]].flat()[0] : '';
    return typeof value === 'string' ? plainText(value).trim() : '';
  };
  return { c, desk, language, words: languages[language], field, account };
}
