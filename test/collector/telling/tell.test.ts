import { describe, expect, it } from 'vitest';
import { keepLeads } from '../../../collector/receiving/keep-leads.ts';
import { bodyDigest } from '../../../collector/receiving/received-lead.ts';
import type { Store } from '../../../collector/store/store.ts';
import type { Role } from '../../../collector/store/tables.ts';
import { tell } from '../../../collector/telling/tell.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import type { Envelope } from '../../../src/schema.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { buildEnvelope, consentTo } from '../../support/envelope-builder.ts';
import { webhookTo } from '../../support/messenger-on.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const noon = new Date('2026-11-27T12:00:00Z');

const keep = (store: Store, ...envelopes: Envelope[]) =>
  store.change((change) =>
    keepLeads(
      change,
      envelopes.map((envelope) => ({ envelope, digest: bodyDigest(envelope) })),
      { secret: 'secret', now: noon },
    ),
  );

/** By our rules the lead of `buildEnvelope` is hot; this one is not. */
const warm = (): Envelope => buildEnvelope({ profile: { email: 'bob@shop.example' } });

const account = (store: Store, role: Role, changes: object = {}) =>
  store.change((change) =>
    change
      .insertInto('accounts')
      .values({
        email: `${role}@team.example`,
        name: role,
        role,
        password_hash: null,
        language: 'en',
        alerts: 1,
        created_at: noon.toISOString(),
        disabled_at: null,
        ...changes,
      })
      .execute(),
  );

const messages = (store: Store) => store.read.selectFrom('messages').selectAll().orderBy('id').execute();
const alerted = async (store: Store) =>
  (await messages(store)).filter(({ channel }) => channel === 'mail').map(({ recipient }) => recipient);

