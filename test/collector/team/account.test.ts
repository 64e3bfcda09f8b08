import { describe, expect, it } from 'vitest';
import { routes } from '../../../collector/pages/routes.ts';
import { countTry } from '../../../collector/team/attempts.ts';
import { openSession } from '../../../collector/team/session.ts';
import { en } from '../../../collector/words/en/en.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { member, rightPassword } from './member.ts';

const next = 'a password that is new';

describe('one’s own account', () => {
  onEachStore((openStore) => {
    /** Somebody who is signed in twice. */
    async function twice() {
      const store = await openStore();
      const collector = await collectorOn(store);
      const account = await member(store, 'sales');
      const cookies = await Promise.all(
        [1, 2].map(async () => {
          const token = await store.change((change) => openSession(change, account.id, new Date()));
          return { cookie: `session=${token}` };
        }),
      );
      const [here, there] = cookies as [{ cookie: string }, { cookie: string }];
      const { anybody } = collector;
      const status = async (headers: { cookie: string }) => (await anybody.get('/account', headers)).status;
      const press = (fields: Record<string, string>) => anybody.post('/account', fields, here);
      const signIn = async (password: string) =>
        (await anybody.post('/sign-in', { email: account.email, password })).status;
      return { store, collector, account, here, there, status, press, signIn };
    }

    it('is changed: name, language, alerts', async () => {
      const { press, collector, here, store } = await twice();
      const done = await press({ do: 'details', name: 'Ada Rossi', language: 'it' });
      expect(done.headers.get('location')).toBe('/account?done=details');
      const page = await (await collector.anybody.get('/account?done=details', here)).text();
      expect(page).toContain('<html lang="it">');
      expect(page).toContain('value="Ada Rossi"');
      expect(page).toContain('<p>Salvato.</p>');
      expect(page).not.toMatch(/id="alerts"[^>]* checked/);
      await press({ do: 'details', name: 'Ada Rossi', language: 'it', alerts: 'yes' });
      expect(await (await collector.anybody.get('/account', here)).text()).toMatch(
        /id="alerts"[^>]* checked/,
      );
      // The language of the frame's button is the account's.
      await collector.anybody.post('/language', { language: 'en', to: '/account' }, here);
      const { language } = await store.read
        .selectFrom('accounts')
        .select('language')
        .executeTakeFirstOrThrow();
      expect(language).toBe('en');
    });

    it('stays as it is where something is wrong, which is said at the field', async () => {
      const { press, store } = await twice();
      const name = await press({ do: 'details', name: '', language: 'it' });
      expect(name.status).toBe(422);
      expect(await name.text()).toMatch(/id="name"[^>]*aria-describedby="name-error"/);
      const language = await press({ do: 'details', name: 'Eve', language: 'constructor' });
      expect(language.status).toBe(422);
      expect(await language.text()).toContain('value="Eve"');
      const kept = await store.read.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
      expect(kept).toMatchObject({ name: 'Ada', language: 'en', alerts: 1 });
    });

    it('has a new password: the other sessions end, and this one stays', async () => {
      const { press, here, there, status, signIn } = await twice();
      const done = await press({ do: 'password', oldPassword: rightPassword, newPassword: next });
      expect(done.headers.get('location')).toBe('/account?done=password');
      expect(await status(here)).toBe(200);
      expect(await status(there)).toBe(303);
      expect(await signIn(rightPassword)).toBe(422);
      expect(await signIn(next)).toBe(303);
    });

    it('keeps its password where the old one is wrong or the new one too short', async () => {
      const { press, there, status, signIn } = await twice();
      const wrong = await press({ do: 'password', oldPassword: 'not this one', newPassword: next });
      expect(wrong.status).toBe(422);
      const page = await wrong.text();
      expect(page).toMatch(/id="oldPassword"[^>]*aria-describedby="oldPassword-error"/);
      expect(page).not.toContain(next);
      const short = await press({ do: 'password', oldPassword: rightPassword, newPassword: 'short' });
      expect(short.status).toBe(422);
      expect(await short.text()).toContain('this one has 5');
      expect(await status(there)).toBe(200);
      expect(await signIn(rightPassword)).toBe(303);
    });

    it('is not a place to guess the password by who found the browser open', async () => {
      const { press, signIn, collector, here, account } = await twice();
      for (let wrong = 0; wrong < 9; wrong++)
        await countTry(collector.desk, { what: 'address', who: account.email });
      const guess = await press({ do: 'password', oldPassword: 'a guess', newPassword: next });
      expect(guess.status).toBe(422);
      const limited = await press({ do: 'password', oldPassword: rightPassword, newPassword: next });
      expect(limited.status).toBe(429);
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(800);
      expect(await signIn(rightPassword)).toBe(429);
      expect((await collector.anybody.get('/account', here)).status).toBe(200);
    });

    it('changes its password once where two tabs change it at the same moment', async () => {
      const { press, signIn } = await twice();
      const wishes = [next, `${next}er`].map((newPassword) =>
        press({ do: 'password', oldPassword: rightPassword, newPassword }),
      );
      const statuses = (await Promise.all(wishes)).map(({ status }) => status);
      expect([...statuses].sort()).toEqual([303, 422]);
      expect(await signIn(statuses[0] === 303 ? next : `${next}er`)).toBe(303);
    });

    it('is signed out everywhere by a button', async () => {
      const { press, here, there, status, collector } = await twice();
      const page = await (await collector.anybody.get('/account', here)).text();
      expect(page.match(/<tr><td>/g)).toHaveLength(2);
      expect(page.match(/\(here\)/g)).toHaveLength(1);
      const out = await press({ do: 'everywhere' });
      expect(out.headers.get('location')).toBe('/sign-in');
      expect([await status(here), await status(there)]).toEqual([303, 303]);
    });
  });
});

describe('the settings', () => {
  onEachStore((openStore) => {
    it('link to every page that a role may open, and to no other', async () => {
      const collector = await collectorOn(await openStore());
      for (const role of ['marketing', 'sales', 'admin'] as const) {
        const caller = await collector.as(role);
        const page = await (await caller.get('/settings')).text();
        const links = [...page.matchAll(/<li><a href="([^"]+)">/g)].map(([, href]) => href);
        const mine = routes
          .filter(
            ({ method, path, roles }) =>
              method === 'GET' && roles?.includes(role) && /^\/settings\/[\w-]+$/.test(path),
          )
          .map(({ path }) => path);
        expect(links.filter((href) => /^\/(settings\/|account)/.test(href!)).sort()).toEqual(
          ['/account', ...mine].sort(),
        );
        for (const href of mine) expect((await caller.get(href)).status, href).toBe(200);
      }
    });
  });

  it('have a name for every page there is', () => {
    const pages = routes
      .filter(({ method, path }) => method === 'GET' && /^\/settings\/[\w-]+$/.test(path))
      .map(({ path }) => path.replace('/settings/', ''));
    expect(Object.keys(en.team.settings.pages)).toEqual(expect.arrayContaining(pages));
  });
});
