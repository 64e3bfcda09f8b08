import { onTestFinished } from 'vitest';
import { keepLeads } from '../../collector/receiving/keep-leads.ts';
import { bodyDigest } from '../../collector/receiving/received-lead.ts';
import type { Store } from '../../collector/store/store.ts';
import type { Person, ReceiverName } from '../../collector/store/tables.ts';
import { addDestination, planFor } from '../../collector/telling/change-destination.ts';
import type { EventName } from '../../collector/telling/happening.ts';
import { startMessenger } from '../../collector/telling/messenger.ts';
import { en } from '../../collector/words/en/en.ts';
import { changePerson } from '../../collector/working/change-person.ts';
import type { Envelope } from '../../src/schema.ts';
import { collectorOn } from './collector-on-store.ts';
import { online, type Vendor } from './vendors/vendor.ts';

export const secret = 'secret';

/** Keeps a lead as if it had just come, and gives the person. */
export const keep = (store: Store, envelope: Envelope, now: Date): Promise<Person> =>
  store.change(async (change) => {
    await keepLeads(change, [{ envelope, digest: bodyDigest(envelope) }], { secret, now });
    return change
      .selectFrom('persons')
      .selectAll()
      .where('email', '=', envelope.profile.email)
      .executeTakeFirstOrThrow();
  });

/** Somebody confirms that they want news, or takes it back. */
export const wantNews = (store: Store, person: Person, marketing: 'confirmed' | 'withdrawn', now: Date) =>
  store.change((change) =>
    changePerson(change, {
      person: person.id,
      kind: 'marketing',
      by: null,
      now,
      to: () => ({ marketing, marketing_at: now.toISOString() }),
    }),
  );

interface Told {
  receiver: ReceiverName;
  settings: Record<string, string>;
  events: readonly EventName[];
  fields?: Record<string, string>;
  vendor: Vendor;
  /** For mail: the team's server. */
  smtp?: string;
}

/** A destination at a vendor's over real HTTP, and a collector that tells it once it is started. */
export async function toldVendor(store: Store, { receiver, settings, events, fields, vendor, smtp }: Told) {
  let at = Date.parse('2026-11-28T10:00:00Z');
  const now = () => new Date(at);
  const there = await online(vendor);
  const closing = new AbortController();
  const collector = await collectorOn(store, { smtp: smtp ?? null }, now, there.call);
  const plan = planFor(receiver, en.destinations.leadFields, 'en');
  const id = await store.change((change) =>
    addDestination(
      change,
      receiver,
      { settings: { ...plan.settings, ...settings }, events, fields: fields ?? plan.fields },
      now(),
    ),
  );
  const messages = () =>
    store.read.selectFrom('messages').selectAll().where('destination_id', '=', id).orderBy('id').execute();
  return {
    ...there,
    id,
    collector,
    now,
    messages,
    /** What has become of the first message. */
    first: async () => (await messages())[0],
    receipts: () => store.read.selectFrom('receipts').selectAll().execute(),
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
    /** Starts to tell it. It has so many milliseconds to answer. */
    start: (timeout = 10_000) => {
      const desk = { ...collector.desk, closing: closing.signal };
      const { ended } = startMessenger(desk, { pause: 10, grace: 100, timeout });
      onTestFinished(async () => {
        closing.abort();
        await ended;
      });
    },
  };
}
