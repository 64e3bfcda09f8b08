import { randomBytes } from 'node:crypto';
import type { Change, Store } from '../store/store.ts';
import type { ReceiverName } from '../store/tables.ts';
import { lease } from './claim-message.ts';
import { newMessage } from './new-message.ts';
import { receivers } from './receivers/receivers.ts';
import type { RelayBody } from './told-of.ts';
import { testPayload } from './webhook-payload.ts';

const day = 24 * 3_600_000;

/** As Standard Webhooks want it: 24 to 64 random bytes. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What an admin says of a destination. */
export interface Plan {
  /** By the names of the receiver's settings. */
  settings: Readonly<Record<string, string>>;
  events: readonly string[];
  /** What it calls a field of ours. */
  fields: Readonly<Record<string, string>>;
}

/**
 * What a receiver is told unless an admin says otherwise.
 * @param ownWords what our fields are called, for whoever reads them as they are
 */
export const planFor = (
  receiver: ReceiverName,
  ownWords: Readonly<Record<string, string>>,
  language: string,
): Plan => {
  const { settings, events, fields } = receivers[receiver];
  return {
    settings: Object.fromEntries(
      settings.map(({ name, kind }) => [name, kind === 'language' ? language : '']),
    ),
    events,
    fields: Object.fromEntries(
      Object.entries(fields ?? {}).map(([field, theirs]) => [
        field,
        typeof theirs === 'string' ? theirs : (ownWords[field] ?? field),
      ]),
    ),
  };
};

const columnsOf = ({ settings, events, fields }: Plan) => ({
  settings: JSON.stringify(settings),
  events: events.join(' '),
  fields: JSON.stringify(fields),
});

/** Adds a destination, which is told of these events from now on. */
export async function addDestination(
  change: Change,
  receiver: ReceiverName,
  plan: Plan,
  now: Date,
): Promise<number> {
  const { id } = await change
    .insertInto('destinations')
    .values({
      receiver,
      ...columnsOf(plan),
      secret: receiver === 'webhook' ? newSecret() : '',
      old_secret: null,
      old_secret_until: null,
      active: 1,
      gone_at: null,
      created_at: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Sets it up otherwise: what waits for it goes by that, too. @returns whether it is there */
export async function setDestination(change: Change, id: number, plan: Plan): Promise<boolean> {
  const { numUpdatedRows } = await change
    .updateTable('destinations')
    .set(columnsOf(plan))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** What can be done with a destination, by the name of its button. */
export const destinationChanges = {
  /** It is told of nothing any more. What waits for it goes on waiting. */
  pause: (change, id) => change.updateTable('destinations').set({ active: 0 }).where('id', '=', id).execute(),

  /** It is told again, and first of what has waited. */
  resume: (change, id) =>
    change.updateTable('destinations').set({ active: 1, gone_at: null }).where('id', '=', id).execute(),

  /** For a day, the old secret signs as well. Only what is called as a webhook has one. */
  rotate: (change, id, now) =>
    change
      .updateTable('destinations')
      .set(({ ref }) => ({
        old_secret: ref('secret'),
        old_secret_until: new Date(now.getTime() + day).toISOString(),
        secret: newSecret(),
      }))
      .where('id', '=', id)
      .where('secret', '<>', '')
      .execute(),

  /** With what waits for it, and what it was told. */
  async delete(change, id) {
    for (const table of ['messages', 'receipts'] as const)
      await change.deleteFrom(table).where('destination_id', '=', id).execute();
    await change.deleteFrom('destinations').where('id', '=', id).execute();
  },
} satisfies Record<string, (change: Change, id: number, now: Date) => Promise<unknown>>;

export type DestinationChange = keyof typeof destinationChanges;

/** A destination, held until the change is made. */
export const heldDestination = (change: Change, kind: Store['kind'], id: number) =>
  change
    .selectFrom('destinations')
    .selectAll()
    .where('id', '=', id)
    .$if(kind === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();

/**
 * Puts a test down that whoever put it down sends at once: nobody else takes it meanwhile.
 * @param tester the account whose address the test is about
 */
export async function putTestDown(
  change: Change,
  { id, receiver }: { id: number; receiver: ReceiverName },
  tester: number,
  now: Date,
) {
  const body = receiver === 'webhook' ? testPayload(now) : ({ tester } satisfies RelayBody);
  return change
    .insertInto('messages')
    .values({
      ...newMessage(
        {
          channel: receiver,
          destination_id: id,
          person_id: null,
          event: 'test',
          recipient: '',
          body: JSON.stringify(body),
        },
        now,
      ),
      tries: 1,
      sending: 1,
      next_at: new Date(now.getTime() + lease).toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
