import { describe, expect, it } from 'vitest';
import { openStore as openPlace } from '../../../collector/store/open-store.ts';
import type { Store } from '../../../collector/store/store.ts';
import type { Account } from '../../../collector/store/tables.ts';
import { changeAccount } from '../../../collector/team/change-account.ts';
import { openSession } from '../../../collector/team/session.ts';
import { type Caller, type CollectorOnStore, collectorOn } from '../../support/collector-on-store.ts';
import { newDatabase, onEachStore } from '../../support/on-each-store.ts';
import { cookieIn, member, rightPassword } from './member.ts';

const team = '/settings/team';
const bob = { do: 'invite', name: 'Bob', email: 'Bob@Team.example', role: 'sales' };
const now = new Date();

const accountOf = (store: Store, id: number): Promise<Account> =>
  store.read.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const linkIn = async (response: Response): Promise<string> =>
  new URL(/<input id="link" value="([^"]+)"/.exec(await response.text())![1]!).pathname;

/** The browser of somebody with a password. */
async function browserOf({ desk, anybody }: CollectorOnStore, { id }: Account): Promise<Caller> {
  const cookie = `session=${await desk.store.change((change) => openSession(change, id, now))}`;
  return {
    account: id,
    cookie,
    get: (path) => anybody.get(path, { cookie }),
    post: (path, fields) => anybody.post(path, fields, { cookie }),
  };
}

/** A collector with an admin who has a password. */
async function withAdmin(store: Store, smtp: string | null = null) {
  const collector = await collectorOn(store, { smtp });
  const account = await member(store, 'admin');
  return { collector, account, admin: await browserOf(collector, account) };
}

