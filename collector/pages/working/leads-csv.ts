import { stringify } from 'csv-stringify/sync';
import { findPeople, type Place, type Wanted } from '../../working/find-people.ts';
import type { Listed } from '../../working/lists.ts';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { wantedOf } from './wanted-of.ts';

/** How many people are read at a time. */
const part = 1_000;

/** The lines of one part. Whatever a spreadsheet would take for a formula is marked as the text that it is. */
const lines = (rows: readonly (readonly unknown[])[]): string =>
  stringify(rows as unknown[][], { escape_formulas: true, record_delimiter: '\r\n' });

/** People part by part: however many there are, a part of them is in memory. */
async function* csvOf({ desk, words }: SignedIn, wanted: Wanted): AsyncGenerator<string> {
  const { csvColumns } = words.lists;
  const columns = Object.keys(csvColumns) as (keyof typeof csvColumns)[];
  // The mark by which a spreadsheet knows that letters beyond ASCII are UTF-8.
  yield `\ufeff${lines([Object.values(csvColumns)])}`;
  let after: Place | undefined;
  for (;;) {
    const people: Listed[] = await findPeople(desk.store.read, wanted, part, after);
    if (people.length > 0) yield lines(people.map((person) => columns.map((column) => person[column])));
    const last = people.at(-1);
    if (!last || people.length < part) return;
    after = { last_at: last.last_at, id: last.id };
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
        const { value, done } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: () => void parts.return(undefined),
    });
    return visit.c.body(body, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="leads.csv"',
    });
  },
};
