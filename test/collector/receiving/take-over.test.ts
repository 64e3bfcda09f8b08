import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { keepLeads } from '../../../collector/receiving/keep-leads.ts';
import { bodyDigest } from '../../../collector/receiving/received-lead.ts';
import { takeOver } from '../../../collector/receiving/take-over.ts';
import { erase } from '../../../collector/rights/erase.ts';
import { openLibsql } from '../../../collector/store/libsql/open-libsql.ts';
import type { Store } from '../../../collector/store/store.ts';
import { newestLeads } from '../../../collector/working/stored-leads.ts';
import type { Envelope } from '../../../src/schema.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

/** The database as the receiver before this collector made it. */
const oldShape = `
  CREATE TABLE leads (
    sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT    NOT NULL UNIQUE,
    received_at   TEXT    NOT NULL,
    person        TEXT    NOT NULL,
    test          INTEGER NOT NULL,
    envelope      TEXT    NOT NULL,
    claimed_score TEXT,
    body_digest   TEXT    NOT NULL
  ) STRICT;
  CREATE INDEX requests_of_a_person ON leads (person, test, sequence);
  PRAGMA user_version = 1;`;

interface OldLead {
  envelope: Envelope;
  receivedAt: string;
  claimed?: object;
}

/** A folder as the old receiver left it. */
function oldFolder(leads: readonly OldLead[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'unisono-leads-'));
  const database = new Database(join(folder, 'leads.db'));
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(oldShape);
  const insert = database.prepare(
    'INSERT INTO leads (id, received_at, person, test, envelope, claimed_score, body_digest) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { envelope, receivedAt, claimed } of leads)
    insert.run([
      envelope.id,
      receivedAt,
      envelope.profile.email.toLowerCase(),
      envelope.test ? 1 : 0,
      JSON.stringify(envelope),
      claimed ? JSON.stringify(claimed) : null,
      bodyDigest(envelope),
    ]);
  database.close();
  return folder;
}

async function opened(folder: string): Promise<Store> {
  const store = await openLibsql(folder);
  onTestFinished(() => store.close());
  return store;
}

const claimed = { value: 100, temperature: 'hot', stage: 'mql', reasons: [] };
const from = (email: string, changes: Partial<Envelope> = {}) =>
  buildEnvelope({ profile: { email, name: email.split('@')[0]! }, ...changes });
const day = (date: number) => `2026-10-${String(date).padStart(2, '0')}T08:00:00.000Z`;

const leads: OldLead[] = [
  { envelope: from('ada@shop.example'), receivedAt: day(1) },
  { envelope: from('bob@shop.example', { test: true }), receivedAt: day(2) },
  {
    envelope: from('bot@spam.example', { spam: { signals: ['trap-filled'], quarantine: true } }),
    receivedAt: day(3),
  },
  { envelope: from('ADA@shop.example'), receivedAt: day(4), claimed },
  { envelope: from('bob@shop.example'), receivedAt: day(5) },
];

test('a folder of the receiver before is taken over: each lead as it arrived and when, under who asked', async () => {
  const store = await opened(oldFolder(leads));
  expect(await takeOver(store, 'secret')).toEqual({ taken: leads.length, unread: 0 });

  const stored = await newestLeads(store.read, 100);
  expect(
    stored.map(({ receivedAt, envelope, claimedScore }) => ({ receivedAt, envelope, claimedScore })),
  ).toEqual(
    leads
      .map(({ envelope, receivedAt, claimed }) => ({ receivedAt, envelope, claimedScore: claimed }))
      .reverse(),
  );
  expect(stored.map(({ person }) => person).reverse()).toEqual([
    { key: 'ada@shop.example', request: 1 },
    { key: 'bob@shop.example', request: 1 },
    { key: 'bot@spam.example', request: 1 },
    { key: 'ada@shop.example', request: 2 },
    { key: 'bob@shop.example', request: 1 },
  ]);
  const persons = await store.read.selectFrom('persons').selectAll().orderBy('id').execute();
  expect(
    persons.map(({ key, test, team, requests, first_at, last_at }) => [
      key,
      test,
      team,
      requests,
      first_at,
      last_at,
    ]),
  ).toEqual([
    ['ada@shop.example', 0, expect.any(String), 2, day(1), day(4)],
    ['bob@shop.example', 1, null, 1, day(2), day(2)],
    ['bot@spam.example', 0, null, 1, day(3), day(3)],
    ['bob@shop.example', 0, expect.any(String), 1, day(5), day(5)],
  ]);
});

test('nobody is told of old leads again, and a late second try is still a duplicate', async () => {
  const store = await opened(oldFolder(leads));
  await store.change((change) =>
    change
      .insertInto('destinations')
      .values({
        receiver: 'webhook',
        settings: '{"url":"https://hooks.example/"}',
        fields: '{}',
        secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        events: 'lead.received lead.hot',
        active: 1,
        created_at: day(1),
      })
      .execute(),
  );
  await takeOver(store, 'secret');
  expect(await store.read.selectFrom('messages').selectAll().execute()).toEqual([]);
  const again = leads.map(({ envelope }) => ({ envelope, digest: bodyDigest(envelope) }));
  const kept = await store.change((change) =>
    keepLeads(change, again, { secret: 'secret', now: new Date() }),
  );
  expect(kept).toEqual(leads.map(() => 'duplicate'));
});

test('a lead that cannot be read any more is kept as it is, and keeps no other from being taken over', async () => {
  const folder = oldFolder(leads);
  const database = new Database(join(folder, 'leads.db'));
  database.exec(`UPDATE leads SET envelope = '{"broken' WHERE sequence = 2`);
  database.close();
  const store = await opened(folder);
  expect(await takeOver(store, 'secret')).toEqual({ taken: leads.length - 1, unread: 1 });
  const unread = () => store.read.selectFrom('unread_leads').select(['key', 'received_at', 'text']).execute();
  expect(await unread()).toEqual([{ key: 'bob@shop.example', received_at: day(2), text: '{"broken' }]);
  // Whoever wants to be erased is erased here, too.
  await store.change((change) => erase(change, 'Bob@shop.example', { secret: 'secret', now: new Date() }));
  expect(await unread()).toEqual([]);
});

test('a take-over that was broken off is gone on with where it stopped', async () => {
  const many = Array.from({ length: 450 }, (_, i) => ({
    envelope: from(`person${i % 50}@shop.example`),
    receivedAt: new Date(Date.UTC(2026, 8, 1) + i * 60_000).toISOString(),
  }));
  const folder = oldFolder(many);
  const first = await openLibsql(folder);
  let changes = 0;
  const dying: Store = {
    ...first,
    change: (work) => {
      changes += 1;
      return changes > 2 ? Promise.reject(new Error('killed')) : first.change(work);
    },
  };
  await expect(takeOver(dying, 'secret')).rejects.toThrow('killed');
  await first.close();

  const second = await opened(folder);
  const before = await second.read.selectFrom('requests').select('id').execute();
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(many.length);
  expect(await takeOver(second, 'secret')).toEqual({ taken: many.length - before.length, unread: 0 });
  expect(await takeOver(second, 'secret')).toEqual({ taken: 0, unread: 0 });
  const ids = await second.read
    .selectFrom('requests')
    .select(['id', 'received_at'])
    .orderBy('sequence')
    .execute();
  expect(ids).toEqual(many.map(({ envelope, receivedAt }) => ({ id: envelope.id, received_at: receivedAt })));
  const persons = await second.read.selectFrom('persons').select('requests').execute();
  expect(persons).toEqual(Array.from({ length: 50 }, () => ({ requests: 9 })));
});
