import type { Updateable } from 'kysely';
import type { Store } from '../store/store.ts';
import type { MessageTable } from '../store/tables.ts';
import type { Claimed } from './claim-message.ts';
import { retryDelay } from './retry-delay.ts';
import type { Sending } from './sending.ts';

/** What becomes of a message by a try that did not succeed. */
function after(
  sending: Exclude<Sending, { result: 'sent' | 'unwanted' }>,
  tries: number,
  now: Date,
): Updateable<MessageTable> {
  const at = (wait: number): string => new Date(now.getTime() + wait).toISOString();
  if (sending.result === 'released') return { tries: tries - 1, next_at: at(0) };
  const { trouble: error } = sending;
  const delay = sending.result === 'failed' && !sending.isFinal ? retryDelay(tries) : null;
  if (sending.result === 'gone' || delay === null) return { status: 'failed', error };
  return { error, next_at: at(Math.max(delay, sending.retryAfter ?? 0)) };
}

/**
 * Puts down what came of a try. A message that is not there any more, since whom it was about was erased, stays away;
 * one that was claimed by somebody else in the meantime stays theirs, unless it is sent.
 */
export const settleMessage = (
  store: Store,
  { message, webhook }: Claimed,
  sending: Sending,
  now: Date,
): Promise<void> =>
  store.change(async (change) => {
    const { id, tries } = message;
    if (sending.result === 'unwanted') {
      await change.deleteFrom('messages').where('id', '=', id).execute();
      return;
    }
    if (sending.result === 'sent') {
      await change
        .updateTable('messages')
        .set({ status: 'sent', sending: 0, error: '', body: '', sent_at: now.toISOString() })
        .where('id', '=', id)
        .execute();
      return;
    }
    await change
      .updateTable('messages')
      .set({ sending: 0, ...after(sending, tries, now) })
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .where('tries', '=', tries)
      .execute();
    if (sending.result === 'gone' && webhook)
      await change
        .updateTable('webhooks')
        .set({ active: 0, gone_at: now.toISOString() })
        .where('id', '=', webhook.id)
        .execute();
  });
