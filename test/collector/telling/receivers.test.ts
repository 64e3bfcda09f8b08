import { describe, expect, it } from 'vitest';
import { erase } from '../../../collector/rights/erase.ts';
import type { Store } from '../../../collector/store/store.ts';
import type { Person, ReceiverName } from '../../../collector/store/tables.ts';
import { setDestination } from '../../../collector/telling/change-destination.ts';
import type { EventName } from '../../../collector/telling/happening.ts';
import { en } from '../../../collector/words/en/en.ts';
import type { Envelope } from '../../../src/schema.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keep, secret, toldVendor, wantNews } from '../../support/told-vendor.ts';
import { brevoServer } from '../../support/vendors/brevo.ts';
import { hubspotServer } from '../../support/vendors/hubspot.ts';
import { mailchimpServer } from '../../support/vendors/mailchimp.ts';
import { pipedriveServer } from '../../support/vendors/pipedrive.ts';
import { slackServer } from '../../support/vendors/slack.ts';
import type { Vendor } from '../../support/vendors/vendor.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const noon = new Date('2026-11-28T09:00:00Z');

/** How one kind of receiver is set up, and what is there after it was told. */
interface Kind {
  receiver: ReceiverName;
  settings: Record<string, string>;
  /** The name of the setting that nobody else may see. */
  key: string;
  /** Looks right and is another one. */
  otherKey: string;
  fields?: Record<string, string>;
  event: EventName;
  serve(): Vendor & { kept(): unknown[] };
  /** What it has after Ada's lead. */
  kept: unknown;
  theirId: string;
  /** What an answer that refuses the key says; the status and the receiver's own words. */
  keyRefused: RegExp;
  /** What it calls the seconds for which it wants to be left alone. */
  pause: string;
  /** Why it takes nothing of `@refused.example`. */
  refused: RegExp;
  /** How often it is asked something for one new lead. */
  questions: number;
  /** How often an entry is there where an answer was lost. */
  afterLoss: number;
}

const ada: Envelope['profile'] = {
  email: 'ada@shop.example',
  firstName: 'Ada',
  lastName: 'Rossi',
  company: 'Rossi & figli',
  phone: '+39 02 1234567',
};

const hook = 'https://hooks.slack.com/services/T0000/B0000/XXXXXXXXXXXXXXXXXXXXabcd';
const mailchimpKey = '0123456789abcdef0123456789abcdef-us21';

