import { describe, expect, it } from 'vitest';
import { keepLeads } from '../../../collector/receiving/keep-leads.ts';
import { bodyDigest } from '../../../collector/receiving/received-lead.ts';
import type { Store } from '../../../collector/store/store.ts';
import { type QueuedMail, queueMail } from '../../../collector/telling/queue-mail.ts';
import { languages } from '../../../collector/words/words.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { defaultScoring, type Envelope } from '../../../src/schema.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { messengerOn } from '../../support/messenger-on.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const url = 'https://leads.shop.example';

const salesReads = (store: Store, language: string) =>
  store.change((change) =>
    change
      .insertInto('accounts')
      .values({
        email: 'sara@team.example',
        name: 'Sara',
        role: 'sales',
        password_hash: null,
        language,
        alerts: 1,
        created_at: new Date().toISOString(),
        disabled_at: null,
      })
      .execute(),
  );

const keep = (store: Store, profile: Partial<Envelope['profile']> = {}) => {
  const envelope = buildEnvelope({ profile: { ...buildEnvelope().profile, ...profile } });
  return store.change((change) =>
    keepLeads(change, [{ envelope, digest: bodyDigest(envelope) }], { secret: 'secret', now: new Date() }),
  );
};

const queue = (store: Store, changes: Partial<QueuedMail> = {}) =>
  store.change((change) =>
    queueMail(
      change,
      {
        recipient: 'ada@shop.example',
        event: 'opt-in',
        person: null,
        mail: { subject: 'Do you want our news?', text: 'Say so: https://shop.example/yes\n' },
        ...changes,
      },
      new Date(),
    ),
  );

const messages = (store: Store) => store.read.selectFrom('messages').selectAll().orderBy('id').execute();

