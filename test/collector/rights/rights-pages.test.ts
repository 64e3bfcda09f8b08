import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { anonymiseAddress } from '../../../collector/rights/anonymise.ts';
import { namesPersonBy, personalTables } from '../../../collector/rights/names-person-by.ts';
import { retentionOf } from '../../../collector/rights/retention/retention-rules.ts';
import { openStore } from '../../../collector/store/open-store.ts';
import type { Store } from '../../../collector/store/store.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { newestLeads } from '../../../collector/working/stored-leads.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { webhookTo } from '../../support/messenger-on.ts';
import { newFolder, onEachStore } from '../../support/on-each-store.ts';
import { ask, collectorWithMail, noon, personOf, persons, plain, tablesWith, ticked } from './asking.ts';

const ada = 'ada@shop.example';
const now = new Date(noon);
const buttons = ['find', 'export', 'unscore', 'erase', 'anonymise', 'retention'];

/** Somebody who asked, was mailed and worked, tried the form out, and was made anonymous once before. */
async function liveRichly(store: Store) {
  const collector = await collectorWithMail(store);
  await ask(collector, ticked(ada));
  await store.change((change) => anonymiseAddress(change, ada, { secret: collector.desk.secret, now }));
  await ask(
    collector,
    ticked('Ada@Shop.example', { profile: { email: 'Ada@Shop.example', name: '<b>Ada</b>' } }),
  );
  await ask(collector, plain(ada, { test: true }));
  const { id } = await personOf(store, ada);
  await store.change((change) =>
    changePerson(change, {
      person: id,
      kind: 'note',
      text: 'likes tea',
      by: 1,
      now,
      to: () => ({ next_step: 'call' }),
    }),
  );
  await ask(collector, ticked('bob@shop.example'));
  return collector;
}

