import { personKey } from '../receiving/person-key.ts';
import type { Change } from '../store/store.ts';
import { deletePersons } from './delete-persons.ts';
import { forget } from './forgotten.ts';
import { holdPersons } from './hold-persons.ts';

/** How much was erased. */
export interface Erased {
  persons: number;
  requests: number;
  /** Proof of consent that was kept of somebody made anonymous. */
  proofs: number;
}

/**
 * Erases everything under an address, as its owner may ask (GDPR, article 17): people, tests, requests, what was done
 * for them, messages that wait and messages that were sent. What stays are keyed hashes, which keep a late try of a
 * request and an import from bringing them back; who asks anew is somebody new.
 *
 * Proof of consent goes as well. It would only serve to defend mail that was sent, and after this none is; that the
 * address was erased, and when, is what the hash proves. Who keeps less has less to lose.
 *
 * After the change the store is to be scrubbed: see `Store.scrub` for what a database keeps all the same.
 * @returns `null` if nothing was known under the address
 */
export async function erase(
  change: Change,
  email: string,
  { secret, now }: { secret: string; now: Date },
): Promise<Erased | null> {
  const key = personKey(email);
  const persons = (await holdPersons(change, email)).map(({ id }) => id);
  const proofs = await change.deleteFrom('consents').where('key', '=', key).returning('id').execute();
  const unread = await change.deleteFrom('unread_leads').where('key', '=', key).returning('id').execute();
  if (persons.length + proofs.length + unread.length === 0) return null;
  const requests =
    persons.length === 0
      ? []
      : await change.selectFrom('requests').select('id').where('person_id', 'in', persons).execute();
  const ids = requests.map(({ id }) => id);
  await forget(change, secret, 'request', ids, now);
  await forget(change, secret, 'person', [key], now);
  await deletePersons(change, persons);
  // Files that wait to be read may name them. Whoever brought one brings it again.
  await change.deleteFrom('uploads').execute();
  await change.updateTable('imports').set({ refused_rows: '' }).where('refused_rows', '<>', '').execute();
  return { persons: persons.length, requests: ids.length, proofs: proofs.length };
}
