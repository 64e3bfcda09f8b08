import { describe, expect, it } from 'vitest';
import { keepRetention, keepRetentionHourly } from '../../../collector/rights/retention/keep-retention.ts';
import {
  lengthTyped,
  type Retention,
  retentionOf,
} from '../../../collector/rights/retention/retention-rules.ts';
import { openStore } from '../../../collector/store/open-store.ts';
import { writeSetting } from '../../../collector/store/setting.ts';
import type { Store } from '../../../collector/store/store.ts';
import { openSession } from '../../../collector/team/session.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { newDatabase, newFolder, onEachStore } from '../../support/on-each-store.ts';
import {
  ask,
  collectorWithMail,
  later,
  mails,
  personOf,
  persons,
  plain,
  setAside,
  tablesWith,
  ticked,
} from './asking.ts';

const never: Retention = { leads: null, customers: null, aside: null, proof: null, messages: null };
const rule = (store: Store, rules: Partial<Retention>) =>
  store.change((change) => writeSetting(change, 'retention', { ...never, ...rules }));

const win = (store: Store, person: number, now: Date) =>
  store.change((change) =>
    changePerson(change, {
      person,
      kind: 'stage',
      by: 1,
      now,
      to: () => ({ stage: 'customer', revenue: 5 }),
    }),
  );
const isGone = async (store: Store) => (await persons(store)).map(({ anonymous }) => anonymous === 1);

