import type { Change } from '../store/store.ts';

/**
 * Makes a message due now, and begins its schedule anew: one that was given up, or one that waits for its next try.
 * @returns whether it did: not if it is on its way, sent, or there no more
 */
export async function sendAgain(change: Change, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await change
    .updateTable('messages')
    .set({ status: 'waiting', tries: 0, next_at: now.toISOString() })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'failed'])
    // What has lost its text by rule has nothing to say any more.
    .where('body', '<>', '')
    .where('sending', '=', 0)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
