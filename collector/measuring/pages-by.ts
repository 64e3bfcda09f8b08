import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import type { Grouping } from './grouping.ts';
import type { PageCounts } from './result-row.ts';
import type { Span } from './span.ts';

const columns = { view: 'visits', start: 'starts', cta: 'ctas' } as const;
type Event = keyof typeof columns;
const events = Object.keys(columns) as Event[];

/** What of a tally says to which row it belongs; `null`: nothing does, since it knows no sources. */
const tallyKey = {
  source: null,
  campaign: sql<string>`campaign`,
  form: sql<string>`form`,
  month: sql<string>`substr(day, 1, 7)`,
} as const satisfies Record<Grouping, unknown>;

/** Where views are counted, what was not counted did not happen. */
const countsOf = (counted: Partial<Record<Event, number>>): PageCounts => {
  const none = counted.view === undefined ? null : 0;
  return {
    visits: counted.view ?? null,
    starts: counted.start ?? none,
    ctas: counted.cta ?? none,
  };
};

/** What pages have counted within some months: of each row, and of those that belong to none. */
export async function pagesBy(
  read: Queries,
  by: Grouping,
  { from, until }: Span,
  now: Date,
): Promise<{ of: Map<string, PageCounts>; unassigned: PageCounts | null; all: PageCounts }> {
  const key = tallyKey[by];
  const counted = read
    .selectFrom('tallies')
    .select(({ fn }) => ['event', (key ?? sql<string>`''`).as('name'), fn.sum<number>('number').as('number')])
    .where('event', 'in', events)
    .where('day', '>=', from)
    .where('day', '<', until)
    .where('day', '<=', now.toISOString().slice(0, 10));
  const rows = await (key ? counted.groupBy(['event', key]) : counted.groupBy('event')).execute();
  const all: Partial<Record<Event, number>> = {};
  const none: Partial<Record<Event, number>> = {};
  const named = new Map<string, Partial<Record<Event, number>>>();
  for (const row of rows) {
    const [event, number] = [row.event as Event, Number(row.number)];
    all[event] = (all[event] ?? 0) + number;
    // A call to action belongs to a page and not to a form on it.
    const isOfNone = key === null || (by === 'form' && (event === 'cta' || row.name === ''));
    const counts = isOfNone ? none : (named.get(row.name) ?? {});
    counts[event] = (counts[event] ?? 0) + number;
    if (!isOfNone) named.set(row.name, counts);
  }
  const ofRow = (counts: Partial<Record<Event, number>>): PageCounts => ({
    ...countsOf(counts),
    ...(by === 'form' && { ctas: null }),
  });
  return {
    of: new Map([...named].map(([name, counts]) => [name, ofRow(counts)])),
    unassigned: Object.keys(none).length > 0 ? countsOf(none) : null,
    all: countsOf(all),
  };
}