const kinds: Kind[] = [
  {
    receiver: 'brevo',
    settings: { key: 'xkeysib-0123456789abcdef', lists: '3, 7' },
    key: 'key',
    otherKey: 'xkeysib-fedcba9876543210',
    event: 'lead.marketing',
    serve: () => {
      const server = brevoServer({ key: 'xkeysib-0123456789abcdef' });
      return { ...server, kept: () => server.contacts };
    },
    kept: {
      id: 40,
      email: 'ada@shop.example',
      attributes: { FIRSTNAME: 'Ada', LASTNAME: 'Rossi' },
      emailBlacklisted: false,
      listIds: [3, 7],
    },
    theirId: '40',
    keyRefused: /^key-refused 401 Key not found: …$/,
    pause: 'x-sib-ratelimit-reset',
    refused: /^refused 400 Invalid email address …$/,
    questions: 1,
    afterLoss: 1,
  },
  {
    receiver: 'mailchimp',
    settings: { key: mailchimpKey, list: 'a1b2c3d4e5' },
    key: 'key',
    otherKey: 'fedcba9876543210fedcba9876543210-us21',
    event: 'lead.marketing',
    serve: () => {
      const server = mailchimpServer({ key: mailchimpKey, list: 'a1b2c3d4e5' });
      return { ...server, kept: () => server.members };
    },
    kept: {
      id: '76d4164d081ebc17f5e1d3c57321544d',
      email_address: 'ada@shop.example',
      status: 'subscribed',
      merge_fields: { FNAME: 'Ada', LNAME: 'Rossi' },
    },
    theirId: '76d4164d081ebc17f5e1d3c57321544d',
    keyRefused: /^key-refused 401 API Key Invalid\. Your API key may be invalid/,
    pause: 'retry-after',
    refused: /^refused 400 Invalid Resource\. … looks fake or invalid/,
    questions: 1,
    afterLoss: 1,
  },
  {
    receiver: 'hubspot',
    settings: { token: 'pat-eu1-01234567-89ab-cdef' },
    key: 'token',
    otherKey: 'pat-eu1-fedcba98-7654-3210',
    event: 'lead.received',
    serve: () => {
      const server = hubspotServer({ token: 'pat-eu1-01234567-89ab-cdef' });
      return { ...server, kept: () => server.contacts };
    },
    kept: {
      id: '501',
      properties: {
        email: 'ada@shop.example',
        firstname: 'Ada',
        lastname: 'Rossi',
        company: 'Rossi & figli',
        phone: '+39 02 1234567',
        lifecyclestage: 'marketingqualifiedlead',
      },
    },
    theirId: '501',
    keyRefused: /^key-refused 401 Authentication credentials not found/,
    pause: 'retry-after',
    refused: /^refused 400 .*Email address … is invalid/,
    questions: 2,
    afterLoss: 1,
  },
  {
    receiver: 'pipedrive',
    settings: { company: 'harbour', token: '659c9fddb16335e48cc67114694b52074e812e03' },
    key: 'token',
    otherKey: '30e218e47025b4964176ccc84e53361bddf9c956',
    fields: { name: 'name', phone: 'phone', budget: '0123456789abcdef0123456789abcdef01234567' },
    event: 'lead.received',
    serve: () => {
      const server = pipedriveServer({
        company: 'harbour',
        token: '659c9fddb16335e48cc67114694b52074e812e03',
      });
      const kept = () =>
        server.persons.map((person) => ({
          ...person,
          leads: server.leads.filter(({ person_id }) => person_id === person.id),
        }));
      return { ...server, kept };
    },
    kept: {
      id: 71,
      name: 'Ada Rossi',
      emails: [{ value: 'ada@shop.example', primary: true, label: 'work' }],
      phones: [{ value: '+39 02 1234567', primary: true, label: 'work' }],
      custom_fields: { '0123456789abcdef0123456789abcdef01234567': '5k-20k' },
      leads: [
        {
          id: expect.any(String),
          title: 'Ada Rossi, Rossi & figli',
          person_id: 71,
          origin_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          value: null,
        },
      ],
    },
    theirId: '71',
    keyRefused: /^key-refused 401 unauthorized access$/,
    pause: 'x-ratelimit-reset',
    refused: /^refused 400 Validation failed: emails: … is not an email address$/,
    questions: 4,
    afterLoss: 1,
  },
  {
    receiver: 'slack',
    settings: { url: hook },
    key: 'url',
    otherKey: 'https://hooks.slack.com/services/T0000/B0000/YYYYYYYYYYYYYYYYYYYYefgh',
    event: 'lead.received',
    serve: () => {
      const server = slackServer({ url: hook });
      return { ...server, kept: () => server.posted };
    },
    kept: {
      text: 'New lead: Ada Rossi, Rossi &amp; figli',
      blocks: [
        {
          type: 'header',
          text: { type: 'plain_text', text: 'New lead: Ada Rossi, Rossi & figli', emoji: false },
        },
        {
          type: 'section',
          text: {
            type: 'plain_text',
            text: expect.stringMatching(
              /^E-mail: ada@shop\.example\nCompany: Rossi & figli\nPhone: \+39 02 1234567\n/,
            ),
            emoji: false,
          },
        },
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: expect.stringMatching(/^<http:.*\/people\/1\|Open in the collector>$/),
          },
        },
      ],
    },
    theirId: '',
    keyRefused: /^refused 404 no_service$/,
    pause: 'retry-after',
    refused: /^$/,
    questions: 1,
    afterLoss: 2,
  },
];

