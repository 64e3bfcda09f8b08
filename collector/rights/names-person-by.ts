import type { Tables } from '../store/tables.ts';

/**
 * By which column a table names the people who asked: their number, or their address (`key`, see `personKey`); `null`
 * where it names none of them. Whatever is here is exported and erased, and a new table has to say.
 */
export const namesPersonBy = {
  persons: 'id',
  requests: 'person_id',
  search_words: 'person_id',
  journal: 'person_id',
  messages: 'person_id',
  // After the messages: whoever puts a receipt down has hold of its message.
  receipts: 'person_id',
  consents: 'key',
  unread_leads: 'key',
  // The team's own.
  accounts: null,
  sessions: null,
  links: null,
  attempts: null,
  destinations: null,
  settings: null,
  // Counts and money.
  tallies: null,
  spend: null,
  // Files of the team's, for a day at most: see `deleteUploads`.
  uploads: null,
  imports: null,
  mappings: null,
  objectives: null,
  // Keyed hashes: what is left of somebody who was erased.
  forgotten: null,
} as const satisfies Record<keyof Tables, 'id' | 'person_id' | 'key' | null>;

type Naming = typeof namesPersonBy;

/** The tables in which people are named by this column. */
export type NamedBy<Column> = {
  [Table in keyof Naming]: Naming[Table] extends Column ? Table : never;
}[keyof Naming];

/** The tables that name people. */
export type PersonalTable = NamedBy<string>;

export const personalTables = Object.keys(namesPersonBy).filter(
  (table) => namesPersonBy[table as keyof Naming] !== null,
) as PersonalTable[];

/** Those that hold what belongs to a person. */
export const tablesOfPerson = personalTables.filter(
  (table) => namesPersonBy[table] === 'person_id',
) as NamedBy<'person_id'>[];
