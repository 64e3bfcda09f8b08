import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';
import type { Person, Team } from '../store/tables.ts';

/** Somebody in a list, with the name of the colleague whose they are. */
export type Listed = Person & { owner: string | null };

/** So many of a list are shown, and one more is asked for to know whether there are more. */
export const listLength = 50;

const listed = (read: Queries) =>
  read
    .selectFrom('persons')
    .leftJoin('accounts', 'accounts.id', 'persons.owner_id')
    .selectAll('persons')
    .select('accounts.name as owner');

/** Those of a team who wait for an answer: who has waited longest comes first. */
export const waiting = (read: Queries, team: Team, limit = listLength + 1): Promise<Listed[]> =>
  listed(read)
    .where('persons.team', '=', team)
    .where('persons.waiting_since', 'is not', null)
    .orderBy('persons.waiting_since')
    .orderBy('persons.id')
    .limit(limit)
    .execute();

/** Those of a team with whom something is to be done on a day: the earliest first. */
export const nextSteps = (read: Queries, team: Team, limit = listLength + 1): Promise<Listed[]> =>
  listed(read)
    .where('persons.team', '=', team)
    .where('persons.waiting_since', 'is', null)
    .where('persons.closed_at', 'is', null)
    .where('persons.next_on', 'is not', null)
    .orderBy('persons.next_on')
    .orderBy('persons.id')
    .limit(limit)
    .execute();

/** Those sales has answered, and for whom nobody has said what comes next: they are easily forgotten. */
export const withoutStep = (read: Queries, team: Team, limit = listLength + 1): Promise<Listed[]> =>
  listed(read)
    .where('persons.team', '=', team)
    .where('persons.waiting_since', 'is', null)
    .where('persons.closed_at', 'is', null)
    .where('persons.next_on', 'is', null)
    .orderBy('persons.id')
    .limit(limit)
    .execute();

/** Those whom marketing nurtures, of one temperature: the latest first. Who still waits for an answer is not among them. */
export const nurtured = (
  read: Queries,
  temperature: Person['temperature'],
  limit = listLength + 1,
): Promise<Listed[]> =>
  listed(read)
    .where('persons.team', '=', 'marketing')
    .where('persons.temperature', temperature === null ? 'is' : '=', temperature)
    .where('persons.closed_at', 'is', null)
    .where('persons.waiting_since', 'is', null)
    .orderBy('persons.last_at', 'desc')
    .orderBy('persons.id', 'desc')
    .limit(limit)
    .execute();

/** Those whom sales gave back: the latest first. */
export const givenBack = (read: Queries, limit = listLength + 1): Promise<Listed[]> =>
  listed(read)
    .where('persons.given_back_at', 'is not', null)
    .orderBy('persons.given_back_at', 'desc')
    .orderBy('persons.id', 'desc')
    .limit(limit)
    .execute();

/** A request that may come from a program, and whom it names. */
export interface SetAside {
  sequence: number;
  person_id: number;
  received_at: string;
  envelope: string;
}

/** Requests that nobody has looked at yet: the latest first. */
export const setAside = (read: Queries, limit = listLength + 1): Promise<SetAside[]> =>
  read
    .selectFrom('requests')
    .select(['sequence', 'person_id', 'received_at', 'envelope'])
    .where('quarantine', '=', sql.lit(1))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
