import { sql } from 'kysely';
import { daysBefore } from './months-before.ts';
import { batch, type Step } from './step.ts';

/** What a message is without its text, as one that was sent is. */
export const emptyBody = '';

/** Takes text and address from messages that were sent, or given up, some time ago. That they were stays. */
export const emptyMessages: Step = async (change, { rules, now }) => {
  if (rules.messages === null) return 0;
  const emptied = await change
    .updateTable('messages')
    .set({ body: emptyBody, recipient: '', error: '' })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('messages')
        .select('id')
        .where('body', '<>', sql.lit(emptyBody))
        .where('status', '!=', 'waiting')
        .where('created_at', '<', daysBefore(now, rules.messages!))
        .where(
          ({ fn, ref }) => fn.coalesce(ref('sent_at'), ref('created_at')),
          '<',
          daysBefore(now, rules.messages!),
        )
        .orderBy('created_at')
        .limit(batch),
    )
    .where('status', '!=', 'waiting')
    .returning('id')
    .execute();
  return emptied.length;
};
