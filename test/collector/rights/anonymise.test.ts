import { describe, expect, it } from 'vitest';
import { anonymiseAddress } from '../../../collector/rights/anonymise.ts';
import { erase } from '../../../collector/rights/erase.ts';
import type { Store } from '../../../collector/store/store.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { newestLeads } from '../../../collector/working/stored-leads.ts';
import { undoChange } from '../../../collector/working/undo-change.ts';
import { buildEnvelope, consentTo } from '../../support/envelope-builder.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import {
  ask,
  collectorWithMail,
  later,
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
const secret = 'secret';

const anonymiseAda = (store: Store) =>
  store.change((change) => anonymiseAddress(change, 'ADA@shop.example', { secret, now }));

/** Everything a person may have written or been noted for, each text found nowhere else. */
const rich = (changes = {}) =>
  buildEnvelope({
    profile: {
      email: 'Ada@Shop.example',
      name: 'Ada Quercia',
      company: 'Fabbrica Lucente',
      phone: '+39 02 7654321',
      message: 'Vorrei volare',
      answers: [{ name: 'city', label: 'Which city?', value: 'Lambrate' }],
    },
    consents: [consentTo('marketing'), consentTo('profiling')],
    ...changes,
  });
const traces = [
  'ada@shop',
  'Quercia',
  'Lucente',
  '7654321',
  'volare',
  'Lambrate',
  'abc123',
  'search.example',
];

const work = (store: Store, person: number, to: object, kind: 'stage' | 'note', text = '') =>
  store.change((change) => changePerson(change, { person, kind, text, by: 7, now, to: () => to }));

describe('making anonymous', () => {
  onEachStore((open) => {
    it('keeps the figures, and nothing that says whose they are', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, rich());
      later(collector.clock, { days: 1 });
      await ask(collector, rich({ profile: { ...rich().profile, company: 'Fabbrica Lucente Due' } }));
      const { id } = await personOf(store, ada);
      await work(
        store,
        id,
        { next_step: 'Ring Quercia', next_on: '2026-12-01', owner_id: 7 },
        'note',
        'Quercia is kind',
      );
      await work(
        store,
        id,
        { stage: 'lost', lost_reason: 'Lucente too small', closed_at: noon },
        'stage',
        'Lucente',
      );
      await work(store, id, { stage: 'customer', revenue: 900, lost_reason: '', closed_at: noon }, 'stage');
      const before = await personOf(store, ada);
      const requests = await store.read.selectFrom('requests').selectAll().orderBy('sequence').execute();
      for (const trace of traces.slice(0, 6)) expect(await tablesWith(store, trace)).not.toEqual([]);

      await anonymiseAda(store);
      // The one place where the address stays is the proof of consent, which leads to nobody here.
      for (const trace of traces)
        expect([trace, await tablesWith(store, trace)]).toEqual([
          trace,
          trace === 'ada@shop' ? ['consents'] : [],
        ]);
      const [after] = await persons(store);
      expect(after).toMatchObject({
        key: null,
        anonymous: 1,
        team: null,
        waiting_since: null,
        next_on: null,
        marketing: 'none',
        stage: 'customer',
        revenue: 900,
        owner_id: 7,
        requests: 2,
        closed_at: noon,
        temperature: before.temperature,
        score: before.score,
        form: before.form,
        campaign: before.campaign,
        source: before.source,
        first_at: before.first_at,
        last_at: before.last_at,
      });
      const kept = await store.read.selectFrom('requests').selectAll().orderBy('sequence').execute();
      const figures = ({ received_at, temperature, form, campaign, source }: (typeof kept)[number]) => ({
        received_at,
        temperature,
        form,
        campaign,
        source,
      });
      expect(kept.map(figures)).toEqual(requests.map(figures));
      for (const { id } of requests) expect(await tablesWith(store, id)).toEqual([]);
      const journal = await store.read.selectFrom('journal').selectAll().orderBy('id').execute();
      expect(journal.map(({ kind, account_id }) => [kind, account_id])).toEqual([
        ['request', null],
        ['note', 7],
        ['stage', 7],
        ['stage', 7],
      ]);
      expect(JSON.parse(journal[3]!.after!)).toMatchObject({ stage: 'customer', revenue: 900 });
      expect(await mails(store)).toEqual([]);
    });

    it('leaves leads that scripts can still read', async () => {
      const store = await open();
      await ask(await collectorWithMail(store), rich());
      await anonymiseAda(store);
      const [lead] = await newestLeads(store.read, 10);
      expect(lead).toMatchObject({ person: { key: '', request: 1 }, envelope: { profile: { email: '' } } });
      expect(lead!.envelope.score?.temperature).toBe(lead!.score?.temperature);
    });

    it('keeps proof of what was agreed to, with what became of it, until the person has it erased', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, rich());
      await ask(collector, ticked(ada, setAside));
      later(collector.clock, { hours: 1 });
      await collector.anybody.post((await mails(store))[0]!.confirm);
      await anonymiseAda(store);
      // What was set aside could not be looked into any more.
      expect(await store.read.selectFrom('requests').select('quarantine').execute()).toEqual([
        { quarantine: 0 },
      ]);
      expect((await persons(store)).map(({ requests }) => requests)).toEqual([1]);
      const proofs = await store.read.selectFrom('consents').selectAll().orderBy('id').execute();
      expect(proofs.map(({ key, purpose, text }) => [key, purpose, text])).toEqual([
        [ada, 'marketing', 'You may write to me about news.'],
        [ada, 'profiling', 'You may use my visit to answer me better.'],
      ]);
      expect(JSON.parse(proofs[0]!.details)).toMatchObject({
        policyUrl: 'https://shop.example/privacy',
        form: 'lead-form',
        words: [{ at: collector.clock.now.toISOString(), marketing: 'confirmed' }],
      });
      expect(await store.change((change) => erase(change, ada, { secret, now }))).toEqual({
        persons: 0,
        requests: 0,
        proofs: 2,
      });
      expect(await tablesWith(store, ada)).toEqual([]);
    });

    it('takes who asks again for somebody new, and a late try of an old request for one that has arrived', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const lead = rich();
      await ask(collector, lead);
      await store.change((change) => anonymiseAddress(change, ada, { secret: collector.desk.secret, now }));
      expect(await ask(collector, lead)).toBe('forgotten');
      expect(await persons(store)).toHaveLength(1);
      expect(await ask(collector, plain(ada))).toBe('stored');
      expect(await personOf(store, ada)).toMatchObject({ requests: 1, name: '', team: 'marketing' });
    });

    it('cannot be worked, confirmed or undone any more', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, rich());
      const { confirm, stop } = (await mails(store))[0]!;
      const { id } = await personOf(store, ada);
      const done = await work(store, id, { lost_reason: 'Lucente' }, 'note');
      await anonymiseAda(store);
      expect((await work(store, id, { stage: 'sql' }, 'stage')).status).toBe('gone');
      const entry = done.status === 'done' ? done.entry : 0;
      const undone = await store.change((change) =>
        undoChange(change, { person: id, entry, by: { id: 7, role: 'admin' }, now }),
      );
      expect(undone.status).not.toBe('done');
      for (const link of [confirm, stop]) expect((await collector.anybody.post(link)).status).toBe(404);
      expect(await tablesWith(store, 'Lucente')).toEqual([]);
    });

    it('deletes who only tried the form out', async () => {
      const store = await open();
      await ask(await collectorWithMail(store), rich({ test: true }));
      expect(await anonymiseAda(store)).toBe(1);
      expect(await persons(store)).toEqual([]);
      expect(await tablesWith(store, 'Quercia')).toEqual([]);
    });
  });
});
