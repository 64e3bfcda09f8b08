import { onTestFinished } from 'vitest';
import type { Desk, Settings } from '../../collector/desk.ts';
import type { Store } from '../../collector/store/store.ts';
import type { Webhook } from '../../collector/store/tables.ts';
import { addWebhook } from '../../collector/telling/change-webhook.ts';
import { type EventName, events } from '../../collector/telling/happening.ts';
import { startMessenger } from '../../collector/telling/messenger.ts';
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
  grace?: number;
  /** Milliseconds that a receiver has to answer. */
  timeout?: number;
}

/** Sends what waits in a store, in a hurry, until the test ends. */
export async function messengerOn(
  store: Store,
  { settings, now, ...patience }: Way = {},
): Promise<MessengerOnStore> {
  const closing = new AbortController();
  const collector = await collectorOn(store, settings, now);
  const desk = { ...collector.desk, closing: closing.signal };
  const messenger = startMessenger(desk, { pause: 10, grace: 100, timeout: 5_000, ...patience });
  const stop = async (): Promise<void> => {
    closing.abort();
    await messenger.ended;
  };
  onTestFinished(stop);
  return { desk, logged: collector.logged, stop };
}

/** Adds a webhook, and gives it as it is kept. */
export const webhookTo = (store: Store, url: string, told: readonly EventName[] = events): Promise<Webhook> =>
  store.change(async (change) => {
    await addWebhook(change, { url, events: told }, new Date());
    return change.selectFrom('destinations').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
  });
