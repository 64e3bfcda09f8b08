import type { Envelope } from 'unisono/schema';
import type { Settings } from '../desk.ts';
import type { Queries } from '../store/store.ts';
import { isLanguage, languages } from '../words/words.ts';
import { alertMail } from './alert-mail.ts';
import type { Mail } from './queue-mail.ts';

/** What waits of an alert: which request is hot. What is said of it is read when it is sent, in the reader's language. */
export interface AlertBody {
  /** The envelope's id. */
  request: string;
}

/** Milliseconds after which an alert is no news any more: whoever still waits stands in sales' list. */
const longest = 48 * 3_600_000;

/**
 * The alert as it is to be sent now; `null` if nobody wants it any more: whoever was to get it has turned alerts off or
 * left, the lead was erased or answered meanwhile, or it is so old that it is no news (there was no mail server, say).
 * @param since when it was put down
 */
export async function alertOf(
  read: Queries,
  { request, recipient, since }: AlertBody & { recipient: string; since: string },
  { url }: Pick<Settings, 'url'>,
  now: Date,
): Promise<Mail | null> {
  const reader = await read
    .selectFrom('accounts')
    .select('language')
    .where('email', '=', recipient)
    .where('alerts', '=', 1)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const lead = await read
    .selectFrom('requests')
    .innerJoin('persons', 'persons.id', 'requests.person_id')
    .select(['persons.id', 'persons.name', 'persons.email', 'persons.company', 'requests.envelope'])
    .where('requests.id', '=', request)
    .where('persons.anonymous', '=', 0)
    .where('persons.waiting_since', 'is not', null)
    // Whom sales gave back, marketing answers.
    .where('persons.team', '=', 'sales')
    .executeTakeFirst();
  const isNews = now.getTime() - Date.parse(since) < longest;
  if (!reader || !lead || !isNews) return null;
  const { score } = JSON.parse(lead.envelope) as Envelope;
  const language = isLanguage(reader.language) ? reader.language : 'en';
  return alertMail({ person: lead, score: score ?? null, url }, languages[language]);
}