describe('inviting somebody', () => {
  onEachStore((openStore) => {
    it('shows a link once, with which they choose a password and come in', async () => {
      const store = await openStore();
      const { collector, admin } = await withAdmin(store);
      const shown = await admin.post(team, bob);
      expect(shown.status).toBe(200);
      const path = await linkIn(shown);
      expect(await (await admin.get(team)).text()).not.toContain('/welcome/');
      const { anybody } = collector;
      expect(await (await anybody.get(path)).text()).toContain('For Bob, bob@team.example');
      const response = await anybody.post(path, { password: 'a password of bob' });
      expect(response.headers.get('location')).toBe('/sales');
      const again = await anybody.post('/sign-in', { email: bob.email, password: 'a password of bob' });
      expect(again.status).toBe(303);
      expect((await anybody.get(team, { cookie: cookieIn(again) })).status).toBe(403);
      expect(JSON.stringify(collector.logged)).not.toContain(path.replace('/welcome/', ''));
    });

    it('mails the link too where mail is sent, in the language of the team', async () => {
      const store = await openStore();
      const { admin } = await withAdmin(store, 'smtp://mail.example');
      const shown = await admin.post(team, bob);
      const page = await shown.text();
      expect(page).toContain('It is also on its way to bob@team.example');
      const [message, ...others] = await store.read.selectFrom('messages').selectAll().execute();
      expect(others).toEqual([]);
      expect(message).toMatchObject({ recipient: 'bob@team.example', channel: 'mail', person_id: null });
      const { subject, text } = JSON.parse(message!.body);
      expect(subject).toBe('Your link to Unisono');
      expect(page).toContain(/http\S+/.exec(text)![0]);
    });

    it('mails nothing where no mail is sent', async () => {
      const store = await openStore();
      const { admin } = await withAdmin(store);
      expect(await (await admin.post(team, bob)).text()).not.toContain('on its way');
      expect(await store.read.selectFrom('messages').selectAll().execute()).toEqual([]);
    });

    it('says at the field what is wrong, keeps what was written, and invites nobody', async () => {
      const store = await openStore();
      const { admin } = await withAdmin(store);
      const wrong: [Record<string, string>, string][] = [
        [{ name: '' }, 'Write a name'],
        [{ email: 'bob' }, 'Write an e-mail address'],
        [{ email: 'bob@team.example, eve@evil.example' }, 'Write an e-mail address'],
        [{ email: 'ADMIN@team.example' }, 'Somebody of the team has this address already'],
        [{ role: 'owner' }, 'Choose marketing, sales or admin'],
        [{ role: 'constructor' }, 'Choose marketing, sales or admin'],
      ];
      for (const [changes, text] of wrong) {
        const response = await admin.post(team, { ...bob, ...changes });
        const page = await response.text();
        const [field] = Object.keys(changes);
        expect(response.status, text).toBe(422);
        expect(page).toContain(text);
        expect(page).toContain(`id="${field}-error"`);
        if (field !== 'name') expect(page).toContain('value="Bob"');
      }
      expect(await store.read.selectFrom('accounts').select('id').execute()).toHaveLength(1);
      expect(await store.read.selectFrom('links').selectAll().execute()).toEqual([]);
    });

    it('invites one where two admins invite the same person at once', async () => {
      const store = await openStore();
      const { admin } = await withAdmin(store);
      const answers = await Promise.all([
        admin.post(team, bob),
        admin.post(team, bob),
        admin.post(team, bob),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    });

    it('shows what somebody is called as text', async () => {
      const store = await openStore();
      const { admin } = await withAdmin(store);
      await admin.post(team, { ...bob, name: '<img src=x onerror="x">' });
      const page = await (await admin.get(team)).text();
      expect(page).not.toContain('<img');
      expect(page).toContain('&lt;img src=x');
    });
  });
});

describe('somebody of the team', () => {
  onEachStore((openStore) => {
    it('has another role from the next page on', async () => {
      const store = await openStore();
      const { collector, admin } = await withAdmin(store);
      const sales = await collector.as('sales');
      const done = await admin.post(team, { do: 'role', account: `${sales.account}`, role: 'admin' });
      expect(done.headers.get('location')).toBe(`${team}?done=role`);
      expect(await (await admin.get(`${team}?done=role`)).text()).toContain('The role is changed.');
      expect((await sales.get(team)).status).toBe(200);
      await admin.post(team, { do: 'role', account: `${sales.account}`, role: 'marketing' });
      expect((await sales.get(team)).status).toBe(403);
    });

    it('is shut out at once, in every browser, and stays so until they are let in again', async () => {
      const store = await openStore();
      const { collector, admin } = await withAdmin(store);
      const account = await member(store, 'sales');
      const browsers = [await browserOf(collector, account), await browserOf(collector, account)];
      await admin.post(team, { do: 'disable', account: `${account.id}` });
      for (const browser of browsers) expect((await browser.get('/account')).status).toBe(303);
      const signIn = () =>
        collector.anybody.post('/sign-in', { email: account.email, password: rightPassword });
      expect((await signIn()).status).toBe(422);
      await admin.post(team, { do: 'enable', account: `${account.id}` });
      // The old sessions do not come back with them.
      for (const browser of browsers) expect((await browser.get('/account')).status).toBe(303);
      expect((await signIn()).status).toBe(303);
    });

    it('gets a new link, unless they are shut out', async () => {
      const store = await openStore();
      const { collector, admin } = await withAdmin(store);
      const { id } = await member(store, 'sales');
      const path = await linkIn(await admin.post(team, { do: 'link', account: `${id}` }));
      await admin.post(team, { do: 'disable', account: `${id}` });
      const refused = await admin.post(team, { do: 'link', account: `${id}` });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('this person is shut out');
      await admin.post(team, { do: 'enable', account: `${id}` });
      expect((await collector.anybody.get(path)).status).toBe(404);
    });

    it('is nobody where there is none, and nothing is done that no button does', async () => {
      const store = await openStore();
      const { admin, account } = await withAdmin(store);
      for (const doing of ['role', 'disable', 'enable', 'link'])
        for (const id of ['', '0', '999', '-1', '1e3', '9'.repeat(15), '9'.repeat(30), "1' or 1=1"]) {
          const response = await admin.post(team, { do: doing, account: id, role: 'sales' });
          expect(response.status, `${doing} ${id}`).toBe(422);
          expect(await response.text()).toContain('no longer in the team');
        }
      for (const doing of ['', 'constructor', 'toString', '__proto__', 'delete']) {
        const response = await admin.post(team, { do: doing, account: `${account.id}` });
        expect(response.status, doing).toBe(422);
        expect(await response.text()).toContain('choose one of the buttons');
      }
      expect((await admin.get(`${team}?done=constructor`)).status).toBe(200);
    });
  });
});

describe('the last admin', () => {
  onEachStore((openStore) => {
    it('is neither demoted nor shut out, whoever else is there', async () => {
      const store = await openStore();
      const { collector, admin, account } = await withAdmin(store);
      await collector.as('sales');
      // One without a password cannot let anybody in, nor can one who is shut out.
      await collector.as('admin');
      await member(store, 'admin', { email: 'out@team.example', disabled_at: now.toISOString() });
      for (const wish of [{ do: 'role', role: 'sales' }, { do: 'disable' }]) {
        const response = await admin.post(team, { account: `${account.id}`, ...wish });
        expect(response.status).toBe(422);
        expect(await response.text()).toContain('nobody would be left who can let others in');
      }
      expect(await accountOf(store, account.id)).toMatchObject({ role: 'admin', disabled_at: null });
      const same = await admin.post(team, { do: 'role', role: 'admin', account: `${account.id}` });
      expect(same.status).toBe(303);
    });

    it('may go once there is another, and finds the page closed', async () => {
      const store = await openStore();
      const { collector, admin, account } = await withAdmin(store);
      const other = await member(store, 'admin', { email: 'other@team.example' });
      const left = await admin.post(team, { do: 'role', role: 'marketing', account: `${account.id}` });
      expect(left.headers.get('location')).toBe('/');
      expect((await admin.get(team)).status).toBe(403);
      const { post } = await browserOf(collector, other);
      expect((await post(team, { do: 'disable', account: `${other.id}` })).status).toBe(422);
    });

    it('is still there after two admins demoted each other, or themselves, at the same moment', async () => {
      const store = await openStore();
      const { collector } = await withAdmin(store);
      const people: Account[] = [];
      for (const name of ['a', 'b', 'c', 'd'])
        people.push(await member(store, 'admin', { email: `${name}@team.example` }));
      const browsers = await Promise.all(people.map((person) => browserOf(collector, person)));
      const wishes = browsers.flatMap((browser, index) =>
        people.map((person) => {
          const wish = index % 2 ? { do: 'disable' } : { do: 'role', role: 'sales' };
          return browser.post(team, { ...wish, account: `${person.id}` });
        }),
      );
      const answers = await Promise.all(wishes);
      for (const { status } of answers) expect([303, 403, 401, 422]).toContain(status);
      const admins = await store.read
        .selectFrom('accounts')
        .select('id')
        .where('role', '=', 'admin')
        .where('disabled_at', 'is', null)
        .execute();
      expect(admins.length).toBeGreaterThan(0);
    });
  });

  it('is still there after two processes made a change at the same moment', async () => {
    const place = await newDatabase();
    const [one, other] = await Promise.all([openPlace(place), openPlace(place)]);
    for (let round = 0; round < 10; round++) {
      const admins = [
        await member(one, 'admin', { email: `a${round}@team.example` }),
        await member(one, 'admin', { email: `b${round}@team.example` }),
      ] as const;
      await one.change((change) =>
        change
          .updateTable('accounts')
          .set({ role: 'sales' })
          .where(
            'id',
            'not in',
            admins.map(({ id }) => id),
          )
          .execute(),
      );
      const leave = (store: Store, { id }: Account) =>
        store.change((change) => changeAccount(change, { account: id, by: id, to: { role: 'sales' }, now }));
      const outcomes = await Promise.all([leave(one, admins[0]), leave(other, admins[1])]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'last-admin']);
    }
    await Promise.all([one.close(), other.close()]);
  });
});
