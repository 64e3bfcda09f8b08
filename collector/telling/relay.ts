import type { Settings } from '../desk.ts';
import { mayBeWrittenTo } from '../rights/may-be-written-to.ts';
import type { Queries } from '../store/store.ts';
import { isLanguage, languages } from '../words/words.ts';
import type { AskReceiver } from './ask-receiver.ts';
import type { Call } from './call-webhook.ts';
import { masked } from './masked.ts';
import { valuesFor } from './receivers/lead-fields.ts';
import type { Errand, Receiver } from './receivers/receiver.ts';
import { receivers } from './receivers/receivers.ts';
import type { Sending } from './sending.ts';
import { type ToldOf, toldOf } from './told-of.ts';

interface Relaying {
  read: Queries;
  settings: Pick<Settings, 'url' | 'currency'>;
  ask: AskReceiver;
  mail: Errand['mail'];
  now: Date;
}

/**
 * What a receiver is to be told of somebody; `null` for nothing. A tool that writes to people hears of nobody who has
 * not confirmed that they want news, and when they want no more it hears that.
 */
function wayOf(receiver: Receiver, { told, person }: ToldOf): Receiver['tell'] {
  if (receiver.consent === 'none' || person === null || mayBeWrittenTo(person)) return receiver.tell;
  return told.event === 'lead.marketing' ? (receiver.takeOff ?? null) : null;
}

/** Tells a destination that is no webhook: whom it is about is read now, and put into what its receiver reads. */
export async function relay(
  { message, destination }: Call,
  { read, settings: { url, currency }, ask, mail, now }: Relaying,
): Promise<Sending> {
  const receiver = receivers[destination.receiver];
  const about = await toldOf(read, message, receiver, url);
  const tell = about && wayOf(receiver, about);
  if (!about || !tell) return { result: 'unwanted' };
  const settings = JSON.parse(destination.settings) as Record<string, string>;
  const language = settings.language;
  const values = valuesFor(about.told, JSON.parse(destination.fields));
  const words = languages[isLanguage(language) ? language : 'en'];
  const sending = await tell({ told: about.told, settings, values, words, currency, now, ask, mail });
  if (sending.result !== 'failed' || sending.reason === undefined) return sending;
  const secrets = receiver.settings.flatMap(({ kind, name }) => (kind === 'secret' ? [settings[name]!] : []));
  const { email, name, phone, company } = about.told.person;
  const personal = [email, name, phone, company, ...Object.values(values).map(String)];
  return { ...sending, reason: masked(sending.reason, secrets, personal) };
}
