import { personKey } from '../receiving/person-key.ts';
import type { Change } from '../store/store.ts';
import type { Person } from '../store/tables.ts';

/**
 * Everybody under an address, with who tried a form out with it, held until the change is made: a request of theirs or
 * a change by the team comes before or after, never in between.
 */
export const holdPersons = (change: Change, email: string): Promise<Person[]> =>
  change
    .updateTable('persons')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('key', '=', personKey(email))
    .returningAll()
    .execute();
