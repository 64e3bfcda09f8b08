import { isLanguage } from '../../words/words.ts';
import type { Setting } from './receiver.ts';

/** A text that looks like this. */
export const text = (name: string, pattern: RegExp): Setting => ({
  name,
  kind: 'text',
  problem: (typed) => (pattern.test(typed) ? null : 'malformed'),
});

export const optional = (setting: Setting): Setting => ({ ...setting, isOptional: true });

/** A key: what goes into a header, unless it looks like something more exact. */
export const secret = (name: string, pattern = /^[\x21-\x7e]{8,300}$/): Setting => ({
  ...text(name, pattern),
  kind: 'secret',
});

/** The language in which it is told. */
export const language: Setting = {
  name: 'language',
  kind: 'language',
  problem: (typed) => (isLanguage(typed) ? null : 'malformed'),
};
