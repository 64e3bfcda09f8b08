import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { erase } from '../../../collector/rights/erase.ts';
import { isForgotten } from '../../../collector/rights/forgotten.ts';
import { openStore } from '../../../collector/store/open-store.ts';
import type { Store } from '../../../collector/store/store.ts';
import { queueMail } from '../../../collector/telling/queue-mail.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { undoChange } from '../../../collector/working/undo-change.ts';
import { newFolder, onEachStore } from '../../support/on-each-store.ts';
import {
  ask,
  collectorWithMail,
  mails,
  noon,
  personOf,
  persons,
  plain,
  setAside,
  tablesWith,
  ticked,
} from './asking.ts';

const ada = 'ada@shop.example';
const now = new Date(noon);

const eraseAda = (store: Store, secret: string) =>
  store.change((change) => erase(change, 'ADA@shop.example', { secret, now }));

const note = (store: Store, person: number, text: string) =>
  store.change((change) =>
    changePerson(change, {
      person,
      kind: 'note',
      text,
      by: 1,
      now,
      to: () => ({ next_step: text }),
    }),
  );

describe('erasing', () => {
  onEachStore((open) => {
    it('leaves nothing of an address, in whatever case it was typed, and touches nobody else', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked('Ada@Shop.example'));
      await ask(collector, plain(ada, { profile: { email: ada, name: 'Ada Rossi', phone: '+39 333 444' } }));
      await ask(collector, plain(ada, { test: true }));
      await ask(collector, plain(ada, setAside));
      await ask(collector, ticked('bob@shop.example'));
      await note(store, (await personOf(store, ada)).id, 'Ada likes tea');
      const bob = await personOf(store, 'bob@shop.example');

      expect(await eraseAda(store, collector.desk.secret)).toEqual({ persons: 2, requests: 4, proofs: 0 });
      for (const trace of [ada, 'Rossi', '39333444', 'likes tea'])
        expect(await tablesWith(store, trace)).toEqual([]);
      expect(await persons(store)).toEqual([bob]);
      expect(await mails(store)).toMatchObject([{ recipient: 'bob@shop.example' }]);
    });

    it('takes a late try of an erased request for one that has arrived, and stores nothing', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const lead = ticked(ada);
      await ask(collector, lead);
      await eraseAda(store, collector.desk.secret);
      const answer = await fetch(`${collector.url}/api/leads`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(lead),
      });
      expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'forgotten' }]);
      expect(await persons(store)).toEqual([]);
      expect(await mails(store)).toEqual([]);
      expect(await tablesWith(store, ada)).toEqual([]);
    });

    it('takes a new request of theirs: they ask again, as somebody new', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, plain(ada, { profile: { email: ada, name: 'Ada Rossi' } }));
      const before = await personOf(store, ada);
      await eraseAda(store, collector.desk.secret);
      expect(await ask(collector, plain(ada))).toBe('stored');
      const after = await personOf(store, ada);
      expect(after).toMatchObject({ requests: 1, name: '' });
      expect(after.id).not.toBe(before.id);
    });

    it('is known to an import, without the address being kept', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { secret } = collector.desk;
      await ask(collector, plain(ada));
      expect(await isForgotten(store.read, secret, ada)).toBe(false);
      await eraseAda(store, secret);
      expect(await isForgotten(store.read, secret, 'Ada@Shop.Example')).toBe(true);
      expect(await isForgotten(store.read, secret, 'bob@shop.example')).toBe(false);
      expect(await isForgotten(store.read, 'another key', ada)).toBe(false);
    });

    it('takes with it what waits to be told of them, and what was told', async () => {
      const store = await open();
      const { desk, ...collector } = await collectorWithMail(store);
      await ask({ desk, ...collector }, plain(ada));
      const { id } = await personOf(store, ada);
      await store.change((change) =>
        queueMail(
          change,
          {
            recipient: 'sales@team.example',
            event: 'lead.hot',
            person: id,
            mail: { subject: ada, text: ada },
          },
          now,
        ),
      );
      await store.change((change) =>
        change
          .insertInto('messages')
          .values({
            message_id: 'msg_1',
            channel: 'webhook',
            destination_id: 1,
            person_id: id,
            event: 'lead.received',
            recipient: '',
            body: JSON.stringify({ email: ada }),
            status: 'sent',
            tries: 1,
            next_at: noon,
            error: '',
            created_at: noon,
            sent_at: noon,
          })
          .execute(),
      );
      await eraseAda(store, desk.secret);
      expect(await store.read.selectFrom('messages').selectAll().execute()).toEqual([]);
    });

    it('cannot be undone by a button on a page that was open meanwhile', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, plain(ada));
      const { id } = await personOf(store, ada);
      const outcome = await note(store, id, 'call');
      await eraseAda(store, collector.desk.secret);
      const entry = outcome.status === 'done' ? outcome.entry : 0;
      const undone = await store.change((change) =>
        undoChange(change, { person: id, entry, by: { id: 1, role: 'admin' }, now }),
      );
      expect(undone.status).toBe('gone');
      expect((await note(store, id, 'call')).status).toBe('gone');
      expect(await tablesWith(store, 'call')).toEqual([]);
    });

    it('leaves no half of a person where they ask, or are worked, at the same moment', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      for (let round = 0; round < 10; round++) {
        await ask(collector, ticked(ada));
        const { id } = await personOf(store, ada);
        await Promise.all([
          eraseAda(store, collector.desk.secret),
          ask(collector, ticked(ada)),
          note(store, id, 'call'),
          ask(collector, plain(ada)),
        ]);
        const ids = new Set((await persons(store)).map((person) => person.id));
        for (const table of ['requests', 'journal', 'search_words', 'messages'] as const) {
          const rows = await store.read.selectFrom(table).select('person_id').execute();
          expect(rows.filter(({ person_id }) => !ids.has(person_id!))).toEqual([]);
        }
        for (const { requests, id } of await persons(store))
          expect(
            await store.read.selectFrom('requests').select('id').where('person_id', '=', id).execute(),
          ).toHaveLength(requests);
        await eraseAda(store, collector.desk.secret);
      }
    });

    it('says where nothing is known, and puts nothing down', async () => {
      const store = await open();
      expect(await eraseAda(store, 'secret')).toBeNull();
      expect(await store.read.selectFrom('forgotten').selectAll().execute()).toEqual([]);
    });
  });

  it('leaves no byte of the address in the files of an embedded database', async () => {
    const place = await newFolder();
    const store = await openStore(place);
    try {
      const collector = await collectorWithMail(store);
      const message = 'lorem ipsum '.repeat(800);
      // Many others around them, so that their rows have been moved from page to page.
      const others = Array.from({ length: 120 }, (_, at) => `p${(at * 7_919) % 1_000}@other.example`);
      for (const [at, other] of others.entries()) {
        await ask(collector, ticked(other, { profile: { email: other, name: `Other ${at}`, message } }));
        if (at % 10 === 5)
          await ask(
            collector,
            ticked('Zyxwv@Unique.example', {
              profile: { email: 'Zyxwv@Unique.example', name: 'Zyxwv Unique', message },
            }),
          );
      }
      const { id } = await personOf(store, 'zyxwv@unique.example');
      await note(store, id, 'Zyxwv is nice');
      const bytes = () =>
        readdirSync(place.folder)
          .map((file) => readFileSync(join(place.folder, file), 'latin1').toLowerCase())
          .join('\n');
      expect(bytes().includes('zyxwv')).toBe(true);
      await store.change((change) =>
        erase(change, 'zyxwv@unique.example', { secret: collector.desk.secret, now }),
      );
      expect(await store.scrub()).toBe(true);
      expect(bytes().includes('zyxwv')).toBe(false);
      expect(bytes().includes('p0@other.example')).toBe(true);
    } finally {
      await store.close();
    }
  });
});
