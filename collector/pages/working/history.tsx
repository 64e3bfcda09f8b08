import type { JSX } from 'preact';
import { formatter } from 'unisono/calculator';
import type { Person, Stage, Team } from '../../store/tables.ts';
import type { PersonRecord } from '../../working/person-record.ts';
import { isUndoable } from '../../working/undo-change.ts';
import { Day, Moment } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';

type Entry = PersonRecord['journal'][number];

/** What an entry made of the person, in words: for each column that a reader asks about. */
function changesOf({ before, after }: Entry, { words, desk, language }: SignedIn): string[] {
  if (before === null || after === null) return [];
  const [was, is]: [Partial<Person>, Partial<Person>] = [JSON.parse(before), JSON.parse(after)];
  const { stages, teams, arrow } = words.person;
  const { money } = formatter(language, desk.settings.currency);
  const told = {
    stage: (value: unknown) => stages[value as Stage],
    team: (value: unknown) => (value === null ? '–' : teams[value as Team]),
    revenue: (value: unknown) => (value === null ? '–' : money(value as number)),
    next_on: (value: unknown) => (value === null ? '–' : String(value)),
  };
  return Object.entries(told)
    .filter(([column]) => column in is)
    .map(([column, tell]) => arrow(tell(was[column as 'stage']), tell(is[column as 'stage'])));
}

/** Everything that was done for a person: what, by whom and when; the latest first, each with a way back. */
export function History({ record, visit }: { record: PersonRecord; visit: SignedIn }): JSX.Element | null {
  const { person, journal } = record;
  const { words, language } = visit;
  const texts = words.person;
  if (journal.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{texts.history}</h2>
      <ol class="history">
        {journal.map((entry) => (
          <li key={entry.id} class={entry.undone_by === null ? '' : 'is-undone'}>
            <p>
              <strong>{texts.kinds[entry.kind]}</strong> {changesOf(entry, visit).join(', ')}
              {entry.undone_by !== null && ` (${texts.undone})`}
            </p>
            {entry.text && <blockquote dir="auto">{entry.text}</blockquote>}
            <p class="quiet">
              {entry.happened_on && (
                <>
                  {texts.happened} <Day of={entry.happened_on} language={language} /> ·{' '}
                </>
              )}
              <Moment at={entry.at} language={language} />{' '}
              {entry.by ? texts.by(entry.by) : entry.kind === 'request' ? texts.itself : texts.themselves}
            </p>
            {isUndoable(entry, visit.account) && (
              <form method="post" action={`/people/${person.id}/undo/${entry.id}`}>
                <button type="submit" class="plain">
                  {texts.undo}
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
