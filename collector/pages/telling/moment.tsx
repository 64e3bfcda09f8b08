import type { JSX } from 'preact';
import type { Language } from '../../words/words.ts';

/** A moment as somebody reads it, in the time zone of the collector. */
export const momentText = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));

export const Moment = ({ iso, language }: { iso: string; language: Language }): JSX.Element => (
  <time datetime={iso}>{momentText(iso, language)}</time>
);
