import type { Updateable } from 'kysely';
import type { Change, Store } from '../store/store.ts';
import type { Message, MessageTable } from '../store/tables.ts';
import type { Claimed } from './claim-message.ts';
import { retryDelay } from './retry-delay.ts';
import type { Sending } from './sending.ts';

/** What is kept of a receiver's answer: `''` if it took the message, else why not, and what it said of that. */
function answerOf(sending: Exclude<Sending, { result: 'unwanted' | 'released' }>): string {
  if (sending.result === 'sent') return '';
  return sending.result === 'failed' && sending.reason
    ? `${sending.trouble} ${sending.reason}`
    : sending.trouble;
}

/** Puts down what a destination answered, and pauses the one whose receiver is there no more. */
async function keepAnswer(
  change: Change,
  destination: number,
  sending: Parameters<typeof answerOf>[0],
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await change
    .updateTable('destinations')
    .set({
      answer: answerOf(sending),
      answered_at: at,
      ...(sending.result === 'gone' && { active: 0, gone_at: at }),
    })
    .where('id', '=', destination)
    .execute();
}

/** What becomes of a message by a try that did not succeed. */
function after(
  sending: Exclude<Sending, { result: 'sent' | 'unwanted' }>,
  tries: number,
  now: Date,
): Updateable<MessageTable> {
  const at = (wait: number): string => new Date(now.getTime() + wait).toISOString();
  if (sending.result === 'released') return { tries: tries - 1, next_at: at(0) };
  const error = answerOf(sending);
  const delay = sending.result === 'failed' && !sending.isFinal ? retryDelay(tries) : null;
  if (sending.result === 'gone' || delay === null) return { status: 'failed', error };
  return { error, next_at: at(Math.max(delay, sending.retryAfter ?? 0)) };
}

/** Puts down that a destination has been told of somebody. */
async function keepReceipt(
  change: Change,
  { person_id, destination_id, event }: Message,
  theirId: string | undefined,
  now: Date,
): Promise<void> {
  if (person_id === null || destination_id === null || event === 'test') return;
  const at = now.toISOString();
  await change
    .insertInto('receipts')
    .values({ person_id, destination_id, first_at: at, last_at: at, their_id: theirId ?? '' })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'destination_id'])
        .doUpdateSet({ last_at: at, ...(theirId !== undefined && { their_id: theirId }) }),
    )
    .execute();
}

/**
 * Puts down what came of a try. A message that is not there any more, since whom it was about was erased, stays away;
 * one that was claimed by somebody else in the meantime stays theirs, unless it is sent.
 */
export const settleMessage = (
  store: Store,
  { message, destination }: Claimed,
  sending: Sending,
  now: Date,
): Promise<void> =>
  store.change(async (change) => {
    const { id, tries } = message;
    if (sending.result === 'unwanted') {
      await change.deleteFrom('messages').where('id', '=', id).execute();
      return;
    }
    // Before the message, as whoever deletes a destination goes.
    if (destination && sending.result !== 'released') await keepAnswer(change, destination.id, sending, now);
    if (sending.result === 'sent') {
      const { numUpdatedRows } = await change
        .updateTable('messages')
        .set({ status: 'sent', sending: 0, error: '', body: '', sent_at: now.toISOString() })
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) await keepReceipt(change, message, sending.theirId, now);
      return;
    }
    await change
      .updateTable('messages')
      .set({ sending: 0, ...after(sending, tries, now) })
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .where('tries', '=', tries)
      .execute();
  });
