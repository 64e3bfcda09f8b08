import type { Settings } from '../desk.ts';
import type { Change } from '../store/store.ts';
import type { Person } from '../store/tables.ts';
import { queueMails } from '../telling/queue-mail.ts';
import { languageAsked, languages } from '../words/words.ts';
import { signedToken } from './signed-token.ts';
import { wayOut } from './way-out.ts';

const day = 86_400_000;

/** What a mail to somebody outside says of us. */
export interface OurName {
  /** Where its links lead: the collector's address, without a slash at the end. */
  url: string;
  /** Who writes, as people know them. */
  name: string;
}

/** `Roofs Ltd <leads@roofs.example>` writes as `Roofs Ltd`, and `leads@roofs.example` as `roofs.example`. */
export const nameIn = (mailFrom: string): string =>
  /^\s*"?([^"<]*[^"<\s])"?\s*</.exec(mailFrom)?.[1] ?? mailFrom.replace(/^.*@|[<>\s]/g, '');

/** `null` where no mail is sent. */
export const ourName = ({ smtp, url, mailFrom }: Settings): OurName | null =>
  smtp === null ? null : { url, name: nameIn(mailFrom) };

export interface Asking extends OurName {
  secret: string;
  now: Date;
}

/**
 * Asks people who ticked the marketing box to confirm it, by a mail in their language: at most one a day, unless they
 * took their word back meanwhile and gave it anew.
 *
 * Anybody can fill in a stranger's address. So nothing of what was sent stands in the mail, neither a name nor the
 * words of the box: nobody can have us carry a text of theirs to somebody else.
 * @param ticked people as they are after a request that ticked the box; several requests, several times
 */
export async function askToConfirm(change: Change, ticked: readonly Person[], asking: Asking): Promise<void> {
  const waiting = [...new Map(ticked.map((person) => [person.id, person])).values()].filter(
    ({ marketing, test, anonymous }) => marketing === 'asked' && test === 0 && anonymous === 0,
  );
  const asked = await askedLately(change, waiting, asking.now);
  await queueMails(
    change,
    waiting
      .filter(({ id }) => !asked.has(id))
      .map((person) => ({
        recipient: person.email,
        event: 'opt-in',
        person: person.id,
        mail: optInMail(person, asking),
      })),
    asking.now,
  );
}

/** Who of these has had such a mail within a day, about the word they have given now. */
async function askedLately(
  change: Change,
  persons: readonly Person[],
  now: Date,
): Promise<Set<number | null>> {
  if (persons.length === 0) return new Set();
  const found = await change
    .selectFrom('messages')
    .innerJoin('persons', 'persons.id', 'messages.person_id')
    .select('person_id')
    .where(
      'person_id',
      'in',
      persons.map(({ id }) => id),
    )
    .where('event', '=', 'opt-in')
    .where('created_at', '>', new Date(now.getTime() - day).toISOString())
    .whereRef('created_at', '>=', 'persons.marketing_at')
    .execute();
  return new Set(found.map(({ person_id }) => person_id));
}

function optInMail(person: Person, { secret, url, name, now }: Asking) {
  const words = languages[languageAsked(person.language)].rights.optInMail;
  const confirm = `${url}/confirm/${signedToken(secret, 'opt-in', person.id, now.getTime())}`;
  const stop = wayOut(person.id, { secret, url });
  return {
    subject: words.subject(name),
    text: words.text({ name, confirm, stop: stop.url }),
    headers: stop.headers,
  };
}
