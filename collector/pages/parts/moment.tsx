import type { JSX } from 'preact';
import type { Language } from '../../words/words.ts';

/** English as Europe writes it: the day before the month. */
const formatOf = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);

/** A point in time, by the clock of the team's server. */
export const momentText = (at: string, language: Language): string =>
  formatOf(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

export const Moment = ({ at, language }: { at: string; language: Language }): JSX.Element => (
  <time dateTime={at}>{momentText(at, language)}</time>
);

/** A day of the calendar, the same everywhere. */
export const Day = ({ of, language }: { of: string; language: Language }): JSX.Element => (
  <time dateTime={of}>
    {formatOf(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      new Date(`${of}T00:00Z`),
    )}
  </time>
);
