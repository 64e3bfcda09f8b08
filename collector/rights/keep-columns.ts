import type { Change } from '../store/store.ts';

/** Leaves of each entry in somebody's history what it says of the columns that may stay. */
export async function keepColumns(
  change: Change,
  person: number,
  mayStay: (column: string) => boolean,
): Promise<void> {
  const of = (json: string | null): string | null => {
    if (json === null) return null;
    const kept = Object.entries(JSON.parse(json)).filter(([column]) => mayStay(column));
    return kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : null;
  };
  const entries = await change
    .selectFrom('journal')
    .select(['id', 'before', 'after'])
    .where('person_id', '=', person)
    .execute();
  for (const { id, before, after } of entries)
    await change
      .updateTable('journal')
      .set({ before: of(before), after: of(after) })
      .where('id', '=', id)
      .execute();
}
