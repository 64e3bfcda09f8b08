import type { Store } from '../store/store.ts';

/** How long one can look up what was sent. */
const kept = 30 * 24 * 3_600_000;

/** Forgets what was sent long ago, and what waits for a destination that was deleted while it was put down. */
export const tidyMessages = (store: Store, now: Date): Promise<void> =>
  store.change(async (change) => {
    await change
      .deleteFrom('messages')
      .where('status', '=', 'sent')
      .where('sent_at', '<', new Date(now.getTime() - kept).toISOString())
      .execute();
    await change
      .deleteFrom('messages')
      .where('destination_id', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('destinations')
              .select('destinations.id')
              .whereRef('destinations.id', '=', 'messages.destination_id'),
          ),
        ),
      )
      .execute();
  });
