import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import { type AlertBody, alertOf } from './alert-of.ts';
import { askingBy, NoAnswer, systemName } from './ask-receiver.ts';
import { callWebhook } from './call-webhook.ts';
import type { Claimed } from './claim-message.ts';
import type { Mailer } from './mailer.ts';
import type { Mail } from './queue-mail.ts';
import { relay } from './relay.ts';
import type { Sending } from './sending.ts';

/** Milliseconds that a receiver has for all that a message asks of it: below a claim's. */
export const usualTimeout = 15_000;

export interface Circumstances {
  desk: Desk;
  /** `null`: there is no mail server. */
  mailer: Mailer | null;
  timeout?: number;
  /** Breaks it off: the message is released. */
  ending: AbortSignal;
}

/** An e-mail to somebody of the team, or to whoever asked. */
async function sendMail(
  { message }: Claimed,
  { desk: { store, settings, now }, mailer, ending }: Circumstances,
): Promise<Sending> {
  if (!mailer) return { result: 'released' };
  const { message_id: id, recipient, created_at: since } = message;
  const body = JSON.parse(message.body) as Mail | AlertBody;
  const mail =
    'request' in body ? await alertOf(store.read, { ...body, recipient, since }, settings, now()) : body;
  return mail ? mailer({ ...mail, id, recipient }, ending) : { result: 'unwanted' };
}

async function tellDestination(claimed: Claimed, circumstances: Circumstances): Promise<Sending> {
  const { message, destination } = claimed;
  const { desk, mailer, ending, timeout = usualTimeout } = circumstances;
  if (!destination) return sendMail(claimed, circumstances);
  const late = AbortSignal.timeout(timeout);
  const ask = askingBy(desk.fetch, AbortSignal.any([late, ending]));
  const call = { message, destination };
  try {
    if (destination.receiver === 'webhook') return await callWebhook(call, ask, desk.now());
    return await relay(call, {
      read: desk.store.read,
      settings: desk.settings,
      ask,
      mail: async (mail) =>
        mailer ? mailer({ ...mail, id: message.message_id }, ending) : { result: 'released' },
      now: desk.now(),
    });
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (ending.aborted) return { result: 'released' };
    return { result: 'failed', trouble: late.aborted ? 'too-slow' : `unreachable ${systemName(error)}` };
  }
}

/** Tries to send a message. Whatever goes wrong is an answer, too. */
export async function sendMessage(claimed: Claimed, circumstances: Circumstances): Promise<Sending> {
  try {
    return await tellDestination(claimed, circumstances);
  } catch (cause) {
    circumstances.desk.log({ event: 'messenger-failed', ...causeOf(cause) });
    return { result: 'failed', trouble: 'own-fault' };
  }
}
