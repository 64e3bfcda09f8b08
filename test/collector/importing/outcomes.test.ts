import { describe, expect, it } from 'vitest';
import { actualsOf } from '../../../collector/measuring/actuals-of.ts';
import { erase } from '../../../collector/rights/erase.ts';
import type { Store } from '../../../collector/store/store.ts';
import { type Caller, collectorOn } from '../../support/collector-on-store.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { exported, importFile } from '../../support/import-file.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const today = new Date('2026-11-27T15:00:00Z');
const asked = new Date('2026-11-01T08:00:00Z');
const on = (day: string, time = '12:00') => new Date(`2026-11-${day}T${time}:00Z`);

const personOf = (store: Store, email: string) =>
  store.read.selectFrom('persons').selectAll().where('email', '=', email).executeTakeFirstOrThrow();

const journalOf = async (store: Store, email: string) => {
  const { id } = await personOf(store, email);
  return store.read.selectFrom('journal').selectAll().where('person_id', '=', id).orderBy('id').execute();
};

async function byHand(caller: Caller, store: Store, email: string, fields: Record<string, string>) {
  const { id, version } = await personOf(store, email);
  return caller.post(`/people/${id}/stage`, { version: String(version), ...fields });
}

type Deal = [email: string, stage: string, day: string, revenue?: string, reason?: string];
const csvOf = (...deals: Deal[]) =>
  [
    'Email,Stage,Closed,Revenue,Reason',
    ...deals.map(([email, stage, day, revenue = '', reason = '']) =>
      [email, stage, `2026-11-${day}`, revenue, reason].join(','),
    ),
  ].join('\n');

/** A team with somebody warm and somebody hot who asked on the first of November. */
async function started(store: Store, now: () => Date = () => today) {
  await keepRequest(store, requestOf('warm@a.example', 'warm'), asked);
  await keepRequest(store, requestOf('hot@a.example', 'hot'), asked);
  const collector = await collectorOn(store, {}, now);
  const sandro = await collector.as('sales');
  // Days later a session has ended.
  const bring = async (...deals: Deal[]) =>
    importFile(collector, await collector.as('sales'), 'outcomes', csvOf(...deals));
  return { collector, sandro, bring };
}

