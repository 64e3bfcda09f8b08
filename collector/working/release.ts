import { type Envelope, isGranted } from 'unisono/schema';
import { keepSearchWords } from '../receiving/keep-search-words.ts';
import { personAfter } from '../receiving/person-after.ts';
import { askToConfirm, type OurName } from '../rights/ask-to-confirm.ts';
import type { Change } from '../store/store.ts';
import { tell } from '../telling/tell.ts';
import { changePerson, type Outcome } from './change-person.ts';

interface Releasing {
  sequence: number;
  /** The account that has looked. */
  by: number;
  now: Date;
  secret: string;
  /** `null`: nobody is mailed. */
  us: OurName | null;
}

/**
 * Lets a request in that was set aside, since a person has looked and found a person: as if it had arrived now.
 */
export async function releaseRequest(
  change: Change,
  { sequence, by, now, secret, us }: Releasing,
): Promise<Outcome> {
  const request = await change
    .updateTable('requests')
    .set({ quarantine: 0 })
    .where('sequence', '=', sequence)
    .where('quarantine', '=', 1)
    .returningAll()
    .executeTakeFirst();
  if (!request) return { status: 'changed-since' };
  const envelope: Envelope = JSON.parse(request.envelope);
  const seen = { ...envelope, spam: { ...envelope.spam, quarantine: false } };

  const outcome = await changePerson(change, {
    person: request.person_id,
    kind: 'released',
    by,
    now,
    // It was counted when it came.
    to: (person) => ({ ...personAfter(person, seen, now.toISOString()), requests: person.requests }),
  });
  if (outcome.status !== 'done') return outcome;
  await keepSearchWords(change, [outcome.person]);
  const about = { person: outcome.person, request: { id: request.id, envelope: request.envelope } };
  await tell(
    change,
    [
      { event: 'lead.received', ...about },
      ...(request.temperature === 'hot' ? [{ event: 'lead.hot' as const, ...about }] : []),
    ],
    now,
  );
  if (us !== null && isGranted(envelope.consents, 'marketing'))
    await askToConfirm(change, [outcome.person], { ...us, secret, now });
  return outcome;
}
