import type { Envelope } from 'unisono/schema';
import { personKey } from '../receiving/person-key.ts';
import type { Queries } from '../store/store.ts';
import type { Person } from '../store/tables.ts';
import { namesPersonBy, type PersonalTable, personalTables } from './names-person-by.ts';

type Row = Record<string, unknown>;

/** All that is known under an address: of who asked with it, of who tried a form out with it, and proof that was kept. */
export interface PersonData {
  /** See `personKey`. */
  key: string;
  persons: Person[];
  /** Table by table, as they are stored; JSON is read. */
  tables: Record<PersonalTable, Row[]>;
}

/** Columns that hold JSON. */
const json = new Set(['envelope', 'claimed_score', 'before', 'after', 'body', 'details']);

const readable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      // A message that was sent has no text any more.
      json.has(column) && typeof value === 'string' && value !== '' ? JSON.parse(value) : value,
    ]),
  );

/** Collects what is known under an address, however it was typed; `null` if that is nothing. */
export async function personData(queries: Queries, email: string): Promise<PersonData | null> {
  const key = personKey(email);
  const persons = await queries
    .selectFrom('persons')
    .selectAll()
    .where('key', '=', key)
    .orderBy('id')
    .execute();
  const values = { id: persons.map(({ id }) => id), person_id: persons.map(({ id }) => id), key: [key] };
  const tables = {} as PersonData['tables'];
  for (const table of personalTables) {
    const column = namesPersonBy[table];
    const of = values[column];
    const rows =
      of.length === 0
        ? []
        : await queries
            // One table stands for all of them: they are asked in the same way.
            .selectFrom(table as 'requests')
            .selectAll()
            .where(column as 'person_id', 'in', of as number[])
            .execute();
    tables[table] = rows.map(readable);
  }
  return personalTables.some((table) => tables[table].length > 0) ? { key, persons, tables } : null;
}

/** An address in every way in which it was typed: what must not be left in a file once it is erased. */
export const spellings = ({ key, persons, tables }: PersonData): string[] => [
  ...new Set([
    key,
    ...persons.map(({ email }) => email),
    ...tables.requests.map(({ envelope }) => (envelope as Envelope).profile.email),
  ]),
];
