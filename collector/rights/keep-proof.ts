import type { Insertable } from 'kysely';
import type { Envelope } from 'unisono/schema';
import type { Change } from '../store/store.ts';
import type { ConsentTable, Person } from '../store/tables.ts';

/**
 * Keeps what proves a person's consents, before the rest of them goes: the words they agreed to, and what they said
 * later about marketing, such as the press of the button that confirmed it (double opt-in).
 */
export async function keepProof(
  change: Change,
  { id, key }: Person,
  requests: readonly Envelope[],
  now: Date,
): Promise<void> {
  const granted = requests.flatMap(({ consents, source }) =>
    consents.filter((consent) => consent.granted).map((consent) => ({ ...consent, form: source.form })),
  );
  if (key === null || granted.length === 0) return;
  const words = await marketingWords(change, id);
  const rows = granted.map(
    ({ purpose, text, version, at, granted, ...details }): Insertable<ConsentTable> => ({
      key,
      purpose,
      text,
      version,
      details: JSON.stringify({ ...details, ...(purpose === 'marketing' && { words }) }),
      at,
      kept_at: now.toISOString(),
    }),
  );
  await change.insertInto('consents').values(rows).execute();
}

/** What became of somebody's word on marketing, in order: `{ at, marketing: 'confirmed' }`. */
async function marketingWords(change: Change, person: number) {
  const entries = await change
    .selectFrom('journal')
    .select(['at', 'after'])
    .where('person_id', '=', person)
    .orderBy('id')
    .execute();
  return entries.flatMap(({ at, after }) => {
    const { marketing } = JSON.parse(after ?? '{}') as { marketing?: string };
    return marketing === undefined ? [] : [{ at, marketing }];
  });
}