describe('mail', () => {
  onEachStore((open) => {
    it('alerts sales of a hot lead: who, why, where, and how to have no more of it', async () => {
      const store = await open();
      const server = await startMailServer();
      await salesReads(store, 'en');
      await keep(store);
      await messengerOn(store, { settings: { smtp: server.url, url } });
      await expect.poll(() => server.received.length).toBe(1);
      const [mail] = server.received;
      const [person] = await store.read.selectFrom('persons').selectAll().execute();
      expect(mail).toMatchObject({
        recipients: ['sara@team.example'],
        from: { text: '"Unisono" <leads@unisono.example>' },
        to: { text: 'sara@team.example' },
        subject: 'Hot lead: Ada Rossi, Rossi & figli',
        html: false,
      });
      expect(mail!.text).toContain('Ada Rossi, Rossi & figli has asked, and is hot (score 85/100).');
      expect(mail!.text).toContain('  +20  Needs it within three months\n');
      expect(mail!.text).toContain(`\n${url}/people/${person!.id}\n`);
      expect(mail!.text).toContain(`\n${url}/account\n`);
      expect(mail!.text).not.toContain('Quanto costa');
      expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    });

    it('says of whom marketing hands over that it does, and calls nobody hot who is not', async () => {
      const store = await open();
      const server = await startMailServer();
      await keep(store, { email: 'bob@shop.example', name: 'Bob', buying: {} });
      const [{ id }] = (await store.read.selectFrom('persons').select('id').execute()) as [{ id: number }];
      await salesReads(store, 'en');
      await store.change((change) =>
        changePerson(change, {
          person: id,
          kind: 'handed-over',
          by: null,
          now: new Date(),
          to: () => ({ team: 'sales' }),
        }),
      );
      await messengerOn(store, { settings: { smtp: server.url, url } });
      await expect.poll(() => server.received.length).toBe(1);
      expect(server.received[0]!.subject).toMatch(/^Handed over to sales: Bob/);
      expect(server.received[0]!.text).toMatch(/^Marketing hands Bob.* over to you \(score \d+\/100\)\./);
    });

    it('alerts in the language of whoever reads it', async () => {
      const store = await open();
      const server = await startMailServer();
      await salesReads(store, 'it');
      await keep(store);
      await messengerOn(store, { settings: { smtp: server.url, url } });
      await expect.poll(() => server.received.length).toBe(1);
      expect(server.received[0]!.subject).toBe('Lead caldo: Ada Rossi, Rossi & figli');
      expect(server.received[0]!.text).toContain('  +20  Ne ha bisogno entro tre mesi\n');
    });

    it('has words in every language for each rule that leads are scored by', () => {
      for (const { request } of Object.values(languages))
        for (const { when } of defaultScoring.rules) expect(request.rules).toHaveProperty([when]);
    });

    it('lets nobody write into the head of a mail by what they are called', async () => {
      const store = await open();
      const server = await startMailServer();
      await salesReads(store, 'en');
      const name = 'Eve\r\nBcc: everybody@shop.example\r\n\r\nBuy now';
      await keep(store, { name });
      await queue(store, {
        mail: {
          subject: `Hello ${name}`,
          text: 'Hello',
          headers: { 'List-Unsubscribe': `<https://shop.example/>\r\nBcc: everybody@shop.example` },
        },
      });
      await messengerOn(store, { settings: { smtp: server.url, url } });
      await expect.poll(() => server.received.length).toBe(2);
      for (const { recipients, headers, bcc } of server.received) {
        expect(recipients).toHaveLength(1);
        expect(recipients[0]).toMatch(/^(ada@shop|sara@team)\.example$/);
        expect(headers.has('bcc')).toBe(false);
        expect(bcc).toBeUndefined();
      }
      const alert = server.received.find(({ subject }) => subject?.startsWith('Hot lead'));
      expect(alert!.subject).toBe('Hot lead: Eve Bcc: everybody@shop.example Buy now, Rossi & figli');
    });

    it.each([
      'ada@shop.example, everybody@shop.example',
      'Ada <ada@shop.example>, <everybody@shop.example>',
      'ada@shop.example\r\nRCPT TO:<everybody@shop.example>',
    ])('never takes one recipient for several (%j)', async (recipient) => {
      const store = await open();
      const server = await startMailServer();
      await queue(store, { recipient });
      const { logged } = await messengerOn(store, { settings: { smtp: server.url } });
      await expect.poll(() => logged.length).toBeGreaterThan(0);
      expect(JSON.stringify(logged)).not.toContain('@');
      expect(server.received.flatMap(({ recipients }) => recipients)).not.toContain('everybody@shop.example');
    });

    it('sends what other rooms put down as it is, with its headers', async () => {
      const store = await open();
      const server = await startMailServer();
      const headers = { 'List-Unsubscribe': '<https://leads.shop.example/way-out/abc>' };
      await queue(store, { mail: { subject: 'Novità', text: 'Perché no?\n', headers } });
      const { message_id } = (await messages(store))[0]!;
      await messengerOn(store, { settings: { smtp: server.url, url } });
      await expect.poll(() => server.received.length).toBe(1);
      const [mail] = server.received;
      expect(mail).toMatchObject({
        recipients: ['ada@shop.example'],
        subject: 'Novità',
        text: 'Perché no?\n',
        messageId: `<${message_id}@leads.shop.example>`,
      });
      expect(mail!.headers.get('list')).toMatchObject({
        unsubscribe: { url: 'https://leads.shop.example/way-out/abc' },
      });
      await expect.poll(() => messages(store)).toMatchObject([{ status: 'sent', body: '' }]);
    });

    it('sends no alert that nobody wants any more', async () => {
      const store = await open();
      const server = await startMailServer();
      await salesReads(store, 'en');
      await keep(store);
      await store.change((change) => change.updateTable('accounts').set({ alerts: 0 }).execute());
      const { logged } = await messengerOn(store, { settings: { smtp: server.url } });
      await expect.poll(() => logged.map(({ result }) => result)).toEqual(['unwanted']);
      expect(await messages(store)).toEqual([]);
      expect(server.received).toEqual([]);
    });

    it('says nothing of somebody who was made anonymous while their alert waited', async () => {
      const store = await open();
      const server = await startMailServer();
      await salesReads(store, 'en');
      await keep(store);
      await store.change((change) =>
        change.updateTable('persons').set({ anonymous: 1, name: '', email: '' }).execute(),
      );
      const { logged } = await messengerOn(store, { settings: { smtp: server.url } });
      await expect.poll(() => logged.map(({ result }) => result)).toEqual(['unwanted']);
      expect(server.received).toEqual([]);
    });

    it('sends no alert of who was answered meanwhile, nor one that is two days old', async () => {
      const store = await open();
      const server = await startMailServer();
      await salesReads(store, 'en');
      await keep(store, { email: 'answered@shop.example' });
      await keep(store, { email: 'old@shop.example' });
      const old = new Date(Date.now() - 49 * 3_600_000).toISOString();
      await store.change(async (change) => {
        const person = (email: string) =>
          change.selectFrom('persons').select('id').where('email', '=', email);
        await change
          .updateTable('persons')
          .set({ waiting_since: null })
          .where('email', '=', 'answered@shop.example')
          .execute();
        await change
          .updateTable('messages')
          .set({ created_at: old })
          .where('person_id', '=', person('old@shop.example'))
          .execute();
      });
      const { logged } = await messengerOn(store, { settings: { smtp: server.url } });
      await expect.poll(() => logged.map(({ result }) => result)).toEqual(['unwanted', 'unwanted']);
      expect(server.received).toEqual([]);
    });

    it('sends no alert of whom sales has given back meanwhile', async () => {
      const store = await open();
      const server = await startMailServer();
      await salesReads(store, 'en');
      await keep(store, { email: 'back@shop.example' });
      await store.change((change) => change.updateTable('persons').set({ team: 'marketing' }).execute());
      const { logged } = await messengerOn(store, { settings: { smtp: server.url } });
      await expect.poll(() => logged.map(({ result }) => result)).toEqual(['unwanted']);
      expect(server.received).toEqual([]);
    });

    it('alerts of a new hot request of somebody who has waited for days', async () => {
      const store = await open();
      const server = await startMailServer();
      const waiting_since = new Date(Date.now() - 9 * 86_400_000).toISOString();
      await keep(store);
      await store.change((change) => change.updateTable('persons').set({ waiting_since }).execute());
      await salesReads(store, 'en');
      await keep(store);
      await messengerOn(store, { settings: { smtp: server.url, url } });
      await expect.poll(() => server.received.length).toBe(1);
      expect(await store.read.selectFrom('persons').select('waiting_since').execute()).toEqual([
        { waiting_since },
      ]);
    });

    it('lets mails wait where no mail server is set, untried, and sends them once there is one', async () => {
      const store = await open();
      await queue(store);
      const first = await messengerOn(store, { settings: { smtp: null } });
      await new Promise((resolve) => setTimeout(resolve, 80));
      await first.stop();
      expect(await messages(store)).toMatchObject([{ status: 'waiting', tries: 0 }]);
      const server = await startMailServer();
      await messengerOn(store, { settings: { smtp: server.url } });
      await expect.poll(() => server.received.length).toBe(1);
    });

    it('does not go on about a recipient who cannot be', async () => {
      const store = await open();
      const server = await startMailServer();
      server.refusal = { code: 550, message: '<ada@shop.example>: no such user' };
      await queue(store);
      const { logged } = await messengerOn(store, { settings: { smtp: server.url } });
      await expect
        .poll(() => messages(store))
        .toMatchObject([{ status: 'failed', tries: 1, error: 'recipient-refused 550' }]);
      expect(JSON.stringify(logged)).not.toContain('ada@');
    });

    it('tries again where the mail server is busy or away', async () => {
      const store = await open();
      const server = await startMailServer();
      server.refusal = { code: 451, message: 'Try again later' };
      await queue(store);
      let now = new Date();
      await messengerOn(store, { settings: { smtp: server.url }, now: () => now });
      await expect
        .poll(() => messages(store))
        .toMatchObject([{ status: 'waiting', sending: 0, tries: 1, error: 'mail-refused 451' }]);
      server.refusal = null;
      now = new Date(now.getTime() + 60_000);
      await expect.poll(() => server.received.length).toBe(1);

      const other = await open();
      await queue(other);
      await messengerOn(other, { settings: { smtp: 'smtp://127.0.0.1:1' } });
      await expect
        .poll(() => messages(other))
        .toMatchObject([{ status: 'waiting', tries: 1, error: 'unreachable ESOCKET' }]);
    });

    it('gives several mails to the server at once, and each of them once', async () => {
      const store = await open();
      const server = await startMailServer();
      for (let count = 0; count < 20; count++) await queue(store, { recipient: `${count}@shop.example` });
      await messengerOn(store, { settings: { smtp: server.url } });
      await expect.poll(() => server.received.length).toBe(20);
      await expect
        .poll(async () => (await messages(store)).every(({ status }) => status === 'sent'))
        .toBe(true);
      expect(new Set(server.received.flatMap(({ recipients }) => recipients)).size).toBe(20);
    });
  });
});
