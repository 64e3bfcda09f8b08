import { expect } from 'vitest';
import type { Store } from '../../../collector/store/store.ts';
import type { Person } from '../../../collector/store/tables.ts';
import type { Envelope } from '../../../src/schema.ts';
import { type CollectorOnStore, collectorOn } from '../../support/collector-on-store.ts';
import { buildEnvelope, consentTo } from '../../support/envelope-builder.ts';

/** A clock that is set by hand. */
export interface Clock {
  now: Date;
}

export const noon = '2026-11-27T12:00:00.000Z';
const day = 86_400_000;

export const later = (clock: Clock, { days = 0, hours = 0, minutes = 0 }): void => {
  clock.now = new Date(clock.now.getTime() + days * day + hours * 3_600_000 + minutes * 60_000);
};

/** A collector that can send mail, with a clock of its own. */
export async function collectorWithMail(
  store: Store,
  smtp: string | null = 'smtp://127.0.0.1:1',
): Promise<CollectorOnStore & { clock: Clock }> {
  const clock = { now: new Date(noon) };
  return { ...(await collectorOn(store, { smtp }, () => clock.now)), clock };
}

/** A request that ticks the marketing box. */
export const ticked = (email: string, changes: Partial<Envelope> = {}): Envelope =>
  buildEnvelope({ profile: { email }, consents: [consentTo('marketing')], ...changes });

/** One that leaves every box empty. */
export const plain = (email: string, changes: Partial<Envelope> = {}): Envelope =>
  buildEnvelope({ profile: { email }, consents: [], ...changes });

export const setAside = { spam: { signals: ['too-fast' as const], quarantine: true } };

/** Sends a lead by HTTP, and gives what became of it. */
export async function ask({ url }: CollectorOnStore, envelope: Envelope): Promise<string> {
  const answer = await fetch(`${url}/api/leads`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(envelope),
  });
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()).status;
}

export const persons = (store: Store): Promise<Person[]> =>
  store.read.selectFrom('persons').selectAll().orderBy('id').execute();

export const personOf = async (store: Store, email: string): Promise<Person> =>
  store.read
    .selectFrom('persons')
    .selectAll()
    .where('key', '=', email)
    .where('test', '=', 0)
    .executeTakeFirstOrThrow();

/** What was put down to be mailed, in order. */
export async function mails(store: Store) {
  const rows = await store.read
    .selectFrom('messages')
    .selectAll()
    .where('event', '=', 'opt-in')
    .orderBy('id')
    .execute();
  return rows.map(({ recipient, body, status }) => {
    const { subject, text, headers } = JSON.parse(body);
    const link = (name: string): string => new RegExp(`/${name}/\\S+`).exec(text)?.[0] ?? '';
    return { recipient, status, subject, headers, confirm: link('confirm'), stop: link('stop') };
  });
}

/** The tables in which a text stands, whatever the column. */
export async function tablesWith(store: Store, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await store.read.introspection.getTables()) {
    const rows = await store.read
      .selectFrom(name as 'persons')
      .selectAll()
      .execute();
    if (JSON.stringify(rows).toLowerCase().includes(text.toLowerCase())) found.push(name);
  }
  return found.sort();
}
