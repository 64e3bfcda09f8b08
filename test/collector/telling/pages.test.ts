import { describe, expect, it } from 'vitest';
import { tellingRoutes } from '../../../collector/pages/telling/routes.ts';
import type { Store } from '../../../collector/store/store.ts';
import { addDestination } from '../../../collector/telling/change-destination.ts';
import { claimMessage } from '../../../collector/telling/claim-message.ts';
import { newMessage, putDown } from '../../../collector/telling/new-message.ts';
import { type Caller, collectorOn } from '../../support/collector-on-store.ts';
import { testMessage, webhookTo } from '../../support/messenger-on.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const now = new Date('2026-11-27T12:00:00Z');

const text = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text();
const read = (caller: Caller, path: string): Promise<string> => text(caller.get(path));
const destinations = (store: Store) =>
  store.read.selectFrom('destinations').selectAll().orderBy('id').execute();
const messages = (store: Store) => store.read.selectFrom('messages').selectAll().orderBy('id').execute();

/** Puts a message down, and what has become of it. */
const put = (store: Store, changes: Partial<Awaited<ReturnType<typeof messages>>[number]> = {}) =>
  store.change(async (change) => {
    const { id } = await change
      .insertInto('messages')
      .values({
        ...newMessage(
          {
            channel: 'mail',
            destination_id: null,
            person_id: null,
            event: 'lead.hot',
            recipient: 'sara@team.example',
            body: JSON.stringify({ subject: 'Secret subject', text: 'Secret text' }),
          },
          now,
        ),
        ...changes,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });

describe('the pages of what is told', () => {
  onEachStore((open) => {
    it('are an admin’s alone', async () => {
      const store = await open();
      const { as, anybody } = await collectorOn(store);
      const { id } = await webhookTo(store, 'https://crm.example/');
      const before = await destinations(store);
      for (const role of ['marketing', 'sales'] as const) {
        const caller = await as(role);
        for (const { method, path } of tellingRoutes) {
          const address = path.replace(':id', String(id)).replace(':receiver', 'brevo');
          const answer = await (method === 'GET' ? caller.get(address) : caller.post(address));
          expect([role, path, answer.status]).toEqual([role, path, 403]);
          expect(await answer.text()).not.toContain('whsec_');
        }
      }
      for (const { method, path } of tellingRoutes) {
        const address = path.replace(':id', String(id)).replace(':receiver', 'brevo');
        const answer = await (method === 'GET' ? anybody.get(address) : anybody.post(address));
        expect([path, answer.status]).toEqual([path, method === 'GET' ? 303 : 401]);
      }
      expect(await destinations(store)).toEqual(before);
      expect(await messages(store)).toEqual([]);
    });

    it('add a webhook, which is then listed with its secret', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const answer = await admin.post('/settings/destinations/new/webhook', {
        'setting-url': 'https://crm.example/hooks?team=1',
        'event-lead.hot': 'on',
        'event-lead.won': 'on',
      });
      const [webhook] = await destinations(store);
      const address = `/settings/destinations/${webhook!.id}`;
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${address}?done=addedWebhook`]);
      expect(webhook).toMatchObject({
        receiver: 'webhook',
        settings: JSON.stringify({ url: 'https://crm.example/hooks?team=1' }),
        events: 'lead.hot lead.won',
        active: 1,
        secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      });
      const list = await read(admin, '/settings/destinations');
      expect(list).toContain('<dd>https://crm.example/hooks?team=1</dd>');
      expect(list).toContain('A lead is hot · A lead becomes a customer');
      expect(list).not.toContain(webhook!.secret);
      const page = await read(admin, `${address}?done=addedWebhook`);
      expect(page).toContain(webhook!.secret);
      expect(page).toContain('Added. Copy its secret to the receiver.');
    });

    it.each([
      ['crm.example/hook', 'This is not an address.'],
      ['http://crm.example/hook', 'The address has to start with https://'],
      ['ftp://localhost/hook', 'The address has to start with https://'],
      ['javascript:alert(1)', 'The address has to start with https://'],
      ['http://localhost.crm.example/', 'The address has to start with https://'],
      ['https://ada:secret@crm.example/', 'Leave name and password out of the address'],
      [`https://crm.example/${'x'.repeat(2_000)}`, 'The address is longer than 2,000 characters.'],
    ])('refuse an address that cannot be one, and keep what was entered (%s)', async (url, problem) => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const answer = await admin.post('/settings/destinations/new/webhook', {
        'setting-url': url,
        'event-lead.won': 'on',
      });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toMatch(/<p class="error" id="setting-url-error">[^<]/);
      expect(page).toContain(problem);
      expect(page).toMatch(
        /<input id="setting-url"[^>]* aria-describedby="setting-url-hint setting-url-error" aria-invalid="true"/,
      );
      expect(page).toContain(`value="${url}"`);
      expect(page).toMatch(/name="event-lead.won" checked/);
      expect(page).not.toMatch(/name="event-lead.hot" checked/);
      expect(await destinations(store)).toEqual([]);
    });

    it.each(['http://localhost:5678/hook', 'http://127.0.0.1/hook', 'http://[::1]:80/hook'])(
      'let data that stays on this machine go by plain http (%s)',
      async (url) => {
        const store = await open();
        const admin = await (await collectorOn(store)).as('admin');
        const fields = { 'setting-url': url, 'event-lead.won': 'on' };
        expect((await admin.post('/settings/destinations/new/webhook', fields)).status).toBe(303);
      },
    );

    it('ask for an address and an event where neither was given', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const answer = await admin.post('/settings/destinations/new/webhook');
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('<p class="error" id="setting-url-error">Fill this in.</p>');
      expect(page).toContain('<p id="events-error" class="error">Choose at least one event.</p>');
      expect(page).not.toContain(' checked');
    });

    it('pause, resume, renew the secret of, test and delete a webhook', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const { id, secret } = await webhookTo(store, 'https://crm.example/');
      const press = async (name: string) => {
        const answer = await admin.post(`/settings/destinations/${id}/${name}`);
        const address = name === 'delete' ? '/settings/destinations' : `/settings/destinations/${id}`;
        expect([answer.status, answer.headers.get('location')]).toEqual([303, `${address}?done=${name}`]);
        return read(admin, answer.headers.get('location')!);
      };
      expect(await press('pause')).toContain('Paused. New events are not kept for it');
      expect(await destinations(store)).toMatchObject([{ active: 0 }]);
      expect(await press('resume')).toContain('Active. Last answer: Nothing has been sent yet.');
      expect(await destinations(store)).toMatchObject([{ active: 1 }]);

      expect(await press('rotate')).toContain('the secret before this one signs as well');
      const [rotated] = await destinations(store);
      expect(rotated).toMatchObject({ old_secret: secret });
      expect(rotated!.secret).not.toBe(secret);

      await store.change((change) => putDown(change, [testMessage(id, now)]));
      expect(await read(admin, '/settings/destinations')).toContain('1 waiting, 0 failed');

      expect(await press('delete')).toContain('There is none yet.');
      expect(await destinations(store)).toEqual([]);
      expect(await messages(store)).toEqual([]);
    });

    it('say why a webhook is paused that nobody has paused', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      await webhookTo(store, 'https://crm.example/');
      await store.change((change) =>
        change.updateTable('destinations').set({ active: 0, gone_at: now.toISOString() }).execute(),
      );
      expect(await read(admin, '/settings/destinations')).toMatch(
        /Paused: on 27 Nov 2026.* its receiver answered that it is gone for good \(410\)/,
      );
    });

    it('say so where somebody else has deleted the webhook meanwhile', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      for (const id of ['7', 'x', '99999999999999999999']) {
        for (const name of ['test', 'pause', 'delete'])
          expect((await admin.post(`/settings/destinations/${id}/${name}`)).headers.get('location')).toBe(
            '/settings/destinations?done=missing',
          );
        for (const answer of [
          await admin.get(`/settings/destinations/${id}`),
          await admin.post(`/settings/destinations/${id}`),
          await admin.get('/settings/destinations/new/nonsense'),
        ])
          expect(answer.headers.get('location')).toBe('/settings/destinations?done=missing');
      }
      expect(await read(admin, '/settings/destinations?done=missing')).toMatch(
        /role="alert"><p>That destination is not there any more/,
      );
      expect(await messages(store)).toEqual([]);
    });

    it('show what became of each message, and not what it says', async () => {
      const store = await open();
      const admin = await (await collectorOn(store, { smtp: 'smtp://127.0.0.1:1' })).as('admin');
      await put(store, { tries: 3, error: 'unreachable ECONNREFUSED', person_id: 12 });
      await put(store, { status: 'failed', tries: 10, error: 'status 500', event: 'a-new-one' });
      const page = await read(admin, '/settings/messages');
      expect(page).toContain('<a href="/people/12">Lead 12</a>');
      expect(page).toContain('<td>3</td>');
      expect(page).toContain('<time datetime="2026-11-27T12:00:00.000Z">');
      expect(page).toContain('Cannot be reached (ECONNREFUSED)');
      expect(page).toContain('The receiver answered 500');
      expect(page).toContain('a-new-one');
      expect(page).not.toContain('Secret');
      expect(page).not.toContain('UNISONO_SMTP');
      expect(page).not.toMatch(/undefined|null|NaN/);
    });

    it('say that mails wait where no mail server is set, and that calls of a paused webhook do', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const { id } = await webhookTo(store, 'https://crm.example/');
      await put(store);
      await store.change((change) => putDown(change, [testMessage(id, now)]));
      await admin.post(`/settings/destinations/${id}/pause`);
      const page = await read(admin, '/settings/messages');
      expect(page).toContain('Set UNISONO_URL, and UNISONO_SMTP');
      expect(page).toContain('<td>Waiting: no mail server is set</td>');
      expect(page).toContain('<td>Waiting: the destination is paused</td>');
    });

    it('send what failed again, and what waits now, but nothing that is on its way or sent', async () => {
      const store = await open();
      const admin = await (await collectorOn(store, { smtp: 'smtp://mail.example' }, () => now)).as('admin');
      const later = '2026-11-28T12:00:00.000Z';
      const failed = await put(store, { status: 'failed', tries: 10, next_at: later });
      const waiting = await put(store, { tries: 4, next_at: later });
      const sent = await put(store, { status: 'sent', next_at: later });
      const page = await read(admin, '/settings/messages');
      expect(page.match(/Send again/g)).toHaveLength(1);
      expect(page.match(/Send now/g)).toHaveLength(1);

      for (const id of [failed, waiting]) {
        const answer = await admin.post(`/settings/messages/${id}/send`, { status: 'failed', before: '90' });
        expect(answer.headers.get('location')).toBe('/settings/messages?status=failed&before=90&done=sent');
      }
      const due = { status: 'waiting', tries: 0, next_at: now.toISOString() };
      expect(await messages(store)).toMatchObject([due, due, { status: 'sent', next_at: later }]);

      await claimMessage(store, null, now);
      for (const id of [failed, sent, 0]) {
        const answer = await admin.post(`/settings/messages/${id}/send`);
        expect(answer.headers.get('location')).toBe('/settings/messages?done=too-late');
      }
      expect(await messages(store)).toMatchObject([{ sending: 1, tries: 1 }, due, { status: 'sent' }]);
      expect(await read(admin, '/settings/messages?done=too-late')).toContain('<td>On its way</td>');
    });

    it('offer to send nothing for which there is no server, or whose webhook is paused', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const { id } = await webhookTo(store, 'https://crm.example/');
      await put(store, { status: 'failed' });
      await store.change((change) => putDown(change, [testMessage(id, now)]));
      expect((await read(admin, '/settings/messages')).match(/Send now|Send again/g)).toEqual(['Send now']);
      await admin.post(`/settings/destinations/${id}/pause`);
      expect((await read(admin, '/settings/messages')).match(/Send now|Send again/g)).toBeNull();
    });

    it('add no webhook for an address that is told already', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      await webhookTo(store, 'https://crm.example/');
      const answer = await admin.post('/settings/destinations/new/webhook', {
        'setting-url': 'https://crm.example/',
        'event-lead.won': 'on',
      });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('This is told already.');
      expect(await destinations(store)).toHaveLength(1);
    });

    it('show fifty at a time, newest first, and only what was asked for', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const ids: number[] = [];
      for (let count = 0; count < 120; count++)
        ids.unshift(await put(store, { status: count % 10 ? 'sent' : 'failed' }));
      const idsOn = (page: string): number[] =>
        [...page.matchAll(/id="message-(\d+)"/g)].map(([, id]) => Number(id));
      const seen: number[] = [];
      let path: string | undefined = '/settings/messages';
      let pages = 0;
      while (path) {
        const page: string = await read(admin, path);
        expect(idsOn(page).length).toBeLessThanOrEqual(50);
        seen.push(...idsOn(page));
        path = /<a href="([^"]+)">Older<\/a>/.exec(page)?.[1]?.replaceAll('&amp;', '&');
        pages++;
      }
      expect(pages).toBe(3);
      expect(seen).toEqual(ids);
      expect(idsOn(await read(admin, '/settings/messages?status=failed'))).toHaveLength(12);
      for (const query of [
        'status=nonsense',
        'before=nonsense',
        'before=-1',
        'done=nonsense',
        'done=__proto__',
      ])
        expect(idsOn(await read(admin, `/settings/messages?${query}`))).toHaveLength(50);
    });

    it('show what others wrote as text', async () => {
      const store = await open();
      const admin = await (await collectorOn(store)).as('admin');
      const markup = '"><script>alert(1)</script>';
      const url = `https://crm.example/${markup}`;
      const plan = { settings: { url }, events: [markup], fields: {} };
      const id = await store.change((change) => addDestination(change, 'webhook', plan, now));
      await put(store, { error: markup, recipient: markup, event: markup });
      const refused = await admin.post('/settings/destinations/new/webhook', { 'setting-url': markup });
      for (const page of [
        await read(admin, '/settings/destinations'),
        await read(admin, `/settings/destinations/${id}`),
        await read(admin, '/settings/messages'),
        await refused.text(),
      ]) {
        expect(page).not.toContain('<script>alert');
        expect(page).toContain('&lt;script>alert(1)&lt;/script>');
      }
    });

    it('speak Italian to whoever reads Italian', async () => {
      const store = await open();
      const admin = await (await collectorOn(store, { smtp: 'smtp://mail.example' })).as('admin');
      const { id } = await webhookTo(store, 'https://crm.example/');
      await store.change((change) => change.updateTable('accounts').set({ language: 'it' }).execute());
      await put(store, { status: 'failed', error: 'status 500' });
      await store.change((change) => putDown(change, [testMessage(id, now)]));
      const page = await read(admin, '/settings/destinations?done=missing');
      expect(page).toContain('<html lang="it">');
      expect(page).toContain('Quella destinazione non c’è più');
      expect(page).toContain('1 in attesa, 0 non riusciti');
      const list = await read(admin, '/settings/messages');
      expect(list).toContain('Il destinatario ha risposto 500');
      expect(list).toContain('Invia di nuovo');
      const refused = { 'setting-url': 'http://crm.example/' };
      expect(await text(admin.post('/settings/destinations/new/webhook', refused))).toContain(
        'L’indirizzo deve iniziare con https://',
      );
    });
  });
});
