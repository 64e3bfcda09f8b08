import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nameIn } from '../../../collector/rights/ask-to-confirm.ts';
import { erase } from '../../../collector/rights/erase.ts';
import { mayBeWrittenTo } from '../../../collector/rights/may-be-written-to.ts';
import { settingsOf } from '../../../collector/settings-of.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { undoChange } from '../../../collector/working/undo-change.ts';
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
  ticked,
} from './asking.ts';

const ada = 'ada@shop.example';

/** Sends a mail by SMTP, and gives it as it arrived. */
async function deliver(message: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]) {
  let raw = '';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.on('data', (chunk) => {
        raw += chunk;
      });
      stream.on('end', done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail(message);
  transport.close();
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body
    .join('\r\n\r\n')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return { head: head.replace(/\r\n[ \t]+/g, ' '), text };
}

describe('double opt-in', () => {
  onEachStore((open) => {
    it('asks who ticked the box to confirm it, by a mail in their language', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { source } = plain(ada);
      await ask(collector, ticked(ada, { source: { ...source, locale: 'it-IT' } }));
      await ask(collector, ticked('bob@shop.example', { source: { ...source, locale: 'en-GB' } }));
      await ask(collector, plain('eve@shop.example'));

      const [toAda, toBob, ...more] = await mails(store);
      expect(more).toEqual([]);
      expect(toAda).toMatchObject({ recipient: ada, subject: 'Conferma: Unisono può mandarti novità?' });
      expect(toBob).toMatchObject({ recipient: 'bob@shop.example' });
      expect(toBob!.subject).toMatch(/^Please confirm/);
      expect(await personOf(store, ada)).toMatchObject({ marketing: 'asked', marketing_at: noon });
      expect(mayBeWrittenTo(await personOf(store, ada))).toBe(false);
    });

    it('carries nothing of what was sent to an address that may be a stranger’s', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const bait = 'Win at bait.example';
      const { source, consents } = ticked(ada);
      await ask(
        collector,
        ticked(ada, {
          profile: { email: ada, name: bait, company: bait, message: bait },
          source: { ...source, page: 'https://bait.example/', title: bait },
          consents: consents.map((consent) => ({ ...consent, text: bait })),
        }),
      );
      const { body } = await store.read.selectFrom('messages').select('body').executeTakeFirstOrThrow();
      expect(body).not.toContain('bait');
    });

    it('confirms by the button, not by the link that a mail scanner follows', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { anybody, clock } = collector;
      await ask(collector, ticked(ada));
      const [mail] = await mails(store);

      const shown = await anybody.get(mail!.confirm);
      expect(shown.status).toBe(200);
      const page = await shown.text();
      expect(page).toContain('<form method="post"');
      expect(page, 'who may write then').toContain('that Unisono may');
      expect((await personOf(store, ada)).marketing).toBe('asked');

      later(clock, { hours: 1 });
      const confirmed = await anybody.post(mail!.confirm);
      expect(confirmed.status).toBe(200);
      expect(await confirmed.text()).toContain('Confirmed');
      const person = await personOf(store, ada);
      expect(person).toMatchObject({ marketing: 'confirmed', marketing_at: clock.now.toISOString() });
      expect(mayBeWrittenTo(person)).toBe(true);
      expect(await store.read.selectFrom('journal').selectAll().execute()).toMatchObject([
        { kind: 'marketing', account_id: null, at: clock.now.toISOString() },
      ]);
    });

    it('puts a confirmation down once, however often and however many at once press', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      const { confirm } = (await mails(store))[0]!;
      const answers = await Promise.all(Array.from({ length: 5 }, () => collector.anybody.post(confirm)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect(await store.read.selectFrom('journal').selectAll().execute()).toHaveLength(1);
    });

    it('asks once in a day, and again after it', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await Promise.all([ask(collector, ticked(ada)), ask(collector, ticked(ada.toUpperCase()))]);
      later(collector.clock, { hours: 23 });
      await ask(collector, ticked(ada));
      expect(await mails(store)).toHaveLength(1);
      later(collector.clock, { hours: 2 });
      await ask(collector, plain(ada));
      expect(await mails(store)).toHaveLength(1);
      await ask(collector, ticked(ada));
      const [first, second] = await mails(store);
      // Both lead to the same yes.
      expect((await collector.anybody.get(first!.confirm)).status).toBe(200);
      expect((await collector.anybody.post(second!.confirm)).status).toBe(200);
      await ask(collector, ticked(ada));
      expect(await mails(store)).toHaveLength(2);
      expect((await personOf(store, ada)).marketing).toBe('confirmed');
    });

    it('asks nobody who tries the form out or may be a program, and nobody where no mail can be sent', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada, { test: true }));
      await ask(collector, ticked('bob@shop.example', setAside));
      await ask(collector, plain('eve@shop.example'));
      await ask(collector, ticked('eve@shop.example', setAside));
      const without = await collectorWithMail(store, null);
      await ask(without, ticked('zoe@shop.example'));
      expect(await mails(store)).toEqual([]);
      expect((await personOf(store, 'zoe@shop.example')).marketing).toBe('asked');
      expect((await personOf(store, 'eve@shop.example')).marketing).toBe('none');
    });

    it('asks whose request was let in by a colleague only if that one ticked the box', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      await ask(collector, plain(ada, setAside));
      await ask(collector, ticked('bob@shop.example', setAside));
      later(collector.clock, { days: 40 });
      const marketing = await collector.as('marketing');
      const aside = store.read.selectFrom('requests').select('sequence').where('quarantine', '=', 1);
      for (const { sequence } of await aside.execute())
        expect((await marketing.post(`/set-aside/${sequence}/release`)).status).toBe(303);
      expect((await mails(store)).map(({ recipient }) => recipient)).toEqual([ada, 'bob@shop.example']);
    });

    it('has an end after 30 days', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      const { confirm } = (await mails(store))[0]!;
      later(collector.clock, { days: 29, hours: 23 });
      expect((await collector.anybody.get(confirm)).status).toBe(200);
      later(collector.clock, { hours: 1 });
      expect((await collector.anybody.get(confirm)).status).toBe(404);
      expect((await collector.anybody.post(confirm)).status).toBe(404);
      expect((await personOf(store, ada)).marketing).toBe('asked');
    });

    it('stops by one click of a mail program, which has no cookie and no origin', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      const { body } = await store.read.selectFrom('messages').select('body').executeTakeFirstOrThrow();
      const arrived = await deliver({ from: 'us@shop.example', to: ada, ...JSON.parse(body) });
      const confirm = /http:\S+\/confirm\/\S+/.exec(arrived.text)![0];
      expect((await fetch(confirm, { method: 'POST' })).status).toBe(200);
      expect((await personOf(store, ada)).marketing).toBe('confirmed');

      expect(arrived.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      const stop = /^List-Unsubscribe: <([^>]+)>/m.exec(arrived.head)![1]!;
      const answer = await fetch(stop, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
        redirect: 'manual',
      });
      expect(answer.status).toBe(200);
      expect(await personOf(store, ada)).toMatchObject({ marketing: 'withdrawn', marketing_at: noon });
    });

    it('shows a page before it stops, and stops once', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      const { stop } = (await mails(store))[0]!;
      expect((await collector.anybody.get(stop)).status).toBe(200);
      expect((await personOf(store, ada)).marketing).toBe('asked');
      for (let press = 0; press < 2; press++)
        // What a browser says of where it comes from, under a page that says no referrer.
        expect((await collector.anybody.post(stop, {}, { origin: 'null' })).status).toBe(200);
      expect(await store.read.selectFrom('journal').select('kind').execute()).toEqual([
        { kind: 'marketing' },
      ]);
    });

    it('does not sign up by an old mail who took their word back', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { anybody, clock } = collector;
      await ask(collector, ticked(ada));
      const [first] = await mails(store);
      later(clock, { hours: 1 });
      await anybody.post(first!.stop);
      // The mail that asked still waited: it is not sent any more.
      expect(await mails(store)).toEqual([]);
      expect((await anybody.post(first!.confirm)).status).toBe(404);
      expect((await personOf(store, ada)).marketing).toBe('withdrawn');

      // A new tick is a new word, asked about at once.
      later(clock, { hours: 1 });
      await ask(collector, ticked(ada));
      const [second] = await mails(store);
      expect((await anybody.post(first!.confirm)).status).toBe(404);
      expect((await anybody.post(second!.confirm)).status).toBe(200);
      expect((await personOf(store, ada)).marketing).toBe('confirmed');
      // The way out is the same in every mail.
      expect(second!.stop).toBe(first!.stop);
    });

    it('keeps the person’s own word from being taken back by the team’s undo', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      await collector.anybody.post((await mails(store))[0]!.stop);
      const { id, person_id } = await store.read
        .selectFrom('journal')
        .select(['id', 'person_id'])
        .executeTakeFirstOrThrow();
      const undone = await store.change((change) =>
        undoChange(change, {
          person: person_id,
          entry: id,
          by: { id: 1, role: 'admin' },
          now: new Date(noon),
        }),
      );
      expect(undone.status).toBe('not-undoable');
    });

    it('leaves a link of somebody erased leading nowhere', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { anybody, desk } = collector;
      await ask(collector, ticked(ada));
      const { confirm, stop } = (await mails(store))[0]!;
      await store.change((change) => erase(change, ada, { secret: desk.secret, now: new Date(noon) }));
      // Who asks anew is somebody new: the old links are not theirs.
      await ask(collector, ticked(ada));
      for (const link of [confirm, stop]) {
        expect((await anybody.get(link)).status).toBe(404);
        expect((await anybody.post(link)).status).toBe(404);
      }
      expect((await personOf(store, ada)).marketing).toBe('asked');
      expect(await mails(store)).toHaveLength(1);
    });

    it('answers every link that does not work alike, and lets none be made or turned to another use', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      const { anybody, clock, url } = collector;
      await ask(collector, ticked(ada));
      await ask(collector, ticked('bob@shop.example'));
      const [toAda, toBob] = await mails(store);
      const token = (path: string) => path.split('/')[2]!;
      const [facts, bobsSeal] = [
        token(toAda!.confirm).split('.').slice(0, 2),
        token(toBob!.confirm).split('.')[2],
      ];
      const made = [
        `/confirm/${token(toAda!.stop)}`,
        `/stop/${token(toAda!.confirm)}`,
        `/confirm/${[...facts, bobsSeal].join('.')}`,
        `/confirm/${token(toAda!.confirm).slice(0, -1)}`,
        '/confirm/1',
        '/stop/%00',
        `/stop/${'a'.repeat(5_000)}`,
      ];
      later(clock, { days: 31 });
      const ended = await (await anybody.get(toAda!.confirm)).text();
      const withoutPath = (html: string, path: string) => html.replaceAll(path, '');
      for (const path of made) {
        const answer = await anybody.post(path);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(await answer.text()).toContain('This link does not work any more');
      }
      const unknown = await (await fetch(`${url}/confirm/none`)).text();
      expect(withoutPath(ended, toAda!.confirm)).toBe(withoutPath(unknown, '/confirm/none'));
      expect((await persons(store)).map(({ marketing }) => marketing)).toEqual(['asked', 'asked']);
    });

    it('lets no token out by the log or the referrer', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      const { confirm, stop } = (await mails(store))[0]!;
      for (const link of [confirm, stop, '/confirm/none']) {
        const answer = await collector.anybody.get(link);
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
        expect(answer.headers.get('cache-control')).toBe('no-store');
        await collector.anybody.post(link);
      }
      const log = JSON.stringify(collector.logged);
      expect(log).toContain('/confirm/:token');
      expect(log).not.toContain(confirm.split('/')[2]);
      expect(log).not.toContain(stop.split('/')[2]);
    });

    it('may only be written to who confirmed, is nobody’s test and not anonymous', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      const person = await personOf(store, ada);
      for (const marketing of ['none', 'asked', 'withdrawn'] as const)
        expect(mayBeWrittenTo({ ...person, marketing })).toBe(false);
      expect(mayBeWrittenTo({ ...person, marketing: 'confirmed' })).toBe(true);
      expect(mayBeWrittenTo({ ...person, marketing: 'confirmed', test: 1 })).toBe(false);
      expect(mayBeWrittenTo({ ...person, marketing: 'confirmed', anonymous: 1 })).toBe(false);
    });

    it('does not confirm what the team has put down as taken back', async () => {
      const store = await open();
      const collector = await collectorWithMail(store);
      await ask(collector, ticked(ada));
      const { id } = await personOf(store, ada);
      await store.change((change) =>
        changePerson(change, {
          person: id,
          kind: 'marketing',
          by: 1,
          now: new Date(noon),
          to: () => ({ marketing: 'withdrawn', marketing_at: noon }),
        }),
      );
      const { confirm } = (await mails(store))[0]!;
      expect((await collector.anybody.post(confirm)).status).toBe(404);
      expect((await personOf(store, ada)).marketing).toBe('withdrawn');
    });
  });

  it('is not set up with mails whose links would lead nowhere', () => {
    const smtp = { UNISONO_SMTP: 'smtp://mail.example' };
    expect(() => settingsOf(smtp, '.')).toThrow(/UNISONO_SMTP needs UNISONO_URL/);
    const { settings } = settingsOf({ ...smtp, UNISONO_URL: 'https://leads.example' }, '.');
    expect(settings).toMatchObject({ smtp: 'smtp://mail.example', url: 'https://leads.example' });
  });
});

it.each([
  ['Roofs Ltd <leads@roofs.example>', 'Roofs Ltd'],
  ['"Tetti, Rossi & figli" <lead@tetti.example>', 'Tetti, Rossi & figli'],
  ['leads@roofs.example', 'roofs.example'],
  ['<leads@roofs.example>', 'roofs.example'],
])('a mail from %s is from %s', (from, name) => {
  expect(nameIn(from)).toBe(name);
});
