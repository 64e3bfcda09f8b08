import type { JSX } from 'preact';
import type { Language } from '../../words/words.ts';

/** A point in time, by the clock of the team's server. */
export const Moment = ({ at, language }: { at: string; language: Language }): JSX.Element => (
  <time dateTime={at}>
    {new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(new Date(at))}
  </time>
);

/** A day of the calendar, the same everywhere. */
export const Day = ({ of, language }: { of: string; language: Language }): JSX.Element => (
  <time dateTime={of}>
    {new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(new Date(`${of}T00:00Z`))}
  </time>
);