describe('outcomes from files', () => {
  onEachStore((open) => {
    it('date what became of people, belong to nobody who imports, and are in their history', async () => {
      const store = await open();
      const { collector, sandro } = await started(store);
      const bring = (...deals: Deal[]) => importFile(collector, sandro, 'outcomes', csvOf(...deals));
      const { done } = await bring(
        ['WARM@a.example', 'Won', '10', '500.50'],
        ['hot@a.example', 'Lost', '12', '', 'Too dear'],
      );
      // Whoever it changed is named, with the way to where it can be taken back.
      for (const [name, stage] of [
        ['warm', 'Customer'],
        ['hot', 'Lost'],
      ])
        expect(done.text).toContain(`${name} ${stage}`);
      expect(await personOf(store, 'warm@a.example')).toMatchObject({
        stage: 'customer',
        team: 'sales',
        owner_id: null,
        revenue: 500.5,
        mql_at: asked.toISOString(),
        sql_at: on('10').toISOString(),
        customer_at: on('10').toISOString(),
        closed_at: on('10').toISOString(),
        waiting_since: null,
      });
      expect(await personOf(store, 'hot@a.example')).toMatchObject({
        stage: 'lost',
        lost_reason: 'Too dear',
        lost_at: on('12').toISOString(),
        // Nobody knows from a file when sales answered.
        contact_minutes: null,
      });
      const [entry] = (await journalOf(store, 'warm@a.example')).slice(-1);
      expect(entry).toMatchObject({
        kind: 'imported',
        happened_on: '2026-11-10',
        account_id: sandro.account,
      });
      const { id } = await personOf(store, 'warm@a.example');
      expect(await (await sandro.get(`/people/${id}`)).text()).toContain('Told by a file');
      const span = { from: '2026-11-01', until: '2026-12-01', campaigns: [] };
      expect(await actualsOf(store.read, span, today)).toMatchObject({
        leads: 2,
        customers: 1,
        revenue: 500.5,
      });
      // A week before, they were not customers.
      expect(await actualsOf(store.read, span, on('09'))).toMatchObject({ customers: 0, revenue: null });
    });

    it('change nothing the second time, and move the end that a later file dates otherwise', async () => {
      const store = await open();
      const { bring } = await started(store);
      await bring(['warm@a.example', 'Won', '10', '500'], ['hot@a.example', 'Opportunity', '11']);
      const before = await store.read.selectFrom('persons').selectAll().orderBy('id').execute();
      const again = await bring(
        ['warm@a.example', 'Won', '10', '500'],
        ['hot@a.example', 'Opportunity', '14'],
      );
      expect(again.done.text).toContain('Unchanged2');
      expect(await store.read.selectFrom('persons').selectAll().orderBy('id').execute()).toEqual(before);
      const corrected = await bring(['warm@a.example', 'Won', '10', '650']);
      expect(corrected.done.text).toContain('Changed1');
      const older = await bring(['warm@a.example', 'Lost', '05', '', 'no']);
      expect(older.done.text).toContain('Newer here1');
      await bring(['warm@a.example', 'Won', '12', '650']);
      expect(await personOf(store, 'warm@a.example')).toMatchObject({
        revenue: 650,
        customer_at: on('12').toISOString(),
        closed_at: on('12').toISOString(),
      });
      const contradicted = await bring(['warm@a.example', 'Lost', '12', '', 'no']);
      expect(contradicted.done.text).toContain('Refused1');
    });

    it('of one person count by the latest day; an end beats what is open, and two ends of a day are refused', async () => {
      const store = await open();
      const { bring } = await started(store);
      const { preview } = await bring(
        ['warm@a.example', 'Won', '10', '500'],
        ['warm@a.example', 'Opportunity', '10'],
        ['warm@a.example', 'Lost', '08', '', 'price'],
        ['hot@a.example', 'Won', '12', '300'],
        ['hot@a.example', 'Lost', '12', '', 'price'],
        ['hot@a.example', 'Opportunity', '09'],
      );
      for (const count of ['Changed1', 'Newer here3', 'Refused2']) expect(preview.text).toContain(count);
      expect(preview.text).toContain('one end for one day');
      expect(await personOf(store, 'warm@a.example')).toMatchObject({ stage: 'customer', revenue: 500 });
      expect(await personOf(store, 'hot@a.example')).toMatchObject({ stage: 'mql', customer_at: null });
    });

    it('leave what a colleague changed later, and come before what was changed earlier', async () => {
      const store = await open();
      let now = on('15');
      const { bring, sandro } = await started(store, () => now);
      await byHand(sandro, store, 'warm@a.example', { stage: 'opportunity' });
      await byHand(sandro, store, 'hot@a.example', { stage: 'opportunity' });
      now = today;
      const { preview } = await bring(
        ['warm@a.example', 'Lost', '14', '', 'gone'],
        ['hot@a.example', 'Won', '16', '90'],
      );
      expect(preview.text).toContain('Newer here1');
      expect(preview.text).toContain('Changed1');
      expect((await personOf(store, 'warm@a.example')).stage).toBe('opportunity');
      expect(await personOf(store, 'hot@a.example')).toMatchObject({
        stage: 'customer',
        opportunity_at: on('15').toISOString(),
        customer_at: on('16').toISOString(),
      });
      // On the very day, an end beats an open stage; of what is open, the colleague's word counts.
      await bring(['warm@a.example', 'SQL', '15']);
      expect((await personOf(store, 'warm@a.example')).stage).toBe('opportunity');
      await bring(['warm@a.example', 'Lost', '15', '', 'gone']);
      expect((await personOf(store, 'warm@a.example')).stage).toBe('lost');
    });

    it('can be taken back, and what was taken back stays so when the file comes again', async () => {
      const store = await open();
      const { bring, collector } = await started(store);
      const alma = await collector.as('admin');
      const before = await personOf(store, 'warm@a.example');
      await bring(['warm@a.example', 'Won', '27', '500']);
      const [entry] = (await journalOf(store, 'warm@a.example')).slice(-1);
      expect((await alma.post(`/people/${before.id}/undo/${entry!.id}`)).status).toBe(303);
      const { version: _, ...after } = await personOf(store, 'warm@a.example');
      const { version: __, ...was } = before;
      expect(after).toEqual(was);
      const again = await bring(['warm@a.example', 'Won', '27', '500']);
      expect(again.done.text).toContain('Newer here1');
      expect((await personOf(store, 'warm@a.example')).stage).toBe('mql');
    });

    it('that a colleague corrected back stay so, too, when the correcting file comes again', async () => {
      const store = await open();
      const { bring, collector } = await started(store);
      const alma = await collector.as('admin');
      await bring(['warm@a.example', 'Won', '05', '100'], ['hot@a.example', 'Lost', '05', '', 'price']);
      const corrections: Deal[] = [
        ['warm@a.example', 'Won', '12', '150'],
        ['hot@a.example', 'Lost', '12', '', 'price'],
      ];
      await bring(...corrections);
      for (const email of ['warm@a.example', 'hot@a.example']) {
        const [entry] = (await journalOf(store, email)).slice(-1);
        await alma.post(`/people/${entry!.person_id}/undo/${entry!.id}`);
      }
      const again = await bring(...corrections);
      expect(again.done.text).toContain('Newer here2');
      expect(await personOf(store, 'warm@a.example')).toMatchObject({
        revenue: 100,
        closed_at: on('05').toISOString(),
      });
      expect((await personOf(store, 'hot@a.example')).closed_at).toBe(on('05').toISOString());
      // Another amount is another word.
      await bring(['warm@a.example', 'Won', '12', '160']);
      expect((await personOf(store, 'warm@a.example')).revenue).toBe(160);
    });

    it('let whoever asked again since then wait, as if the file had come first', async () => {
      const store = await open();
      const { bring, sandro } = await started(store);
      for (const email of ['lost@a.example', 'won@a.example', 'answered@a.example', 'once@a.example'])
        await keepRequest(store, requestOf(email, 'warm'), asked);
      for (const email of ['lost@a.example', 'won@a.example', 'answered@a.example'])
        await keepRequest(store, requestOf(email, 'warm'), on('20'));
      // What may come from a program is no request of theirs.
      const trap = { spam: { signals: ['trap-filled' as const], quarantine: true } };
      await keepRequest(store, requestOf('once@a.example', 'warm', trap), on('20'));
      const { id, version } = await personOf(store, 'answered@a.example');
      await sandro.post(`/people/${id}/answered`, { version: String(version) });
      await bring(
        ['lost@a.example', 'Lost', '10', '', 'price'],
        ['won@a.example', 'Won', '10', '500'],
        ['answered@a.example', 'Won', '10', '500'],
        ['once@a.example', 'Lost', '10', '', 'price'],
      );
      const waits = async (email: string) => {
        const { stage, waiting_since } = await personOf(store, email);
        return [stage, waiting_since];
      };
      expect(await waits('lost@a.example')).toEqual(['mql', asked.toISOString()]);
      expect(await waits('won@a.example')).toEqual(['customer', on('20').toISOString()]);
      expect(await waits('answered@a.example')).toEqual(['customer', null]);
      expect(await waits('once@a.example')).toEqual(['lost', null]);
    });

    it('count for whoever has asked more meanwhile without having been lost', async () => {
      const store = await open();
      const { bring } = await started(store);
      for (const email of ['won@a.example', 'open@a.example', 'same-day@a.example'])
        await keepRequest(store, requestOf(email, 'cold'), asked);
      for (const email of ['won@a.example', 'open@a.example'])
        await keepRequest(store, requestOf(email, 'warm'), on('20'));
      await keepRequest(store, requestOf('same-day@a.example', 'hot'), on('12', '09:00'));
      const deals: Deal[] = [
        ['won@a.example', 'Won', '10', '5000'],
        ['open@a.example', 'Opportunity', '10'],
        ['same-day@a.example', 'Won', '12', '300'],
      ];
      await bring(...deals);
      expect(await personOf(store, 'won@a.example')).toMatchObject({ stage: 'customer', revenue: 5000 });
      expect((await personOf(store, 'open@a.example')).stage).toBe('opportunity');
      expect(await personOf(store, 'same-day@a.example')).toMatchObject({ stage: 'customer', revenue: 300 });
      expect((await bring(...deals)).done.text).toContain('Unchanged3');
    });

    it('tell others of this week, and nobody of what is older', async () => {
      const store = await open();
      const { bring } = await started(store);
      await store.change((change) =>
        change
          .insertInto('destinations')
          .values({
            receiver: 'webhook',
            settings: '{"url":"https://crm.example/hook"}',
            fields: '{}',
            secret: 'whsec_x',
            old_secret: null,
            old_secret_until: null,
            events: 'lead.stage lead.won',
            active: 1,
            gone_at: null,
            created_at: today.toISOString(),
          })
          .execute(),
      );
      await bring(['warm@a.example', 'Won', '10', '500'], ['hot@a.example', 'Won', '25', '300']);
      const told = await store.read.selectFrom('messages').select(['event', 'person_id']).execute();
      const { id } = await personOf(store, 'hot@a.example');
      expect(
        told.filter(({ event }) => event !== 'lead.hot').map(({ event, person_id }) => [event, person_id]),
      ).toEqual([
        ['lead.stage', id],
        ['lead.won', id],
      ]);
    });

    it('are about nobody who never asked, was erased, only tried the form, is set aside or had not asked yet', async () => {
      const store = await open();
      const { bring, collector } = await started(store);
      await keepRequest(store, requestOf('erased@a.example', 'warm'), asked);
      await keepRequest(store, requestOf('test@a.example', 'warm', { test: true }), asked);
      await keepRequest(
        store,
        requestOf('aside@a.example', 'warm', { spam: { signals: ['too-fast'], quarantine: true } }),
        asked,
      );
      await keepRequest(store, requestOf('late@a.example', 'warm'), on('20'));
      await store.change((change) =>
        erase(change, 'erased@a.example', { secret: collector.desk.secret, now: today }),
      );
      const people = () => store.read.selectFrom('persons').selectAll().orderBy('id').execute();
      const before = await people();
      const { preview } = await bring(
        ['stranger@a.example', 'Won', '10', '1'],
        ['erased@a.example', 'Won', '10', '1'],
        ['test@a.example', 'Won', '10', '1'],
        ['aside@a.example', 'Won', '10', '1'],
        ['late@a.example', 'Won', '19', '1'],
        ['warm@a.example', 'Won', '10'],
        ['a@a.example; b@a.example', 'Won', '10', '1'],
      );
      for (const told of [
        'stranger@a.examplesomebody who has asked here',
        'erased@a.examplesomebody who has asked here',
        'test@a.examplesomebody who has asked here',
        'aside@a.examplesomebody whose request is not set aside',
        'late@a.examplea day on or after their first request',
        'Revenue(empty)something in this cell',
        'a@a.example; b@a.exampleone e-mail address',
      ])
        expect(preview.text).toContain(told);
      expect(await people()).toEqual(before);
    });

    it('are found by the id of a lead, too', async () => {
      const store = await open();
      const { collector, sandro } = await started(store);
      const envelope = buildEnvelope({ profile: { email: 'id@a.example' } });
      await keepRequest(store, envelope, asked);
      await importFile(
        collector,
        sandro,
        'outcomes',
        `Lead id,Stage,Closed,Revenue\n${envelope.id},Won,2026-11-10,77\n`,
      );
      expect(await personOf(store, 'id@a.example')).toMatchObject({ stage: 'customer', revenue: 77 });
    });

    it('ask what the file’s own stages are here, leave some out, and remember it', async () => {
      const store = await open();
      const { collector, sandro } = await started(store);
      const csv =
        'Email,Stage,Closed,Revenue\nwarm@a.example,Firmato,2026-11-10,77\nhot@a.example,Boh,2026-11-10,\n';
      const { mapper, preview } = await importFile(collector, sandro, 'outcomes', csv, {
        'stage.0': 'customer',
        'stage.1': 'skip',
      });
      expect(mapper.fields).toMatchObject({ 'stage.0': '', 'stage.1': '' });
      expect(preview.text).toContain('Rows left out by their stage1');
      expect((await personOf(store, 'warm@a.example')).stage).toBe('customer');
      expect((await personOf(store, 'hot@a.example')).stage).toBe('mql');
      const again = await importFile(collector, sandro, 'outcomes', csv);
      expect(again.mapper.fields).toMatchObject({ 'stage.0': 'customer', 'stage.1': 'skip' });
      expect(again.done.text).toContain('Unchanged1');
    });

    it('speak Italian', async () => {
      const store = await open();
      const { collector, sandro } = await started(store);
      await store.change((change) => change.updateTable('accounts').set({ language: 'it' }).execute());
      const { mapper, preview, done } = await importFile(
        collector,
        sandro,
        'outcomes',
        exported('salesforce.it.csv'),
      );
      expect(mapper.text).toContain('Sembra un’esportazione di Salesforce.');
      expect(preview.text).toContain('qualcuno che ha scritto qui');
      expect(done.text).toContain('Rifiutate2');
      for (const { html } of [mapper, preview, done])
        expect(html).not.toMatch(/NaN|undefined|Infinity|\[object| style=/);
    });
  });
});
