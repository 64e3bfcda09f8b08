import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Webhook as Signature } from 'standardwebhooks';
import type { Claimed } from './claim-message.ts';
import { retryAfter } from './retry-after.ts';
import type { Sending } from './sending.ts';

/** Bytes of an answer that are read, so that the connection can be used again. Its words are of no use to us. */
const mostOfAnswer = 4_096;

/** Signed by the secret, and for a while by the one before it. */
function signaturesOf({ message, webhook }: Call, now: Date): string {
  const { secret, old_secret, old_secret_until } = webhook;
  const isOldValid = old_secret && old_secret_until && old_secret_until > now.toISOString();
  return [secret, ...(isOldValid ? [old_secret] : [])]
    .map((key) => new Signature(key).sign(message.message_id, now, message.body))
    .join(' ');
}

async function readSome({ body }: Response): Promise<void> {
  if (!body) return;
  let length = 0;
  for await (const chunk of body as NodeReadableStream<Uint8Array>) {
    length += chunk.byteLength;
    if (length > mostOfAnswer) return;
  }
}

/** What the system calls it, such as `ECONNREFUSED`. */
function systemName(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string; name?: string }; name?: string };
  return cause?.code ?? cause?.name ?? name ?? 'Error';
}

export type Call = Claimed & { webhook: NonNullable<Claimed['webhook']> };

interface Circumstances {
  now: Date;
  /** Milliseconds until the end of the answer. */
  timeout: number;
  /** Breaks the call off: the message is released. */
  ending: AbortSignal;
}

/** Calls a webhook with a message. A redirect is not followed: a receiver is where the team says, and nowhere else. */
export async function callWebhook(call: Call, { now, timeout, ending }: Circumstances): Promise<Sending> {
  const { message, webhook } = call;
  const late = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Unisono',
        'webhook-id': message.message_id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': signaturesOf(call, now),
      },
      body: message.body,
      signal: AbortSignal.any([late, ending]),
    });
    // The status has come, and holds, however the rest of the answer ends.
    await readSome(response).catch(() => {});
    if (response.ok) return { result: 'sent' };
    const trouble = `status ${response.status}` as const;
    if (response.status === 410) return { result: 'gone', trouble };
    return { result: 'failed', trouble, retryAfter: retryAfter(response.headers, now) };
  } catch (error) {
    if (ending.aborted) return { result: 'released' };
    return { result: 'failed', trouble: late.aborted ? 'too-slow' : `unreachable ${systemName(error)}` };
  }
}
