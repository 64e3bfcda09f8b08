import { describe, expect, it } from 'vitest';
import type { Store } from '../../../collector/store/store.ts';
import { destinationChanges } from '../../../collector/telling/change-destination.ts';
import type { EventName } from '../../../collector/telling/happening.ts';
import { it as italian } from '../../../collector/words/it/it.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keep, toldVendor, wantNews } from '../../support/told-vendor.ts';
import { brevoServer } from '../../support/vendors/brevo.ts';
import { hubspotServer } from '../../support/vendors/hubspot.ts';
import { mailchimpServer } from '../../support/vendors/mailchimp.ts';
import { pipedriveServer } from '../../support/vendors/pipedrive.ts';
import { slackServer } from '../../support/vendors/slack.ts';

const noon = new Date('2026-11-28T09:00:00Z');
const hour = 3_600_000;

const ask = (store: Store, profile: Parameters<typeof buildEnvelope>[0] = {}) =>
  keep(store, buildEnvelope(profile), noon);

describe('newsletter tools', () => {
  const key = '0123456789abcdef0123456789abcdef-us21';

  const tools = [
    {
      receiver: 'brevo' as const,
      settings: { key: 'xkeysib-0123456789abcdef' },
      serve: () => {
        const server = brevoServer({ key: 'xkeysib-0123456789abcdef' });
        const people = () =>
          server.contacts.map(({ email, emailBlacklisted }) => [email, emailBlacklisted ? 'off' : 'on']);
        return { ...server, people };
      },
    },
    {
      receiver: 'mailchimp' as const,
      settings: { key, list: 'a1b2c3d4e5' },
      serve: () => {
        const server = mailchimpServer({ key, list: 'a1b2c3d4e5' });
        const people = () =>
          server.members.map(({ email_address, status }) => [
            email_address,
            status === 'subscribed' ? 'on' : 'off',
          ]);
        return { ...server, people };
      },
    },
  ];

  describe.each(tools)('$receiver', ({ serve, ...tool }) => {
    onEachStore((open) => {
      it('hears of nobody who has not confirmed that they want news', async () => {
        const store = await open();
        const vendor = serve();
        const told = await toldVendor(store, { ...tool, events: ['lead.received', 'lead.stage'], vendor });
        const person = await ask(store);
        const ticks = () =>
          store.change((change) =>
            changePerson(change, {
              person: person.id,
              kind: 'marketing',
              by: null,
              now: noon,
              to: () => ({ marketing: 'asked' }),
            }),
          );
        await ticks();
        // Somebody else may have typed their address: whoever says no to that was never there to be taken off.
        await wantNews(store, person, 'withdrawn', noon);
        await ticks();
        expect(await told.messages()).toEqual([]);
        await wantNews(store, person, 'confirmed', noon);
        await ask(store);
        await expect.poll(told.messages).toHaveLength(1);
        // Who takes it back while a message waits is not told of by it.
        await wantNews(store, person, 'withdrawn', noon);
        told.start();
        await expect
          .poll(async () => (await told.messages()).map(({ event }) => event))
          .toEqual(['lead.marketing']);
        await expect.poll(told.first).toMatchObject({ status: 'sent' });
        expect(vendor.people()).toEqual([]);
      });

      it('is told to write no more, whatever else it is told, and once it is resumed if it is paused', async () => {
        const store = await open();
        const vendor = serve();
        const told = await toldVendor(store, { ...tool, events: ['lead.received'], vendor });
        const person = await ask(store);
        await wantNews(store, person, 'confirmed', noon);
        await ask(store);
        told.start();
        await expect.poll(vendor.people).toEqual([['ada@shop.example', 'on']]);
        await expect.poll(told.first).toMatchObject({ status: 'sent' });
        await store.change((change) => destinationChanges.pause(change, told.id));
        await wantNews(store, person, 'withdrawn', noon);
        await store.change((change) => destinationChanges.resume(change, told.id));
        await expect.poll(vendor.people).toEqual([['ada@shop.example', 'off']]);
      });
    });
  });

  onEachStore((open) => {
    it('asks by Mailchimp itself who once left there by a link in a mail', async () => {
      const store = await open();
      const vendor = mailchimpServer({ key, list: 'a1b2c3d4e5' });
      const told = await toldVendor(store, { ...tools[1]!, events: ['lead.marketing'], vendor });
      const person = await ask(store);
      await wantNews(store, person, 'confirmed', noon);
      told.start();
      await expect.poll(told.first).toMatchObject({ status: 'sent' });
      Object.assign(vendor.members[0]!, { status: 'unsubscribed', hasLeft: true });
      await wantNews(store, person, 'withdrawn', noon);
      await wantNews(store, person, 'confirmed', noon);
      await expect
        .poll(async () => (await told.messages()).map(({ status }) => status))
        .toEqual(['sent', 'sent', 'sent']);
      expect(vendor.members).toMatchObject([{ status: 'pending' }]);
    });
  });
});

