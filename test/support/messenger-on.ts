import { onTestFinished } from 'vitest';
import type { Desk, Settings } from '../../collector/desk.ts';
import type { Store } from '../../collector/store/store.ts';
import type { Destination } from '../../collector/store/tables.ts';
import { addDestination } from '../../collector/telling/change-destination.ts';
import { type EventName, events } from '../../collector/telling/happening.ts';
import { startMessenger } from '../../collector/telling/messenger.ts';
import { type NewMessage, newMessage } from '../../collector/telling/new-message.ts';
import { testPayload } from '../../collector/telling/webhook-payload.ts';
import { collectorOn } from './collector-on-store.ts';

export interface MessengerOnStore {
  desk: Desk;
  logged: Record<string, unknown>[];
  /** Ends it as a collector does that is asked to end. */
  stop(): Promise<void>;
}

interface Way {
  settings?: Partial<Settings>;
  now?: () => Date;
  /** How receivers are called. */
  call?: typeof fetch;
  grace?: number;
  /** Milliseconds that a receiver has to answer. */
  timeout?: number;
}

/** Sends what waits in a store, in a hurry, until the test ends. */
export async function messengerOn(
  store: Store,
  { settings, now, call, ...patience }: Way = {},
): Promise<MessengerOnStore> {
  const closing = new AbortController();
  const collector = await collectorOn(store, settings, now, call);
  const desk = { ...collector.desk, closing: closing.signal };
  const messenger = startMessenger(desk, { pause: 10, grace: 100, timeout: 5_000, ...patience });
  const stop = async (): Promise<void> => {
    closing.abort();
    await messenger.ended;
  };
  onTestFinished(stop);
  return { desk, logged: collector.logged, stop };
}

/** A message that waits for a webhook. */
export const testMessage = (webhook: number, now: Date): NewMessage =>
  newMessage(
    {
      channel: 'webhook',
      destination_id: webhook,
      person_id: null,
      event: 'test',
      recipient: '',
      body: JSON.stringify(testPayload(now)),
    },
    now,
  );

/** Adds a webhook, and gives it as it is kept. */
export const webhookTo = (
  store: Store,
  url: string,
  told: readonly EventName[] = events,
): Promise<Destination> =>
  store.change(async (change) => {
    await addDestination(change, 'webhook', { settings: { url }, events: told, fields: {} }, new Date());
    return change.selectFrom('destinations').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
  });
