import { setImmediate as turn } from 'node:timers/promises';
import { causeOf } from '../../cause-of.ts';
import type { Words } from '../../words/words.ts';
import { findIds, peopleOf, type Wanted } from '../../working/find-people.ts';
import type { Listed } from '../../working/lists.ts';
import { csvLines, csvMark } from '../parts/csv-lines.ts';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { wantedOf } from './wanted-of.ts';

/** How many people are read at a time. */
const part = 200;

type Column = keyof Words['lists']['csvColumns'];

/** What a reader sees instead of our names and of moments as machines write them: minutes in UTC, as a spreadsheet sorts them. */
function cellOf(person: Listed, column: Column, { person: texts, lists }: Words): unknown {
  const value = person[column];
  if (value === null || value === '')
    return column === 'team' && !person.anonymous ? (person.test ? texts.test : lists.setAside.mark) : value;
  if (column === 'stage') return texts.stages[person.stage];
  if (column === 'team') return texts.teams[person.team!];
  if (column === 'temperature') return texts.temperatures[person.temperature!];
  if (column === 'marketing') return texts.marketingWords[person.marketing];
  return column.endsWith('_at') || column === 'waiting_since'
    ? String(value).slice(0, 16).replace('T', ' ')
    : value;
}

/**
 * People part by part: however many there are, a part of them is in memory, and between two parts others have their
 * turn.
 */
async function* csvOf(visit: SignedIn, wanted: Wanted): AsyncGenerator<string> {
  const { desk, words } = visit;
  const { read } = desk.store;
  const { csvColumns } = words.lists;
  const columns = Object.keys(csvColumns) as Column[];
  yield csvMark + csvLines([Object.values(csvColumns)], visit);
  const ids = await findIds(read, wanted);
  for (let at = 0; at < ids.length; at += part) {
    await turn();
    const people = await peopleOf(read, ids.slice(at, at + part));
    yield csvLines(
      people.map((person) => columns.map((column) => cellOf(person, column, words))),
      visit,
    );
  }
}

/** The people that the page of all leads shows, for a spreadsheet. */
export const leadsCsv: Route = {
  method: 'GET',
  path: '/leads.csv',
  roles: everyRole,
  script: true,
  answer(visit) {
    const parts = csvOf(visit, wantedOf(visit));
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const { value, done } = await parts.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          // The file breaks off, which its reader sees; a whole one that is short would be believed.
          visit.desk.log({ event: 'csv-failed', ...causeOf(error) });
          controller.error(error);
        }
      },
      cancel: () => void parts.return(undefined),
    });
    return visit.c.body(body, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="leads.csv"',
    });
  },
};
