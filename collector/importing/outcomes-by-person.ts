import { personKey } from '../receiving/person-key.ts';
import type { Queries } from '../store/store.ts';
import { type Stage, stages } from '../store/tables.ts';
import { portionsOf } from './portions.ts';
import { isEnd, type OutcomeRow } from './read-outcomes.ts';
import type { RefusedRow, RowProblem } from './read-row.ts';

/** What a file says of one person, all its rows taken together. */
export interface PersonOutcome {
  person: number;
  row: OutcomeRow;
}

export interface OutcomesByPerson {
  outcomes: PersonOutcome[];
  /** Rows that say once more what another says. */
  same: OutcomeRow[];
  /** Rows of a person of whom a later row says more. */
  newer: OutcomeRow[];
  refused: RefusedRow[];
}

export const refusedFor = (
  { row, person }: OutcomeRow,
  problem: RowProblem,
  field: 'person' | 'stage' | 'revenue' | 'day' = 'person',
  value = person,
): RefusedRow => ({ ...row, problems: [{ field, column: '', value, problem }] });

/** People by what a file calls them: an address, however it was typed, or the id of a lead. Tests are nobody. */
async function personsBy(read: Queries, names: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const portion of portionsOf(names.filter((name) => name.includes('@')))) {
    const keys = new Map(portion.map((name) => [name, personKey(name)]));
    const people = await read
      .selectFrom('persons')
      .select(['id', 'key'])
      .where('key', 'in', [...new Set(keys.values())])
      .where('test', '=', 0)
      .execute();
    const ids = new Map(people.map(({ id, key }) => [key, id]));
    for (const [name, key] of keys) if (ids.has(key)) found.set(name, ids.get(key)!);
  }
  for (const portion of portionsOf(names.filter((name) => !name.includes('@')))) {
    const leads = await read
      .selectFrom('requests')
      .innerJoin('persons', 'persons.id', 'requests.person_id')
      .select(['requests.id', 'requests.person_id'])
      .where('requests.id', 'in', [...portion])
      .where('persons.test', '=', 0)
      .where('persons.anonymous', '=', 0)
      .execute();
    for (const { id, person_id } of leads) found.set(id, person_id);
  }
  return found;
}

const further = (a: Stage, b: Stage): number => stages.indexOf(b) - stages.indexOf(a);

/** The latest day first; of one day an end before what is open, and what is further before what is not. */
const latestFirst = (a: OutcomeRow, b: OutcomeRow): number =>
  a.day === b.day
    ? Number(isEnd(b.stage)) - Number(isEnd(a.stage)) || further(a.stage, b.stage)
    : a.day < b.day
      ? 1
      : -1;

const saysTheSame = (a: OutcomeRow, b: OutcomeRow): boolean =>
  a.day === b.day && a.stage === b.stage && a.revenue === b.revenue;

/** Takes a person's rows together: the latest counts, and two ends of one day contradict each other. */
function together(person: number, rows: OutcomeRow[], into: OutcomesByPerson): void {
  const [latest, ...others] = rows.sort(latestFirst);
  const ends = others.filter(({ day, stage }) => day === latest!.day && isEnd(stage) && isEnd(latest!.stage));
  const isContradicted = ends.some((row) => !saysTheSame(row, latest!));
  if (isContradicted) {
    for (const row of [latest!, ...ends]) into.refused.push(refusedFor(row, 'two-ends'));
    into.newer.push(...others.filter((row) => !ends.includes(row)));
    return;
  }
  into.outcomes.push({ person, row: latest! });
  for (const row of others) into[saysTheSame(row, latest!) ? 'same' : 'newer'].push(row);
}

/** Finds out whom rows are about, and takes those of one person together. Nobody is added who never asked. */
export async function outcomesByPerson(
  read: Queries,
  rows: readonly OutcomeRow[],
): Promise<OutcomesByPerson> {
  const persons = await personsBy(read, [...new Set(rows.map(({ person }) => person))]);
  const result: OutcomesByPerson = { outcomes: [], same: [], newer: [], refused: [] };
  const byPerson = new Map<number, OutcomeRow[]>();
  for (const row of rows) {
    const id = persons.get(row.person);
    if (id === undefined) result.refused.push(refusedFor(row, 'unknown-person'));
    else if (byPerson.has(id)) byPerson.get(id)!.push(row);
    else byPerson.set(id, [row]);
  }
  for (const [person, theirs] of byPerson) together(person, theirs, result);
  // Two who import at once hold people in the same order, so that neither waits for the other in a circle.
  result.outcomes.sort((a, b) => a.person - b.person);
  return result;
}
