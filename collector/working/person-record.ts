import type { Queries } from '../store/store.ts';
import type { JournalEntry, StoredRequest } from '../store/tables.ts';
import { type ToldTo, toldTo } from '../telling/told-to.ts';
import type { Listed } from './lists.ts';

/** All that is known of a person, and what was done for them. */
export interface PersonRecord {
  person: Listed;
  /** The latest first. */
  requests: StoredRequest[];
  /** The latest first, each with the name of whoever did it. */
  journal: (JournalEntry & { by: string | null })[];
  /** Who else was told of them. */
  told: ToldTo[];
}

/** So many requests and entries of one person are shown. */
const most = 200;

/** @returns `null` if there is no such person, or they are anonymous */
export async function personRecord(read: Queries, id: number): Promise<PersonRecord | null> {
  const [person, requests, journal, told] = await Promise.all([
    read
      .selectFrom('persons')
      .leftJoin('accounts', 'accounts.id', 'persons.owner_id')
      .selectAll('persons')
      .select('accounts.name as owner')
      .where('persons.id', '=', id)
      .where('persons.anonymous', '=', 0)
      .executeTakeFirst(),
    read
      .selectFrom('requests')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('sequence', 'desc')
      .limit(most)
      .execute(),
    read
      .selectFrom('journal')
      .leftJoin('accounts', 'accounts.id', 'journal.account_id')
      .selectAll('journal')
      .select('accounts.name as by')
      .where('journal.person_id', '=', id)
      .orderBy('journal.id', 'desc')
      .limit(most)
      .execute(),
    toldTo(read, id),
  ]);
  return person ? { person, requests, journal, told } : null;
}
