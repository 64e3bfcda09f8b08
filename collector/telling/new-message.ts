import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Change } from '../store/store.ts';
import type { MessageTable } from '../store/tables.ts';

export type NewMessage = Insertable<MessageTable>;

/** What a message says, and to whom. */
export type Said = Pick<
  NewMessage,
  'channel' | 'destination_id' | 'person_id' | 'event' | 'recipient' | 'body'
>;

/** A message that waits to be sent. */
export const newMessage = (said: Said, now: Date): NewMessage => ({
  message_id: `msg_${randomUUID()}`,
  ...said,
  status: 'waiting',
  tries: 0,
  next_at: now.toISOString(),
  error: '',
  created_at: now.toISOString(),
  sent_at: null,
});

/** As many rows as one statement takes on both databases: SQLite has room for 32,766 values. */
const most = 2_000;

/** Puts messages down within a change: by one statement, unless there are thousands. */
export async function putDown(change: Change, messages: readonly NewMessage[]): Promise<void> {
  for (let at = 0; at < messages.length; at += most)
    await change
      .insertInto('messages')
      .values(messages.slice(at, at + most))
      .execute();
}
