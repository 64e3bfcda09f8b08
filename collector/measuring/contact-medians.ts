import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import type { Grouping } from './grouping.ts';
import { personKey } from './people-by.ts';
import { endOf, type Span } from './span.ts';

/** Medians of how long sales let people wait for the first answer, in minutes. `null`: nobody was answered. */
export interface ContactMedians {
  all: number | null;
  /** By the name of the row. */
  of: Map<string, number>;
  /** Of all whose row is not named. */
  others: number | null;
}

/**
 * The median wait of those who first asked within some months, row by row and of all. The database sorts and counts; a
 * row of results is all that leaves it.
 * @param names the rows that are told by name; `null` for each there is
 */
export async function contactMedians(
  read: Queries,
  by: Grouping,
  names: readonly string[] | null,
  span: Span,
  now: Date,
): Promise<ContactMedians> {
  const end = endOf(span, now);
  const key = personKey[by];
  const row =
    names === null
      ? key
      : names.length === 0
        ? sql<string | null>`null`
        : sql<string | null>`case when ${key} in (${sql.join(names)}) then ${key} end`;
  /** The middle one of so many, or the middle two: twice its place is the count, or one or two more. */
  const isMiddle = (place: string, count: string) =>
    sql`${sql.ref(place)} * 2 in (${sql.ref(count)}, ${sql.ref(count)} + 1, ${sql.ref(count)} + 2)`;
  const rows = await read
    .selectFrom((inner) =>
      inner
        .selectFrom((answered) =>
          answered
            .selectFrom('persons')
            .select(['contact_minutes as minutes', row.as('name')])
            .where('asked_at', '>=', span.from)
            .where('asked_at', '<', end)
            .where('hot_at', '<', end)
            .where('contact_minutes', 'is not', null)
            .as('answered'),
        )
        .select([
          'name',
          'minutes',
          sql<number>`row_number() over (partition by name order by minutes)`.as('place'),
          sql<number>`count(*) over (partition by name)`.as('count'),
          sql<number>`row_number() over (order by minutes)`.as('place_in_all'),
          sql<number>`count(*) over ()`.as('count_of_all'),
        ])
        .as('placed'),
    )
    .select([
      'name',
      sql<number>`avg(case when ${isMiddle('place', 'count')} then minutes end)`.as('median'),
      sql<number | null>`sum(case when ${isMiddle('place_in_all', 'count_of_all')} then minutes end)`.as(
        'sum',
      ),
      sql<number>`count(case when ${isMiddle('place_in_all', 'count_of_all')} then 1 end)`.as('middles'),
    ])
    .groupBy('name')
    .execute();
  const middles = rows.reduce((sum, { middles: of }) => sum + Number(of), 0);
  const sum = rows.reduce((total, each) => total + Number(each.sum ?? 0), 0);
  const others = rows.find(({ name }) => name === null);
  return {
    all: middles === 0 ? null : sum / middles,
    of: new Map(rows.flatMap(({ name, median }) => (name === null ? [] : [[name, Number(median)]]))),
    others: others ? Number(others.median) : null,
  };
}
