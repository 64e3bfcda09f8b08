import { randomBytes } from 'node:crypto';
import type { Change } from '../store/store.ts';
import { newMessage } from './new-message.ts';
import { testPayload } from './webhook-payload.ts';

const day = 24 * 3_600_000;

/** As Standard Webhooks want it: 24 to 64 random bytes. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Adds a webhook that is told of these events from now on. */
export async function addWebhook(
  change: Change,
  { url, events }: { url: string; events: readonly string[] },
  now: Date,
): Promise<void> {
  await change
    .insertInto('webhooks')
    .values({
      url,
      events: events.join(' '),
      secret: newSecret(),
      old_secret: null,
      old_secret_until: null,
      active: 1,
      gone_at: null,
      created_at: now.toISOString(),
    })
    .execute();
}

/** What can be done with a webhook, by the name of its button. */
export const webhookChanges = {
  /** It is told of nothing any more. What waits for it goes on waiting. */
  pause: (change, id) => change.updateTable('webhooks').set({ active: 0 }).where('id', '=', id).execute(),

  /** It is told again, and first of what has waited. */
  resume: (change, id) =>
    change.updateTable('webhooks').set({ active: 1, gone_at: null }).where('id', '=', id).execute(),

  /** For a day, the old secret signs as well. */
  rotate: (change, id, now) =>
    change
      .updateTable('webhooks')
      .set(({ ref }) => ({
        old_secret: ref('secret'),
        old_secret_until: new Date(now.getTime() + day).toISOString(),
        secret: newSecret(),
      }))
      .where('id', '=', id)
      .execute(),

  /** With what waits for it, and what it was told. */
  async delete(change, id) {
    await change.deleteFrom('messages').where('webhook_id', '=', id).execute();
    await change.deleteFrom('webhooks').where('id', '=', id).execute();
  },

  test: (change, id, now) =>
    change
      .insertInto('messages')
      .values(
        newMessage(
          {
            channel: 'webhook',
            webhook_id: id,
            person_id: null,
            event: 'test',
            recipient: '',
            body: JSON.stringify(testPayload(now)),
          },
          now,
        ),
      )
      .execute(),
} satisfies Record<string, (change: Change, id: number, now: Date) => Promise<unknown>>;

export type WebhookChange = keyof typeof webhookChanges;
