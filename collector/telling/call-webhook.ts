import { Webhook as Signature } from 'standardwebhooks';
import type { Destination, Message } from '../store/tables.ts';
import type { AskReceiver } from './ask-receiver.ts';
import { retryAfter } from './retry-after.ts';
import type { Sending } from './sending.ts';

/** The words of a webhook's answer are of no use to us. */
const mostBytes = 4_096;

export interface Call {
  message: Message;
  destination: Destination;
}

/** Signed by the secret, and for a while by the one before it. */
function signaturesOf({ message, destination }: Call, now: Date): string {
  const { secret, old_secret, old_secret_until } = destination;
  const isOldValid = old_secret && old_secret_until && old_secret_until > now.toISOString();
  return [secret, ...(isOldValid ? [old_secret] : [])]
    .map((key) => new Signature(key).sign(message.message_id, now, message.body))
    .join(' ');
}

/** Calls a webhook with a message as it was put down, signed as Standard Webhooks say. */
export async function callWebhook(call: Call, ask: AskReceiver, now: Date): Promise<Sending> {
  const { message, destination } = call;
  const { status, headers } = await ask({
    method: 'POST',
    url: (JSON.parse(destination.settings) as { url: string }).url,
    headers: {
      'webhook-id': message.message_id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': signaturesOf(call, now),
    },
    body: message.body,
    mostBytes,
  });
  if (status >= 200 && status < 300) return { result: 'sent' };
  const trouble = `status ${status}` as const;
  if (status === 410) return { result: 'gone', trouble };
  return { result: 'failed', trouble, retryAfter: retryAfter(headers, now) };
}