describe('telling others', () => {
  onEachStore((open) => {
    it('tells each active webhook what it asked for, and a paused one nothing', async () => {
      const store = await open();
      const all = await webhookTo(store, 'https://all.example/');
      const hot = await webhookTo(store, 'https://hot.example/', ['lead.hot']);
      const paused = await webhookTo(store, 'https://paused.example/');
      await store.change((change) =>
        change.updateTable('destinations').set({ active: 0 }).where('id', '=', paused.id).execute(),
      );
      await keep(store, buildEnvelope(), warm());
      const told = (await messages(store)).map(({ destination_id, event }) => [destination_id, event]);
      expect(told).toEqual([
        [all.id, 'lead.received'],
        [all.id, 'lead.hot'],
        [hot.id, 'lead.hot'],
        [all.id, 'lead.received'],
      ]);
    });

    it('says who asked what, and when', async () => {
      const store = await open();
      await webhookTo(store, 'https://crm.example/', ['lead.received']);
      const lead = buildEnvelope();
      await keep(store, lead);
      const [message] = await messages(store);
      const payload = JSON.parse(message!.body);
      expect(payload).toMatchObject({
        type: 'lead.received',
        timestamp: '2026-11-27T12:00:00.000Z',
        data: {
          version: 1,
          id: lead.id,
          person: {
            id: message!.person_id,
            email: 'ada@shop.example',
            name: 'Ada Rossi',
            company: 'Rossi & figli',
            stage: 'mql',
            team: 'sales',
            owner: null,
            temperature: 'hot',
            marketing: 'none',
            requests: 1,
            test: false,
          },
          lead: { id: lead.id, profile: lead.profile, score: { temperature: 'hot' } },
        },
      });
      expect(payload.data).not.toHaveProperty('from');
    });

    it('tells of a change of stage with the owner and the stage before, and of a customer with the revenue', async () => {
      const store = await open();
      await keep(store, warm());
      await account(store, 'sales', { name: 'Sara' });
      const [person] = await store.read.selectFrom('persons').selectAll().execute();
      const [sara] = await store.read.selectFrom('accounts').selectAll().execute();
      await webhookTo(store, 'https://crm.example/', ['lead.stage', 'lead.won']);
      await store.change((change) =>
        changePerson(change, {
          person: person!.id,
          kind: 'stage',
          by: sara!.id,
          now: noon,
          to: () => ({ stage: 'customer', revenue: 1_200.5, owner_id: sara!.id }),
        }),
      );
      const told = (await messages(store)).map(({ body }) => JSON.parse(body));
      expect(told.map(({ type, data }) => [type, data.from, data.person.revenue])).toEqual([
        ['lead.stage', 'mql', 1_200.5],
        ['lead.won', 'mql', 1_200.5],
      ]);
      expect(told[0].data.person.owner).toEqual({ id: sara!.id, name: 'Sara', email: 'sales@team.example' });
      expect(told[0].data).not.toHaveProperty('lead');
    });

    it('tells of whom marketing hands over as of a hot lead, with their latest request', async () => {
      const store = await open();
      await account(store, 'sales');
      const lead = warm();
      await keep(store, lead);
      const [person] = await store.read.selectFrom('persons').selectAll().execute();
      await webhookTo(store, 'https://crm.example/', ['lead.hot']);
      const { as } = await collectorOn(store, {}, () => noon);
      const handOver = { version: String(person!.version), reason: 'They want to buy' };
      expect((await (await as('marketing')).post(`/people/${person!.id}/hand-over`, handOver)).status).toBe(
        303,
      );
      expect(await store.read.selectFrom('persons').select(['team', 'waiting_since']).execute()).toEqual([
        { team: 'sales', waiting_since: noon.toISOString() },
      ]);
      const [call] = (await messages(store)).filter(({ channel }) => channel === 'webhook');
      expect(JSON.parse(call!.body)).toMatchObject({
        type: 'lead.hot',
        data: { id: lead.id, lead: { id: lead.id } },
      });
      expect(await alerted(store)).toEqual(['sales@team.example']);
    });

    it('tells nothing of what is set aside when its person is handed over', async () => {
      const store = await open();
      const lead = warm();
      await keep(store, lead);
      const trap = { signals: ['trap-filled' as const], quarantine: true };
      await keep(store, buildEnvelope({ profile: lead.profile, spam: trap }));
      const [person] = await store.read.selectFrom('persons').selectAll().execute();
      await webhookTo(store, 'https://crm.example/', ['lead.hot']);
      const { as } = await collectorOn(store, {}, () => noon);
      const handOver = { version: String(person!.version), reason: 'They want to buy' };
      await (await as('marketing')).post(`/people/${person!.id}/hand-over`, handOver);
      const [call] = (await messages(store)).filter(({ channel }) => channel === 'webhook');
      expect(JSON.parse(call!.body).data).toMatchObject({ id: lead.id, lead: { id: lead.id } });
    });

    it('tells once of a stage that two requests came to together', async () => {
      const store = await open();
      await webhookTo(store, 'https://crm.example/', ['lead.received', 'lead.stage']);
      await keep(store, warm());
      await store.change((change) =>
        change.updateTable('persons').set({ stage: 'lost', closed_at: noon.toISOString() }).execute(),
      );
      await keep(store, warm(), warm());
      const told = (await messages(store)).map(({ body }) => JSON.parse(body));
      expect(told.map(({ type, data }) => [type, data.from, data.person.stage])).toEqual([
        ['lead.received', undefined, 'mql'],
        ['lead.received', undefined, 'mql'],
        ['lead.received', undefined, 'mql'],
        ['lead.stage', 'lost', 'mql'],
      ]);
    });

    it('tells who may be sent news, and who may not any more', async () => {
      const store = await open();
      await keep(store, buildEnvelope({ consents: [consentTo('marketing')] }));
      await webhookTo(store, 'https://news.example/', ['lead.marketing']);
      const [person] = await store.read.selectFrom('persons').selectAll().execute();
      for (const marketing of ['confirmed', 'withdrawn', 'asked'] as const)
        await store.change((change) =>
          changePerson(change, {
            person: person!.id,
            kind: 'marketing',
            by: null,
            now: noon,
            to: () => ({ marketing }),
          }),
        );
      const told = (await messages(store)).map(({ body }) => JSON.parse(body));
      expect(told.map(({ type, data }) => [type, data.person.marketing])).toEqual([
        ['lead.marketing', 'confirmed'],
        ['lead.marketing', 'withdrawn'],
      ]);
    });

    it('alerts all of sales who want it, and no one else', async () => {
      const store = await open();
      await account(store, 'sales');
      await account(store, 'sales', { email: 'second@team.example' });
      await account(store, 'sales', { email: 'quiet@team.example', alerts: 0 });
      await account(store, 'sales', { email: 'left@team.example', disabled_at: noon.toISOString() });
      await account(store, 'admin');
      await account(store, 'marketing');
      await keep(store, buildEnvelope(), warm());
      expect(await alerted(store)).toEqual(['sales@team.example', 'second@team.example']);
    });

    it('alerts the admins as long as there is nobody in sales', async () => {
      const store = await open();
      await account(store, 'admin');
      await account(store, 'marketing');
      await account(store, 'sales', { disabled_at: noon.toISOString() });
      await keep(store, buildEnvelope());
      expect(await alerted(store)).toEqual(['admin@team.example']);
    });

    it('does not turn to the admins where sales wants no alerts', async () => {
      const store = await open();
      await account(store, 'admin');
      await account(store, 'sales', { alerts: 0 });
      await keep(store, buildEnvelope());
      expect(await alerted(store)).toEqual([]);
    });

    it('tells webhooks of a test, which says so, and alerts nobody', async () => {
      const store = await open();
      await account(store, 'sales');
      await webhookTo(store, 'https://crm.example/');
      await keep(store, buildEnvelope({ test: true }));
      const told = await messages(store);
      expect(told.map(({ channel, event }) => [channel, event])).toEqual([['webhook', 'lead.received']]);
      expect(JSON.parse(told[0]!.body).data.person.test).toBe(true);

      const [person] = await store.read.selectFrom('persons').selectAll().execute();
      await store.change((change) => tell(change, [{ event: 'lead.hot', person: person! }], noon));
      expect(await alerted(store)).toEqual([]);
    });

    it('tells nobody of what is made up', async () => {
      const store = await open();
      await account(store, 'sales');
      await keep(store, buildEnvelope());
      const [person] = await store.read.selectFrom('persons').selectAll().execute();
      await webhookTo(store, 'https://crm.example/');
      const before = (await messages(store)).length;
      await store.change((change) =>
        tell(change, [{ event: 'lead.hot', person: { ...person!, example: 1 } }], noon),
      );
      expect(await messages(store)).toHaveLength(before);
    });

    it('keeps nothing of the person in an alert that waits', async () => {
      const store = await open();
      await account(store, 'sales');
      const lead = buildEnvelope();
      await keep(store, lead);
      expect((await messages(store)).map(({ body }) => JSON.parse(body))).toEqual([{ request: lead.id }]);
    });

    it('tells of nothing that was not kept', async () => {
      const store = await open();
      await account(store, 'sales');
      await webhookTo(store, 'https://crm.example/');
      const failing = store.change(async (change) => {
        const envelope = buildEnvelope();
        await keepLeads(change, [{ envelope, digest: bodyDigest(envelope) }], { secret: 's', now: noon });
        throw new Error('The disk is full.');
      });
      await expect(failing).rejects.toThrow('The disk is full.');
      expect(await messages(store)).toEqual([]);
    });

    it('tells a dozen webhooks of two hundred hot leads that came at once', async () => {
      const store = await open();
      for (let count = 0; count < 12; count++) await webhookTo(store, `https://crm.example/${count}`);
      await account(store, 'sales');
      const leads = Array.from({ length: 200 }, (_, at) =>
        buildEnvelope({ profile: { ...buildEnvelope().profile, email: `lead-${at}@shop.example` } }),
      );
      await keep(store, ...leads);
      expect(await messages(store)).toHaveLength(200 * (12 * 2 + 1));
    });
  });
});
