import { sql } from 'kysely';
import type { Queries, Store } from '../store/store.ts';
import type { Destination, Message } from '../store/tables.ts';

/** Whatever is sent one after the other: what one destination is told, by its id, or (`null`) the mails. */
export type Lane = number | null;

/** A message in somebody's hand, with the destination it is for; a mail to somebody has none. */
export interface Claimed {
  message: Message;
  destination: Destination | null;
}

/** Milliseconds for which a claim holds. If its process is killed, another one sends the message after it. */
export const lease = 60_000;

/** Written into the statement: SQLite uses an index on some rows only where the statement itself says which. */
const waiting = sql.lit('waiting' as const);

/** What is due in a lane, the oldest first. */
export const dueIn = (queries: Queries, lane: Lane, now: Date) =>
  queries
    .selectFrom('messages')
    .select('id')
    .where('destination_id', lane === null ? 'is' : '=', lane)
    .where('status', '=', waiting)
    .where('next_at', '<=', now.toISOString())
    .orderBy('next_at')
    .orderBy('id')
    .limit(1);

/**
 * The lanes in which something is due. A destination that is paused has none, whatever waits for it.
 * @param hasMail whether mail can be sent at all
 */
export async function dueLanes(read: Queries, now: Date, hasMail: boolean): Promise<Lane[]> {
  const at = now.toISOString();
  const destinations = await read
    .selectFrom('destinations')
    .select('id')
    .where('active', '=', 1)
    .$if(!hasMail, (query) => query.where('receiver', '!=', 'mail'))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('messages')
          .select('messages.id')
          .whereRef('destination_id', '=', 'destinations.id')
          .where('status', '=', waiting)
          .where('next_at', '<=', at),
      ),
    )
    .execute();
  const mail = hasMail && (await dueIn(read, null, now).executeTakeFirst());
  return [...(mail ? [null] : []), ...destinations.map(({ id }) => id)];
}

/**
 * Takes the next message of a lane that is due, so that nobody else does; `null` if there is none. Of several
 * processes on one database each gets another one.
 */
export const claimMessage = (store: Store, lane: Lane, now: Date): Promise<Claimed | null> =>
  store.change(async (change) => {
    const destination =
      lane !== null &&
      (await change
        .selectFrom('destinations')
        .selectAll()
        .where('id', '=', lane)
        .where('active', '=', 1)
        .executeTakeFirst());
    if (destination === undefined) return null;
    const due = await dueIn(change, lane, now)
      // An embedded database is one process's alone, and has no such words.
      .$if(store.kind === 'postgres', (query) => query.forUpdate().skipLocked())
      .executeTakeFirst();
    if (!due) return null;
    const message = await change
      .updateTable('messages')
      .set(({ eb }) => ({
        tries: eb('tries', '+', 1),
        sending: 1,
        next_at: new Date(now.getTime() + lease).toISOString(),
      }))
      .where('id', '=', due.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { message, destination: destination || null };
  });