describe('keeping for a time', () => {
  onEachStore((open) => {
    it('makes leads anonymous so many months after their last request or change', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { clock, desk } = collector;
      await rule(store, { leads: 1 });
      clock.now = new Date('2027-01-31T10:00:00Z');
      await ask(collector, plain('asked@shop.example'));
      await ask(collector, plain('worked@shop.example'));
      const worked = await personOf(store, 'worked@shop.example');
      clock.now = new Date('2027-02-01T10:00:00Z');
      await store.change((change) =>
        changePerson(change, {
          person: worked.id,
          kind: 'note',
          text: 'x',
          by: 1,
          now: clock.now,
          to: () => ({}),
        }),
      );

      clock.now = new Date('2027-02-28T23:00:00Z');
      expect(await keepRetention(desk)).toMatchObject({ leads: 0 });
      clock.now = new Date('2027-03-01T00:00:00Z');
      expect(await keepRetention(desk)).toMatchObject({ leads: 1 });
      expect(await isGone(store)).toEqual([true, false]);
      clock.now = new Date('2027-03-02T00:00:00Z');
      expect(await keepRetention(desk)).toMatchObject({ leads: 1 });
      expect(await isGone(store)).toEqual([true, true]);
    });

    it('keeps customers by a rule of their own, and everybody where there is none', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { clock, desk } = collector;
      await ask(collector, plain('won@shop.example'));
      await ask(collector, plain('lead@shop.example'));
      await win(store, (await personOf(store, 'won@shop.example')).id, clock.now);
      await rule(store, {});
      later(clock, { days: 4_000 });
      expect(await keepRetention(desk)).toMatchObject({ leads: 0, customers: 0 });
      await rule(store, { leads: 24 });
      later(clock, { days: 1 });
      expect(await keepRetention(desk)).toMatchObject({ leads: 1, customers: 0 });
      expect(await isGone(store)).toEqual([false, true]);
      await rule(store, { customers: 120 });
      later(clock, { days: 1 });
      expect(await keepRetention(desk)).toMatchObject({ leads: 0, customers: 1 });
      expect(await persons(store)).toMatchObject([
        { revenue: 5, stage: 'customer', key: null },
        { key: null },
      ]);
    });

    it('lets go what an older collector left and nobody can read, by the rule for leads', async () => {
      const store = await open();
      const { desk, clock } = await collectorWithMail(store);
      await store.change((change) =>
        change
          .insertInto('unread_leads')
          .values([
            { key: 'old@shop.example', received_at: '2027-01-10T10:00:00.000Z', text: '{"broken' },
            { key: 'new@shop.example', received_at: '2027-01-31T10:00:00.000Z', text: '{"broken, too' },
          ])
          .execute(),
      );
      const left = async () =>
        (await store.read.selectFrom('unread_leads').select('key').execute()).map(({ key }) => key);
      clock.now = new Date('2027-02-15T10:00:00Z');
      await rule(store, {});
      expect(await keepRetention(desk)).toMatchObject({ unread: 0 });
      await rule(store, { leads: 1 });
      later(clock, { days: 1 });
      expect(await keepRetention(desk)).toMatchObject({ unread: 1 });
      expect(await left()).toEqual(['new@shop.example']);
    });

    it('treats an example like anybody', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await rule(store, { leads: 1 });
      await ask(collector, plain('example@shop.example'));
      await store.change((change) => change.updateTable('persons').set({ example: 1 }).execute());
      later(collector.clock, { days: 60 });
      await keepRetention(collector.desk);
      expect(await isGone(store)).toEqual([true]);
    });

    it('goes on until nobody is left that is due, more than fit into one change', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await rule(store, { leads: 1 });
      await Promise.all(Array.from({ length: 120 }, (_, at) => ask(collector, plain(`p${at}@shop.example`))));
      later(collector.clock, { days: 60 });
      expect(await keepRetention(collector.desk)).toMatchObject({ leads: 120 });
      expect(new Set(await isGone(store))).toEqual(new Set([true]));
      expect(await tablesWith(store, '@shop.example')).toEqual([]);
    });

    it('leaves who asks during the run', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await rule(store, { leads: 1 });
      const emails = Array.from({ length: 60 }, (_, at) => `p${at}@shop.example`);
      await Promise.all(emails.map((email) => ask(collector, plain(email))));
      later(collector.clock, { days: 60 });
      const run = keepRetention(collector.desk);
      for (const email of emails)
        expect(await ask(collector, plain(email, { profile: { email, name: 'Again' } }))).toBe('stored');
      await run;
      // Whichever came first: each of the new requests is under somebody with a name, who is not anonymous.
      const everybody = await persons(store);
      for (const email of emails) {
        const person = everybody.find(({ key }) => key === email);
        expect(person).toMatchObject({
          name: 'Again',
          anonymous: 0,
          last_at: collector.clock.now.toISOString(),
        });
      }
      expect(everybody.reduce((sum, { requests }) => sum + requests, 0)).toBe(120);
    });

    it('deletes tests and what is set aside, and who sent nothing else', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await rule(store, { aside: 30 });
      await ask(collector, plain('test@shop.example', { test: true }));
      await ask(collector, plain('program@shop.example', setAside));
      await ask(collector, plain('both@shop.example'));
      await ask(collector, plain('both@shop.example', setAside));
      later(collector.clock, { days: 30 });
      expect(await keepRetention(collector.desk)).toMatchObject({ tests: 0, aside: 0 });
      await ask(collector, plain('program2@shop.example', setAside));
      later(collector.clock, { hours: 1 });
      expect(await keepRetention(collector.desk)).toMatchObject({ tests: 1, aside: 2 });
      expect((await persons(store)).map(({ key, requests }) => [key, requests])).toEqual([
        ['both@shop.example', 1],
        ['program2@shop.example', 1],
      ]);
      for (const gone of ['test@shop', 'program@shop']) expect(await tablesWith(store, gone)).toEqual([]);
    });

    it('leaves what was let through by the team', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await rule(store, { aside: 30 });
      await ask(collector, plain('person@shop.example', setAside));
      await store.change(async (change) => {
        await change.updateTable('requests').set({ quarantine: 0 }).execute();
        await change.updateTable('persons').set({ team: 'marketing' }).execute();
      });
      later(collector.clock, { days: 60 });
      await keepRetention(collector.desk);
      expect(await persons(store)).toMatchObject([{ key: 'person@shop.example', requests: 1 }]);
    });

    it('keeps proof of consent past the person, until its own end', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { clock, desk } = collector;
      await rule(store, { leads: 1, proof: 60 });
      await ask(collector, ticked('ada@shop.example'));
      await ask(collector, plain('bob@shop.example'));
      later(clock, { days: 60 });
      await keepRetention(desk);
      expect(await tablesWith(store, 'ada@shop')).toEqual(['consents']);
      expect(await tablesWith(store, 'bob@shop')).toEqual([]);
      later(clock, { days: 5 * 365 });
      expect(await keepRetention(desk)).toMatchObject({ proof: 0 });
      later(clock, { days: 5 });
      expect(await keepRetention(desk)).toMatchObject({ proof: 1 });
      expect(await tablesWith(store, 'ada@shop')).toEqual([]);
    });

    it('empties messages some time after they were sent or given up, and never one that waits', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { clock, desk } = collector;
      await rule(store, { messages: 30 });
      for (const name of ['waiting', 'sent', 'failed', 'late'])
        await ask(collector, ticked(`${name}@shop.example`));
      const set = (name: string, values: object) =>
        store.change((change) =>
          change
            .updateTable('messages')
            .set(values)
            .where('recipient', '=', `${name}@shop.example`)
            .execute(),
        );
      await set('sent', { status: 'sent', sent_at: clock.now.toISOString() });
      await set('failed', { status: 'failed', error: '550 sent@shop.example is unknown' });
      later(clock, { days: 20 });
      await set('late', { status: 'sent', sent_at: clock.now.toISOString() });
      later(clock, { days: 11 });
      expect(await keepRetention(desk)).toMatchObject({ messages: 2 });
      const left = await store.read.selectFrom('messages').selectAll().orderBy('id').execute();
      expect(
        left.map(({ recipient, body, status, error }) => [recipient, body === '', status, error]),
      ).toEqual([
        ['waiting@shop.example', false, 'waiting', ''],
        ['', true, 'sent', ''],
        ['', true, 'failed', ''],
        ['late@shop.example', false, 'sent', ''],
      ]);
      later(clock, { days: 1 });
      expect(await keepRetention(desk)).toMatchObject({ messages: 0 });
    });

    it('does not take an emptied mail for none: one a day stays one a day', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await rule(store, { messages: 1 });
      await ask(collector, ticked('ada@shop.example'));
      await store.change((change) =>
        change.updateTable('messages').set({ status: 'sent', sent_at: '2026-01-01T00:00:00.000Z' }).execute(),
      );
      later(collector.clock, { hours: 23 });
      await keepRetention(collector.desk);
      await ask(collector, ticked('ada@shop.example'));
      expect(await mails(store)).toHaveLength(1);
    });

    it('deletes sessions, links and counted tries that have ended', async () => {
      const store = await open();
      const { clock, desk } = await collectorWithMail(store);
      const soon = new Date(clock.now.getTime() + 3_600_000).toISOString();
      const ago = new Date(clock.now.getTime() - 1).toISOString();
      await store.change(async (change) => {
        // Of two accounts: who signs in takes their own ended sessions away themselves.
        await openSession(change, 1, new Date(clock.now.getTime() - 8 * 86_400_000));
        await openSession(change, 2, clock.now);
        for (const [name, end] of [
          ['old', ago],
          ['new', soon],
          ['endless', null],
        ] as const)
          await change
            .insertInto('links')
            .values({
              token_hash: name,
              account_id: 1,
              created_at: ago,
              expires_at: end,
            })
            .execute();
        for (const [key, until] of [
          ['old', ago],
          ['new', soon],
        ] as const)
          await change.insertInto('attempts').values({ key, count: 1, until }).execute();
      });
      expect(await keepRetention(desk)).toMatchObject({ sessions: 1, links: 1, attempts: 1 });
      expect(await store.read.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
      const links = await store.read.selectFrom('links').select('token_hash').orderBy('token_hash').execute();
      expect(links.map(({ token_hash }) => token_hash)).toEqual(['endless', 'new']);
    });

    it('logs counts and nothing personal, and stops when the collector closes', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await rule(store, { leads: 1 });
      await ask(collector, plain('ada@shop.example'));
      later(collector.clock, { days: 60 });
      const closed = AbortSignal.abort();
      expect(await keepRetention({ ...collector.desk, closing: closed })).toMatchObject({ leads: 0 });
      later(collector.clock, { hours: 1 });
      await keepRetention(collector.desk);
      expect(collector.logged.filter(({ event }) => event === 'retention')).toMatchObject([
        { leads: 0 },
        { leads: 1, isScrubbed: true },
      ]);
      expect(JSON.stringify(collector.logged)).not.toContain('@');
    });

    it('has rules until the team has its own, and does nothing by rules it cannot read', async () => {
      const store = await open();
      const { desk } = await collectorWithMail(store);
      const usual = { leads: 24, customers: 120, aside: 30, proof: 60, messages: 30 };
      expect(await retentionOf(store.read)).toEqual(usual);
      await store.change((change) => writeSetting(change, 'retention', { leads: null, aside: 7 }));
      expect(await retentionOf(store.read)).toEqual({ ...usual, leads: null, aside: 7 });
      await store.change((change) => writeSetting(change, 'retention', { leads: -1 }));
      await expect(keepRetention(desk)).rejects.toThrow();
    });
  });

  it('is done by one of several processes on one database', async () => {
    const place = await newDatabase();
    const stores = await Promise.all([openStore(place), openStore(place), openStore(place)]);
    try {
      const desks = await Promise.all(stores.map(async (store) => (await collectorWithMail(store)).desk));
      const runs = await Promise.all(desks.map((desk) => keepRetention(desk)));
      expect(runs.filter((run) => run !== null)).toHaveLength(1);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  });

  it('ends with the collector, which waits for no run that is still to come', async () => {
    const store = await openStore(await newFolder());
    try {
      const { desk } = await collectorWithMail(store);
      const closing = new AbortController();
      const runs = keepRetentionHourly({ ...desk, closing: closing.signal });
      closing.abort();
      await runs;
    } finally {
      await store.close();
    }
  });

  it('reads a whole number from 1 to 1,200, and nothing as never', () => {
    expect(['', '1', '1200'].map(lengthTyped)).toEqual([null, 1, 1_200]);
    expect(['0', '1201', '-1', '1.5', '1e2', 'ten', '9'.repeat(400)].map(lengthTyped)).toEqual(
      Array(7).fill(undefined),
    );
  });
});