describe('the page of the rights of the person', () => {
  onEachStore((open) => {
    it('is for admins', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      const before = await persons(store);
      for (const role of ['marketing', 'sales'] as const) {
        const caller = await collector.as(role);
        expect((await caller.get('/settings/rights')).status).toBe(403);
        for (const button of buttons)
          expect((await caller.post(`/settings/rights/${button}`, { email: ada, sure: 'yes' })).status).toBe(
            403,
          );
      }
      expect((await collector.anybody.get('/settings/rights')).status).toBe(303);
      for (const button of buttons)
        expect((await collector.anybody.post(`/settings/rights/${button}`, { email: ada })).status).toBe(401);
      expect(await persons(store)).toEqual(before);
    });

    it('finds by an address that stands in no URL and in no log, and shows what was written as text', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      const admin = await collector.as('admin');
      const found = await admin.post('/settings/rights/find', { email: ' ADA@shop.example ' });
      expect(found.status).toBe(200);
      const html = await found.text();
      expect(html).toContain('&lt;b>Ada&lt;/b>');
      expect(html).toContain('2 persons');
      expect(html).toContain('1 kept proof of consent');
      expect(html).toContain('asked for, not confirmed');
      expect(html).not.toContain('bob@');
      expect(JSON.stringify(collector.logged).toLowerCase()).not.toContain('shop.example');
      expect(html).not.toMatch(/(href|action)="[^"]*ada/i);
    });

    it('says what is wrong with an address, and where nothing is known of one', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      const admin = await collector.as('admin');
      for (const button of ['find', 'export', 'erase', 'anonymise']) {
        const wrong = await admin.post(`/settings/rights/${button}`, { email: 'ada"shop', sure: 'yes' });
        expect(wrong.status).toBe(422);
        const html = await wrong.text();
        expect(html).toContain('Not an e-mail address');
        expect(html).toContain('value="ada&quot;shop"');
        expect(html).toContain('aria-invalid="true"');
      }
      const unknown = await admin.post('/settings/rights/find', { email: 'zoe@shop.example' });
      expect(unknown.status).toBe(404);
      expect(await unknown.text()).toContain('Nothing is known under this address.');
      await admin.post('/settings/rights/erase', { email: ada, sure: 'yes' });
      const erased = await admin.post('/settings/rights/find', { email: ada });
      expect(await erased.text()).toContain('what was known of it was erased');
    });

    it('finds and hands out somebody of whom others were told, whose messages have no text any more', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      await store.change((change) =>
        change.updateTable('messages').set({ status: 'sent', body: '' }).execute(),
      );
      const admin = await collector.as('admin');
      for (const button of ['find', 'export']) {
        const answer = await admin.post(`/settings/rights/${button}`, { email: ada });
        expect(answer.status, button).toBe(200);
      }
    });

    it('hands out every row that names the person, of whatever table there is', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      const admin = await collector.as('admin');
      const answer = await admin.post('/settings/rights/export', { email: ada });
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="person-2026-11-27.json"');
      expect(answer.headers.get('content-type')).toContain('application/json');
      const file = await answer.json();
      expect(file).toMatchObject({ address: ada, exportedAt: noon });

      // Whatever the database has: a table that is added and names somebody is looked through here, too.
      const ids = (await persons(store)).filter(({ key }) => key === ada).map(({ id }) => id);
      const tables = await store.read.introspection.getTables();
      expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(namesPersonBy).sort());
      for (const { name, columns } of tables) {
        const rows: Record<string, unknown>[] = await store.read
          .selectFrom(name as 'requests')
          .selectAll()
          .execute();
        const naming = rows.filter(
          (row) => ids.includes(row.person_id as number) || JSON.stringify(row).toLowerCase().includes(ada),
        );
        expect([name, file[name]?.length ?? 0]).toEqual([name, naming.length]);
        const isNaming = columns.some((column) => column.name === 'person_id');
        if (isNaming) expect(personalTables).toContain(name);
      }
      expect(file.persons).toHaveLength(2);
      expect(file.requests[0].envelope.profile.name).toBe('<b>Ada</b>');
      expect(file.consents).toMatchObject([{ key: ada, purpose: 'marketing' }]);
      expect(JSON.stringify(file)).toContain('likes tea');
      expect(JSON.stringify(file)).not.toContain('bob@');
    });

    it('says what goes before it erases, and erases tests and kept proof with the person', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      const admin = await collector.as('admin');
      const asked = await admin.post('/settings/rights/erase', { email: ada });
      expect(asked.status).toBe(200);
      const html = await asked.text();
      expect(html).toContain('Erase for good?');
      expect(html).toContain('2 requests');
      expect((await persons(store)).filter(({ key }) => key === ada)).toHaveLength(2);

      const done = await admin.post('/settings/rights/erase', { email: ada, sure: 'yes' });
      expect([done.status, done.headers.get('location')]).toEqual([303, '/settings/rights?done=erased']);
      expect(await (await admin.get('/settings/rights?done=erased')).text()).toContain('is gone');
      expect(await tablesWith(store, ada)).toEqual([]);
      expect((await persons(store)).map(({ key }) => key)).toEqual([null, 'bob@shop.example']);
      expect(collector.logged).toContainEqual({
        event: 'person-erased',
        by: admin.account,
        isScrubbed: true,
      });
      // A second press finds nobody, and says so.
      expect((await admin.post('/settings/rights/erase', { email: ada, sure: 'yes' })).status).toBe(404);
    });

    it('makes anonymous by a button, after a page that says what stays', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      const admin = await collector.as('admin');
      const asked = await admin.post('/settings/rights/anonymise', { email: ada });
      expect(await asked.text()).toContain('Make anonymous for good?');
      const done = await admin.post('/settings/rights/anonymise', { email: ada, sure: 'yes' });
      expect(done.headers.get('location')).toBe('/settings/rights?done=anonymised');
      expect(await tablesWith(store, ada)).toEqual(['consents']);
      expect((await persons(store)).map(({ anonymous }) => anonymous)).toEqual([1, 1, 0]);
    });

    it('sets how long what is kept, and keeps what was typed where it is no number', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const admin = await collector.as('admin');
      const shown = await (await admin.get('/settings/rights')).text();
      expect(shown).toMatch(/name="leads"[^>]*value="24"/);
      const rules = { leads: '12', customers: '', aside: '7', proof: '36', messages: '0' };
      const wrong = await admin.post('/settings/rights/retention', rules);
      expect(wrong.status).toBe(422);
      const html = await wrong.text();
      expect(html).toMatch(
        /name="messages"[^>]*aria-describedby="messages-hint messages-error"[^>]*value="0"/,
      );
      expect(html).toMatch(/name="leads"[^>]*value="12"/);
      expect(html.match(/class="error"/g)).toHaveLength(1);
      expect((await retentionOf(store.read)).leads).toBe(24);

      // What goes sooner than before is asked for twice, and each time for what stands there.
      const sooner = { ...rules, messages: '14' };
      const sure = { 'sure-leads': '12', 'sure-aside': '7', 'sure-proof': '36', 'sure-messages': '14' };
      for (const fields of [sooner, { ...sooner, ...sure, leads: '11' }]) {
        const asked = await admin.post('/settings/rights/retention', fields);
        expect(asked.status).toBe(422);
        expect(await asked.text()).toContain('This is shorter than before: Leads that were not won, ');
        expect((await retentionOf(store.read)).leads).toBe(24);
      }
      const saved = await admin.post('/settings/rights/retention', { ...sooner, ...sure });
      expect(saved.headers.get('location')).toBe('/settings/rights?done=retention');
      expect(await retentionOf(store.read)).toEqual({
        leads: 12,
        customers: null,
        aside: 7,
        proof: 36,
        messages: 14,
      });
    });

    it('stops scoring who objects, for what they asked and what they will', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const admin = await collector.as('admin');
      const rich = () => buildEnvelope({ profile: { ...buildEnvelope().profile, email: ada } });
      await webhookTo(store, 'https://crm.example/');
      await ask(collector, buildEnvelope({ profile: { email: ada } }));
      await ask(collector, rich());
      expect(await personOf(store, ada)).toMatchObject({ temperature: expect.any(String), unscored: 0 });
      const judgements = async () => ({
        history: JSON.stringify(await store.read.selectFrom('journal').select(['before', 'after']).execute()),
        waiting: (
          await store.read.selectFrom('messages').select('body').where('channel', '=', 'webhook').execute()
        )
          .map(({ body }) => JSON.parse(body).data)
          .map(({ lead, person }) => [lead.score ?? null, person.score, person.temperature]),
      });
      expect((await judgements()).history).toContain('temperature');
      expect((await judgements()).waiting).toContainEqual([
        expect.objectContaining({ temperature: 'hot' }),
        expect.any(Number),
        'hot',
      ]);
      const done = await admin.post('/settings/rights/unscore', { email: ada });
      expect(done.headers.get('location')).toBe('/settings/rights?done=unscored');
      await ask(collector, rich());
      await admin.post('/settings/rights/unscore', { email: ada });

      expect(await personOf(store, ada)).toMatchObject({
        temperature: null,
        score: null,
        unscored: 1,
        requests: 3,
        team: expect.any(String),
      });
      const { history, waiting } = await judgements();
      expect(history).not.toMatch(/temperature|\bscore\b/);
      expect(history).toContain('team');
      expect(new Set(waiting.map((each) => JSON.stringify(each)))).toEqual(new Set(['[null,null,null]']));
      const leads = await newestLeads(store.read, 10);
      expect(leads.map(({ score, claimedScore }) => [score, claimedScore])).toEqual(
        new Array(3).fill([null, undefined]),
      );
      const journal = await store.read.selectFrom('journal').select(['kind', 'account_id']).execute();
      expect(journal.filter(({ kind }) => kind === 'unscored')).toEqual([
        { kind: 'unscored', account_id: admin.account },
      ]);
      const known = await (await admin.post('/settings/rights/find', { email: ada })).text();
      expect(known).toContain('not scored: they objected');
      expect(known).not.toContain('Do not score them');
    });

    it('begins anew where somebody opens the address of a button, and refuses a press from another site', async () => {
      const store = await open();
      const collector = await liveRichly(store);
      const admin = await collector.as('admin');
      for (const button of buttons)
        expect((await admin.get(`/settings/rights/${button}`)).headers.get('location')).toBe(
          '/settings/rights',
        );
      const foreign = { origin: 'https://evil.example' };
      const answer = await admin.post('/settings/rights/erase', { email: ada, sure: 'yes' }, foreign);
      expect(answer.ok).toBe(false);
      expect(await tablesWith(store, ada)).not.toEqual([]);
    });

    it('speaks Italian to who reads it', async () => {
      const store = await open();
      const { anybody } = await collectorWithMail(store);
      const dead = await anybody.get('/confirm/none', { 'accept-language': 'it-IT,it;q=0.9' });
      expect(dead.status).toBe(404);
      expect(await dead.text()).toContain('Questo link non funziona più');
    });
  });

  it('leaves no byte of an address in an embedded file, also where another program had left some there', async () => {
    const place = await newFolder();
    const store = await openStore(place);
    try {
      const collector = await liveRichly(store);
      const admin = await collector.as('admin');
      const bytes = () =>
        readdirSync(place.folder)
          .map((file) => readFileSync(join(place.folder, file), 'latin1').toLowerCase())
          .join('\n');
      // It does not overwrite what it deletes, and leaves pages of it in the file.
      const other = new Database(join(place.folder, 'leads.db'));
      other.exec('CREATE TABLE copy (text TEXT)');
      other.prepare('INSERT INTO copy VALUES (?)').run('Ada@Shop.example '.repeat(10_000));
      other.exec('DROP TABLE copy');
      other.close();
      await admin.post('/settings/rights/erase', { email: ada, sure: 'yes' });
      expect(bytes().includes(ada)).toBe(false);
      expect(bytes().includes('bob@shop.example')).toBe(true);
      expect(await personOf(store, 'bob@shop.example')).toMatchObject({ requests: 1 });
    } finally {
      await store.close();
    }
  });
});
