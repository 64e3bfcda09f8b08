import { inBatches } from '../store/in-batches.ts';
import type { Change } from '../store/store.ts';
import type { Person } from '../store/tables.ts';
import { searchWords } from './search-words.ts';

/** Lets people be found by their words. Those by which they were found before still find them. */
export async function keepSearchWords(change: Change, persons: readonly Person[]): Promise<void> {
  const rows = persons.flatMap((person) =>
    searchWords(person).map((word) => ({ word, person_id: person.id })),
  );
  for (const batch of inBatches(rows))
    await change
      .insertInto('search_words')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['word', 'person_id']).doNothing())
      .execute();
}
