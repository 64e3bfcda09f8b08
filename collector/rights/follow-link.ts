import type { Change, Queries } from '../store/store.ts';
import type { MarketingWord, Person } from '../store/tables.ts';
import { changePerson } from '../working/change-person.ts';
import { type LinkPurpose, numbersIn } from './signed-token.ts';

/** Milliseconds for which a link to confirm works. */
const optInEnd = 30 * 86_400_000;

/** What the bearer of a link may do. */
interface Link {
  secret: string;
  token: string;
  now: Date;
}

/** What becomes of somebody's word on marketing by a link. */
export const linkWords = {
  'opt-in': 'confirmed',
  'way-out': 'withdrawn',
} as const satisfies Record<LinkPurpose, MarketingWord>;

/**
 * Whether a link still works. One to confirm belongs to the word it asks about: who took that back meanwhile is not
 * signed up by an old mail.
 */
const works: Record<LinkPurpose, (person: Person, madeAt: number, now: number) => boolean> = {
  'opt-in': ({ marketing, marketing_at }, madeAt, now) =>
    now < madeAt + optInEnd &&
    (marketing === 'confirmed' || (marketing === 'asked' && madeAt >= Date.parse(marketing_at ?? ''))),
  'way-out': () => true,
};

/** Whose link it is; `null` if we never made it, or it has ended, or they are erased or anonymous. */
export async function bearerOf(
  queries: Queries,
  purpose: LinkPurpose,
  { secret, token, now }: Link,
): Promise<Person | null> {
  const [id, madeAt = 0] = numbersIn(secret, purpose, token) ?? [];
  if (id === undefined) return null;
  const person = await queries
    .selectFrom('persons')
    .selectAll()
    .where('id', '=', id)
    .where('anonymous', '=', 0)
    .executeTakeFirst();
  return person && works[purpose](person, madeAt, now.getTime()) ? person : null;
}

/**
 * Does what a link is for: puts a person's own word down, with when. Pressed again, it changes nothing more.
 * @returns the person as they are then; `null` if the link does not work
 */
export async function followLink(change: Change, purpose: LinkPurpose, link: Link): Promise<Person | null> {
  const word = linkWords[purpose];
  for (;;) {
    const person = await bearerOf(change, purpose, link);
    if (!person || person.marketing === word) return person;
    const outcome = await changePerson(change, {
      person: person.id,
      version: person.version,
      kind: 'marketing',
      by: null,
      now: link.now,
      to: () => ({ marketing: word, marketing_at: link.now.toISOString() }),
    });
    if (outcome.status !== 'done') continue;
    if (word === 'withdrawn') await dropAsking(change, person.id);
    return outcome.person;
  }
}

/** Who wants no mail is not asked whether they want some. */
async function dropAsking(change: Change, person: number): Promise<void> {
  await change
    .deleteFrom('messages')
    .where('person_id', '=', person)
    .where('event', '=', 'opt-in')
    .where('status', '=', 'waiting')
    .execute();
}
