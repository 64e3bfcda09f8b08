import { randomUUID } from 'node:crypto';
import type { Envelope } from 'unisono/schema';
import type { Change } from '../store/store.ts';
import type { Person } from '../store/tables.ts';
import { deletePersons } from './delete-persons.ts';
import { forget } from './forgotten.ts';
import { holdPersons } from './hold-persons.ts';
import { keepColumns } from './keep-columns.ts';
import { keepProof } from './keep-proof.ts';

interface Anonymising {
  secret: string;
  now: Date;
}

/** What says who somebody is, or what was written about them. It goes from the person and from their journal. */
const identity = {
  key: null,
  email: '',
  name: '',
  company: '',
  phone: '',
  lost_reason: '',
  given_back: '',
  next_step: '',
} as const satisfies Partial<Person>;

/** What makes somebody be worked. Nobody can, any more. */
const workable = {
  team: null,
  waiting_since: null,
  next_on: null,
  given_back_at: null,
  marketing: 'none',
  marketing_at: null,
} as const satisfies Partial<Person>;

/** A request as a figure: where it was left, when it arrived and what it was worth. Of what somebody wrote, nothing. */
const withoutIdentity = ({ source, score }: Envelope, id: string, receivedAt: string): Envelope => ({
  version: 1,
  id,
  createdAt: receivedAt,
  source: {
    form: source.form,
    page: '',
    title: '',
    locale: source.locale,
    ...(source.variant !== undefined && { variant: source.variant }),
  },
  profile: { email: '' },
  consents: [],
  ...(score && { score: { ...score, reasons: [] } }),
  spam: { signals: [], quarantine: false },
});

/**
 * Makes people figures: stage, dates, revenue, temperature, form, campaign, source and who worked them stay, and say
 * what a quarter was. Whatever names them goes, messages about them too. Proof of what they agreed to is kept for a
 * time, apart (see `keepProof`). Requests get other ids, since theirs are known elsewhere; a late try of one is not
 * taken any more. Who asks again is somebody new.
 * @param persons people held by this change
 */
export async function anonymise(
  change: Change,
  persons: readonly Person[],
  { secret, now }: Anonymising,
): Promise<void> {
  for (const person of persons) {
    const requests = await change
      .selectFrom('requests')
      .select(['sequence', 'id', 'received_at', 'quarantine', 'envelope'])
      .where('person_id', '=', person.id)
      .execute();
    const envelopes = requests.map(({ envelope }) => JSON.parse(envelope) as Envelope);
    // What may come from a program proves nothing.
    const proving = envelopes.filter((_, at) => requests[at]!.quarantine === 0);
    await keepProof(change, person, proving, now);
    await forget(
      change,
      secret,
      'request',
      requests.map(({ id }) => id),
      now,
    );
    for (const [at, { sequence, received_at, quarantine }] of requests.entries()) {
      if (quarantine) continue;
      const id = randomUUID();
      await change
        .updateTable('requests')
        .set({
          id,
          envelope: JSON.stringify(withoutIdentity(envelopes[at]!, id, received_at)),
          claimed_score: null,
          body_digest: '',
        })
        .where('sequence', '=', sequence)
        .execute();
    }
    // Nobody can look into these any more.
    await change
      .deleteFrom('requests')
      .where('person_id', '=', person.id)
      .where('quarantine', '=', 1)
      .execute();
    await keepColumns(change, person.id, (column) => !Object.hasOwn(identity, column));
    await change.updateTable('journal').set({ text: '' }).where('person_id', '=', person.id).execute();
    await change.deleteFrom('unread_leads').where('key', '=', person.key).execute();
    for (const table of ['search_words', 'messages', 'receipts'] as const)
      await change.deleteFrom(table).where('person_id', '=', person.id).execute();
    await change
      .updateTable('persons')
      .set({ ...identity, ...workable, requests: proving.length, anonymous: 1 })
      .where('id', '=', person.id)
      .execute();
  }
}

/**
 * Makes everybody under an address anonymous. Who only tried a form out with it is no figure, and goes as a whole.
 * @returns how many people
 */
export async function anonymiseAddress(
  change: Change,
  email: string,
  anonymising: Anonymising,
): Promise<number> {
  const persons = await holdPersons(change, email);
  await anonymise(
    change,
    persons.filter(({ test }) => test === 0),
    anonymising,
  );
  await deletePersons(
    change,
    persons.filter(({ test }) => test === 1).map(({ id }) => id),
  );
  return persons.length;
}
