import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { MessageTable } from '../store/tables.ts';

export type NewMessage = Insertable<MessageTable>;

/** What a message says, and to whom. */
export type Said = Pick<NewMessage, 'channel' | 'webhook_id' | 'person_id' | 'event' | 'recipient' | 'body'>;

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