describe('CRMs', () => {
  onEachStore((open) => {
    const token = 'pat-eu1-01234567-89ab-cdef';
    const toldHubspot = async (store: Store, events: readonly EventName[]) => {
      const vendor = hubspotServer({ token });
      const told = await toldVendor(store, { receiver: 'hubspot', settings: { token }, events, vendor });
      return { vendor, told };
    };

    it.each([
      [409, {}],
      [423, {}],
      [477, { 'retry-after': '3600' }],
    ])('waits where HubSpot says %i, since that goes over', async (status, headers) => {
      const store = await open();
      const { vendor, told } = await toldHubspot(store, ['lead.received']);
      await ask(store);
      told.meets('as usual', { status, headers, body: { status: 'error', message: 'Not now.' } });
      told.start();
      await expect
        .poll(told.first)
        .toMatchObject({ tries: 1, sending: 0, status: 'waiting', error: `status ${status} Not now.` });
      told.pass(hour);
      await expect.poll(told.first).toMatchObject({ status: 'sent' });
      expect(vendor.contacts).toHaveLength(1);
    });

    it('says at HubSpot how somebody stands when they are told, not how they stood', async () => {
      const store = await open();
      const { vendor, told } = await toldHubspot(store, ['lead.received', 'lead.stage']);
      const person = await ask(store);
      const stage = (to: 'opportunity' | 'customer') =>
        store.change((change) =>
          changePerson(change, {
            person: person.id,
            kind: 'stage',
            by: null,
            now: noon,
            to: () => ({ stage: to }),
          }),
        );
      await stage('opportunity');
      await stage('customer');
      told.start();
      await expect
        .poll(async () => (await told.messages()).map(({ status }) => status))
        .toEqual(['sent', 'sent', 'sent']);
      expect(vendor.contacts).toMatchObject([{ properties: { lifecyclestage: 'customer' } }]);
      const [first] = told.asked.filter(({ method }) => method === 'POST');
      expect(first!.json).toMatchObject({ properties: { lifecyclestage: 'customer' } });
    });

    it('leaves to Pipedrive what its team wrote of somebody, and adds a lead for each request', async () => {
      const store = await open();
      const settings = { company: 'harbour', token: '659c9fddb16335e48cc67114694b52074e812e03' };
      const vendor = pipedriveServer(settings);
      const emails = [{ value: 'Ada@Shop.example', primary: true, label: 'work' }];
      vendor.persons.push({ id: 5, name: 'Signora Rossi', emails, phones: [], custom_fields: {} });
      const told = await toldVendor(store, {
        receiver: 'pipedrive',
        settings,
        events: ['lead.received'],
        fields: { name: 'name', score: '0123456789abcdef0123456789abcdef01234567' },
        vendor,
      });
      await ask(store);
      await ask(store);
      told.start();
      await expect.poll(() => vendor.leads.length).toBe(2);
      expect(vendor.persons).toMatchObject([
        {
          name: 'Signora Rossi',
          custom_fields: { '0123456789abcdef0123456789abcdef01234567': expect.any(Number) },
        },
      ]);
      expect(new Set(vendor.leads.map(({ origin_id }) => origin_id)).size).toBe(2);
    });
  });
});

