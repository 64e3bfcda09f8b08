import { describe, expect, it } from 'vitest';
import { openStore as openPlace } from '../../../collector/store/open-store.ts';
import type { Store } from '../../../collector/store/store.ts';
import { countTry } from '../../../collector/team/attempts.ts';
import { firstLink } from '../../../collector/team/first-link.ts';
import { newPasswordLink, usePasswordLink } from '../../../collector/team/password-link.ts';
import { type CollectorOnStore, collectorOn } from '../../support/collector-on-store.ts';
import { newDatabase, onEachStore } from '../../support/on-each-store.ts';
import { cookieIn, member, rightPassword } from './member.ts';

const day = 86_400_000;
const noon = Date.parse('2026-11-27T12:00:00Z');
const ada = { name: 'Ada', email: 'Ada@Team.example', password: rightPassword };

const pathOf = (link: string | null): string => new URL(link!).pathname;
const accounts = (store: Store) => store.read.selectFrom('accounts').selectAll().execute();
const linkFor = (store: Store, account: number | null, now = new Date()) =>
  store.change(async (change) => `/welcome/${await newPasswordLink(change, account, now)}`);

const signInAs = ({ anybody }: CollectorOnStore, email: string, password: string) =>
  anybody.post('/sign-in', { email, password });

describe('the first admin', () => {
  onEachStore((openStore) => {
    it('comes in by a link, once, and is signed in', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const path = pathOf(await firstLink(collector.desk));
      expect(await (await collector.anybody.get(path)).text()).toContain('You are the first admin');
      const response = await collector.anybody.post(path, ada, { 'accept-language': 'it' });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe('/sales');
      expect(await accounts(store)).toEqual([
        expect.objectContaining({ email: 'ada@team.example', name: 'Ada', role: 'admin', language: 'it' }),
      ]);
      const cookie = cookieIn(response);
      expect((await collector.anybody.get('/settings/team', { cookie })).status).toBe(200);

      expect((await collector.anybody.get(path)).status).toBe(404);
      expect((await collector.anybody.post(path, { ...ada, email: 'eve@team.example' })).status).toBe(404);
      expect(await accounts(store)).toHaveLength(1);
      expect(await firstLink(collector.desk)).toBeNull();
    });

    it('has the link of the latest start, and none once there is somebody', async () => {
      const store = await openStore();
      const { desk, anybody } = await collectorOn(store);
      const [older, newer] = [pathOf(await firstLink(desk)), pathOf(await firstLink(desk))];
      expect((await anybody.get(older)).status).toBe(404);
      expect((await anybody.post(older, ada)).status).toBe(404);
      expect((await anybody.get(newer)).status).toBe(200);
      await member(store, 'sales');
      expect((await anybody.get(newer)).status).toBe(404);
      expect((await anybody.post(newer, ada)).status).toBe(404);
      expect(await accounts(store)).toHaveLength(1);
    });

    it('is told at the field what to write, and loses neither words nor link', async () => {
      const store = await openStore();
      const { desk, anybody } = await collectorOn(store);
      const path = pathOf(await firstLink(desk));
      const wrong: [Record<string, string>, string][] = [
        [{ name: '' }, 'Write a name of at most 120 characters'],
        [{ name: 'x'.repeat(121) }, 'Write a name of at most 120 characters'],
        [{ email: 'nobody' }, 'Write an e-mail address'],
        [{ email: `${'x'.repeat(250)}@team.example` }, 'Write an e-mail address'],
        [{ password: 'eleven sign' }, 'at least 12 characters; this one has 11'],
        [{ password: 'x'.repeat(201) }, 'at most 200 characters'],
      ];
      for (const [changes, text] of wrong) {
        const response = await anybody.post(path, { ...ada, company: 'x', ...changes });
        const page = await response.text();
        const [field] = Object.keys(changes);
        expect(response.status, text).toBe(422);
        expect(page).toContain(text);
        expect(page).toMatch(new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-error"`));
        expect(page).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
        if (field !== 'email') expect(page).toContain('value="Ada@Team.example"');
        expect(page).not.toContain(`value="${rightPassword}"`);
      }
      for (const password of ['x'.repeat(12)])
        expect((await anybody.post(path, { ...ada, password })).status).toBe(303);
    });

    it('is one, also where the link is used twice at the same moment', async () => {
      const store = await openStore();
      const { desk, anybody } = await collectorOn(store);
      const path = pathOf(await firstLink(desk));
      const answers = await Promise.all(
        ['ada', 'bob', 'eve'].map((name) => anybody.post(path, { ...ada, email: `${name}@team.example` })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
      expect(await accounts(store)).toHaveLength(1);
    });
  });

  it('is one, also where several processes start at once and each prints a link', async () => {
    const place = await newDatabase();
    const stores = await Promise.all([openPlace(place), openPlace(place), openPlace(place)]);
    const collectors = await Promise.all(stores.map((store) => collectorOn(store)));
    const links = await Promise.all(collectors.map(({ desk }) => firstLink(desk)));
    // That of the latest start: those of the others are void.
    expect(await stores[0]!.read.selectFrom('links').selectAll().execute()).toHaveLength(1);
    const statuses = await Promise.all(
      links.map(async (link, index) => {
        const fields = { ...ada, email: `admin${index}@team.example` };
        return (await collectors[index]!.anybody.post(pathOf(link), fields)).status;
      }),
    );
    expect(statuses.sort()).toEqual([303, 404, 404]);
    expect(await accounts(stores[0]!)).toHaveLength(1);
    for (const store of stores) await store.close();
  });
});

describe('a link to choose a password', () => {
  onEachStore((openStore) => {
    it('works for seven days', async () => {
      const store = await openStore();
      let at = noon;
      const { anybody } = await collectorOn(store, {}, () => new Date(at));
      const { id } = await member(store, 'sales', { password_hash: null });
      const path = await linkFor(store, id, new Date(noon));
      at = noon + 7 * day - 1;
      expect((await anybody.get(path)).status).toBe(200);
      at = noon + 7 * day;
      const late = await anybody.get(path);
      expect(late.status).toBe(404);
      expect(await late.text()).toContain('has been used or is too old');
      expect((await anybody.post(path, { password: rightPassword })).status).toBe(404);
      // Nor where it was still good when the page was shown.
      const chosen = { passwordHash: 'x', name: '', email: '', language: 'en' };
      const token = path.replace('/welcome/', '');
      expect(await store.change((change) => usePasswordLink(change, token, chosen, new Date(at)))).toBeNull();
    });

    it('works once, and ends the sessions that were open before', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const before = await collector.as('marketing');
      const path = await linkFor(store, before.account);
      expect((await before.get('/account')).status).toBe(200);
      const response = await collector.anybody.post(path, { password: 'a password that is new' });
      expect(response.headers.get('location')).toBe('/marketing');
      expect((await before.get('/account')).status).toBe(303);
      expect((await collector.anybody.get('/account', { cookie: cookieIn(response) })).status).toBe(200);
      expect((await collector.anybody.post(path, { password: 'a password of the next' })).status).toBe(404);
    });

    it('replaces the password: the old one is wrong from then on', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const { id, email } = await member(store, 'sales');
      const path = await linkFor(store, id);
      await collector.anybody.post(path, { password: 'a password that is new' });
      expect((await signInAs(collector, email, rightPassword)).status).toBe(422);
      expect((await signInAs(collector, email, 'a password that is new')).status).toBe(303);
    });

    it('leaves name, address and role alone, whatever is sent along', async () => {
      const store = await openStore();
      const { anybody } = await collectorOn(store);
      const { id } = await member(store, 'sales');
      const path = await linkFor(store, id);
      await anybody.post(path, { ...ada, password: 'a password that is new', role: 'admin', name: 'Eve' });
      expect(await accounts(store)).toEqual([
        expect.objectContaining({ email: 'sales@team.example', name: 'Ada', role: 'sales' }),
      ]);
    });

    it('is void once there is a newer one, and once its account is shut out', async () => {
      const store = await openStore();
      const { anybody } = await collectorOn(store);
      const { id } = await member(store, 'sales');
      const [older, newer] = [await linkFor(store, id), await linkFor(store, id)];
      expect((await anybody.get(older)).status).toBe(404);
      expect((await anybody.get(newer)).status).toBe(200);
      await store.change((change) =>
        change
          .updateTable('accounts')
          .set({ disabled_at: new Date().toISOString() })
          .where('id', '=', id)
          .execute(),
      );
      expect((await anybody.get(newer)).status).toBe(404);
      expect((await anybody.post(newer, { password: 'a password that is new' })).status).toBe(404);
    });

    it('is none that was made up', async () => {
      const { anybody } = await collectorOn(await openStore());
      for (const path of ['/welcome/made-up', '/welcome/%00']) {
        expect((await anybody.get(path)).status).toBe(404);
        expect((await anybody.post(path, { password: 'a password that is new' })).status).toBe(404);
      }
    });

    it('lets somebody in who had to wait', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const { id, email } = await member(store, 'sales');
      for (let wrong = 0; wrong < 10; wrong++)
        await countTry(collector.desk, { what: 'address', who: email });
      expect((await signInAs(collector, email, rightPassword)).status).toBe(429);
      await collector.anybody.post(await linkFor(store, id), { password: 'a password that is new' });
      expect((await signInAs(collector, email, 'a password that is new')).status).toBe(303);
    });
  });
});
