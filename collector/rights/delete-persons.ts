import type { Change } from '../store/store.ts';
import { tablesOfPerson } from './names-person-by.ts';

/** Deletes people with all that belongs to them: requests, words, journal, and messages about them, sent or not. */
export async function deletePersons(change: Change, persons: readonly number[]): Promise<void> {
  if (persons.length === 0) return;
  // One table stands for all of them: they are asked in the same way.
  for (const table of tablesOfPerson)
    await change
      .deleteFrom(table as 'requests')
      .where('person_id', 'in', persons)
      .execute();
  await change.deleteFrom('persons').where('id', 'in', persons).execute();
}