describe('a channel of Slack', () => {
  const url = 'https://hooks.slack.com/services/T0000/B0000/XXXXXXXXXXXXXXXXXXXXabcd';

  onEachStore((open) => {
    const toldSlack = async (store: Store) => {
      const vendor = slackServer({ url });
      const events = ['lead.received'] as const;
      return {
        vendor,
        told: await toldVendor(store, { receiver: 'slack', settings: { url }, events, vendor }),
      };
    };

    it('gets as text what somebody typed, however long, and neither links nor mentions', async () => {
      const store = await open();
      const { vendor, told } = await toldSlack(store);
      const company = `<!channel> <https://evil.example|Shop> ${'😀'.repeat(80)}`;
      await ask(store, {
        profile: { email: 'ada@shop.example', name: 'Ada', company, message: '😀'.repeat(1_900) },
      });
      told.start();
      await expect.poll(told.first).toMatchObject({ status: 'sent' });
      const [{ text, blocks }] = vendor.posted as [(typeof vendor.posted)[0]];
      expect(text).toContain('&lt;!channel&gt; &lt;https://evil.example|Shop&gt;');
      for (const block of blocks) {
        expect(block.text.text).not.toMatch(/\p{Cs}/u);
        if (block.text.type === 'mrkdwn') expect(block.text.text).toMatch(/^<http:[^<>|]+\|[\w ]+>$/);
      }
    });

    it('that was archived is paused, and says so', async () => {
      const store = await open();
      const { vendor, told } = await toldSlack(store);
      vendor.channel.isArchived = true;
      await ask(store);
      told.start();
      await expect.poll(told.first).toMatchObject({ status: 'failed', error: 'status 410' });
      const admin = await told.collector.as('admin');
      expect(await (await admin.get('/settings/destinations')).text()).toContain('gone for good (410)');
    });
  });
});

describe('a mailbox', () => {
  const to = 'agency@partner.example';

  onEachStore((open) => {
    const told = async (store: Store, smtp: string | undefined) =>
      toldVendor(store, {
        receiver: 'mail',
        settings: { to, language: 'it' },
        events: ['lead.received'],
        vendor: { isAt: () => false, answer: () => ({ status: 404 }) },
        ...(smtp && { smtp }),
      });

    it('gets a mail in its language, under one id for all tries, with nobody in its head but the recipient', async () => {
      const store = await open();
      const server = await startMailServer();
      const { first, start, pass, receipts } = await told(store, server.url);
      server.refusal = { code: 451, message: 'Later, please' };
      await ask(store, {
        profile: { email: 'ada@shop.example', name: 'Ada\r\nBcc: everybody@shop.example' },
      });
      start();
      await expect
        .poll(first)
        .toMatchObject({ tries: 1, sending: 0, status: 'waiting', error: 'mail-refused 451' });
      server.refusal = null;
      pass(hour);
      await expect.poll(first).toMatchObject({ status: 'sent' });
      const [mail] = server.received;
      expect(mail).toMatchObject({ recipients: [to] });
      expect(mail!.subject).toMatch(/^Nuovo lead: Ada Bcc: everybody@shop\.example/);
      expect(mail!.bcc).toBeUndefined();
      expect(mail!.text).toContain('ada@shop.example');
      expect(mail!.text).toContain(italian.destinations.openLead);
      expect(mail!.messageId).toMatch(/^<msg_[0-9a-f-]{36}@/);
      expect(await receipts()).toHaveLength(1);
    });

    it('that cannot be is given up, and waits untried while there is no mail server', async () => {
      const store = await open();
      const server = await startMailServer();
      const without = await told(store, undefined);
      await ask(store);
      without.start();
      await new Promise((resolve) => setTimeout(resolve, 80));
      expect(await without.first()).toMatchObject({ status: 'waiting', tries: 0 });

      const other = await open();
      server.refusal = { code: 550, message: `No such mailbox ${to}` };
      const refused = await told(other, server.url);
      await ask(other);
      refused.start();
      await expect.poll(refused.first).toMatchObject({ status: 'failed', error: 'recipient-refused 550' });
    });
  });
});