const to = (store: Store, kind: Kind, changes: Record<string, string> = {}) => {
  const vendor = kind.serve();
  return toldVendor(store, {
    ...kind,
    settings: { ...kind.settings, ...changes },
    events: [kind.event],
    vendor,
  }).then((told) => ({ ...told, kept: vendor.kept }));
};

/** Puts down that a receiver is to be told of somebody, as it happens there. */
async function happens(store: Store, { event }: Kind, profile: Envelope['profile'] = ada): Promise<Person> {
  const buying = { budget: '5k-20k', frequency: 'quarterly', timeframe: 'this-quarter' } as const;
  const person = await keep(store, buildEnvelope({ profile: { ...profile, buying } }), noon);
  if (event === 'lead.marketing') await wantNews(store, person, 'confirmed', noon);
  return person;
}

describe.each(kinds)('telling $receiver', (kind) => {
  const { name } = en.destinations.receivers[kind.receiver];

  onEachStore((open) => {
    it('puts a lead into what it reads, and gives a receipt', async () => {
      const store = await open();
      const told = await to(store, kind);
      const person = await happens(store, kind);
      told.start();
      await expect.poll(told.first).toMatchObject({ status: 'sent', error: '', body: '' });
      expect(told.kept()).toEqual([kind.kept]);
      expect(await told.receipts()).toEqual([
        {
          person_id: person.id,
          destination_id: told.id,
          first_at: told.now().toISOString(),
          last_at: told.now().toISOString(),
          their_id: kind.theirId,
        },
      ]);
      const admin = await told.collector.as('admin');
      const page = await (await admin.get(`/people/${person.id}`)).text();
      expect(page).toMatch(new RegExp(`Told to</h2><ul><li>${name}, accepted on <time`));
    });

    it('has nobody twice whichever answer was lost, unless it knows no ids', async () => {
      for (let lost = 1; lost <= kind.questions; lost++) {
        const store = await open();
        const told = await to(store, kind);
        await happens(store, kind);
        told.meets(...Array(lost - 1).fill('as usual'), 'lost');
        told.start();
        await expect
          .poll(told.first)
          .toMatchObject({ tries: 1, sending: 0, error: expect.stringMatching(/^unreachable/) });
        expect(told.asked).toHaveLength(lost);
        told.pass(10 * second);
        await expect.poll(told.first).toMatchObject({ tries: 2, status: 'sent' });
        expect(told.kept()).toEqual(Array(kind.afterLoss).fill(kind.kept));
      }
    });

    it('shows its key to nobody, neither when it refuses it nor afterwards', async () => {
      const store = await open();
      const told = await to(store, kind, { [kind.key]: kind.otherKey });
      const person = await happens(store, kind);
      told.start();
      await expect
        .poll(told.first)
        .toMatchObject({ error: expect.stringMatching(kind.keyRefused), sending: 0 });
      expect(told.kept()).toEqual([]);
      const admin = await told.collector.as('admin');
      const pages = ['/settings/destinations', `/settings/destinations/${told.id}`, '/settings/messages'];
      const said = await Promise.all(
        [...pages, `/people/${person.id}`, '/leads.csv'].map(async (path) => (await admin.get(path)).text()),
      );
      for (const text of [...said, JSON.stringify(told.collector.logged), (await told.first())!.error])
        expect(text).not.toContain(kind.otherKey.slice(0, -4).slice(-12));
      expect(said[0]).toContain(`…${kind.otherKey.slice(-4)}`);
      expect(said[1]).toContain(`It ends in …${kind.otherKey.slice(-4)}`);
    });

    it.runIf(kind.receiver !== 'slack')('goes by itself once the key is put right', async () => {
      const store = await open();
      const told = await to(store, kind, { [kind.key]: kind.otherKey });
      await happens(store, kind);
      told.start();
      await expect.poll(told.first).toMatchObject({ status: 'waiting', tries: 1, sending: 0 });
      const { fields, events } = await store.read
        .selectFrom('destinations')
        .selectAll()
        .executeTakeFirstOrThrow();
      await store.change((change) =>
        setDestination(change, told.id, {
          settings: kind.settings,
          events: events.split(' '),
          fields: JSON.parse(fields),
        }),
      );
      told.pass(10 * second);
      await expect.poll(told.first).toMatchObject({ status: 'sent' });
      expect(told.kept()).toHaveLength(1);
    });

    it('leaves it alone for as long as it asks, and tries again after what goes over', async () => {
      const store = await open();
      const told = await to(store, kind);
      await happens(store, kind);
      told.meets(
        { status: 429, headers: { [kind.pause]: '600' }, body: {} },
        { status: 503, body: 'Busy' },
        'silent',
      );
      told.start(2_000);
      await expect.poll(told.first).toMatchObject({ tries: 1, sending: 0, status: 'waiting' });
      const waiting = (await told.first())!;
      expect(waiting.error).toMatch(/^status 429/);
      expect(Date.parse(waiting.next_at) - told.now().getTime()).toBe(10 * minute);
      told.pass(10 * minute);
      await expect
        .poll(told.first)
        .toMatchObject({ tries: 2, sending: 0, error: expect.stringMatching(/^status 503/) });
      told.pass(hour);
      await expect.poll(told.first).toMatchObject({ tries: 3, sending: 0, error: 'too-slow' });
      told.pass(hour);
      await expect.poll(told.first).toMatchObject({ tries: 4, status: 'sent', error: '' });
      expect(told.kept()).toHaveLength(1);
    });

    it('takes no other answer for a receipt, such as the log-in page of a network', async () => {
      const store = await open();
      const told = await to(store, kind);
      await happens(store, kind);
      told.meets({ status: 200, body: '<!doctype html><title>Hotel network: log in</title>' });
      told.start();
      await expect
        .poll(told.first)
        .toMatchObject({ tries: 1, sending: 0, error: expect.stringMatching(/^no-receipt/) });
      expect(await told.receipts()).toEqual([]);
    });

    it.runIf(kind.receiver !== 'slack')(
      'says why something is refused for good, and of whom to nobody',
      async () => {
        const store = await open();
        const told = await to(store, kind);
        const person = await happens(store, kind, { ...ada, email: 'ada@refused.example' });
        told.start();
        await expect.poll(told.first).toMatchObject({ status: 'failed', tries: 1 });
        const { error } = (await told.first())!;
        expect(error).toMatch(kind.refused);
        expect(error).not.toContain('ada@');
        const admin = await told.collector.as('admin');
        const page = await (await admin.get(`/people/${person.id}`)).text();
        expect(page).toContain('The receiver refused it for good (400');
        const list = await (await admin.get('/settings/destinations')).text();
        expect(list).toContain('The receiver refused it for good (400');
      },
    );

    it('is not told of somebody who was erased while their message waited', async () => {
      const store = await open();
      const told = await to(store, kind);
      await happens(store, kind);
      expect(await told.messages()).toHaveLength(1);
      await store.change((change) => erase(change, ada.email, { secret, now: noon }));
      await happens(store, kind, { ...ada, email: 'bob@shop.example' });
      told.start();
      await expect.poll(told.messages).toMatchObject([{ status: 'sent' }]);
      expect(JSON.stringify([told.asked, told.kept()])).not.toContain('ada@shop.example');
    });

    it('answers a test in plain words, whether it takes it or not', async () => {
      const store = await open();
      const told = await to(store, kind);
      const admin = await told.collector.as('admin');
      const press = async () => {
        const { headers } = await admin.post(`/settings/destinations/${told.id}/test`);
        return (await admin.get(headers.get('location')!)).text();
      };
      expect(await press()).toContain(`${name} has accepted the test.`);
      expect(told.kept()).toHaveLength(1);
      expect(await told.receipts()).toEqual([]);
      told.meets({ status: 500, body: '' });
      expect(await press()).toContain(`${name} has not accepted the test. The receiver answered 500`);
    });
  });
});
