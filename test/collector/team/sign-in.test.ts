import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStore as openPlace } from '../../../collector/store/open-store.ts';
import type { Store } from '../../../collector/store/store.ts';
import type { Account, Role } from '../../../collector/store/tables.ts';
import { countTry } from '../../../collector/team/attempts.ts';
import { changeAccount } from '../../../collector/team/change-account.ts';
import { newPasswordLink, usePasswordLink } from '../../../collector/team/password-link.ts';
import { closeSession } from '../../../collector/team/session.ts';
import { type CollectorOnStore, collectorOn } from '../../support/collector-on-store.ts';
import { newDatabase, onEachStore } from '../../support/on-each-store.ts';
import { cookieIn, deviceIn, member, rightPassword } from './member.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A clock that a test turns. */
function clock(): { now: () => Date; turn: (milliseconds: number) => void } {
  let at = Date.parse('2026-11-27T12:00:00Z');
  return {
    now: () => new Date(at),
    turn: (milliseconds) => {
      at += milliseconds;
    },
  };
}

const tryIn = (
  { anybody }: CollectorOnStore,
  email: string,
  password = rightPassword,
  headers: Record<string, string> = {},
): Promise<Response> => anybody.post('/sign-in', { email, password }, headers);

/** What a page says, as its reader sees it. */
const told = async (response: Response): Promise<string> =>
  /<main.*<\/main>/s.exec(await response.text())![0].replaceAll(/ value(="[^"]*")?/g, '');

describe('signing in', () => {
  onEachStore((openStore) => {
    it.each([
      ['sales', '/sales'],
      ['marketing', '/marketing'],
      ['admin', '/sales'],
    ] as const)('brings %s to their list, and there again from the first page', async (role, list) => {
      const store = await openStore();
      const collector = await collectorOn(store);
      await member(store, role);
      expect((await collector.anybody.get('/')).headers.get('location')).toBe('/sign-in');
      const response = await tryIn(collector, ` ${role.toUpperCase()}@Team.example `);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(list);
      const cookie = cookieIn(response);
      expect((await collector.anybody.get('/', { cookie })).headers.get('location')).toBe(list);
      expect((await collector.anybody.get('/account', { cookie })).status).toBe(200);
      expect((await collector.anybody.get('/sign-in', { cookie })).headers.get('location')).toBe(list);
    });

    it('leads back to what somebody wanted to see, and never elsewhere', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      await member(store, 'sales');
      const refused = await collector.anybody.get('/account?done=details');
      const asked = refused.headers.get('location')!;
      expect(asked).toBe('/sign-in?to=%2Faccount%3Fdone%3Ddetails');
      expect(await (await collector.anybody.get(asked)).text()).toContain('value="/account?done=details"');
      const goOn = async (to: string) => {
        const fields = { email: 'sales@team.example', password: rightPassword, to };
        return (await collector.anybody.post('/sign-in', fields)).headers.get('location');
      };
      expect(await goOn('/account?done=details')).toBe('/account?done=details');
      expect(await goOn('//evil.example')).toBe('/sales');
      expect(await goOn('/\\evil.example')).toBe('/sales');
      const page = await collector.anybody.get('/sign-in?to=%2F%2Fevil.example');
      expect(await page.text()).not.toContain('evil.example');
    });

    it('gives the browser a cookie that no script reads and no other site sends', async () => {
      const store = await openStore();
      await member(store, 'sales');
      const plain = await tryIn(await collectorOn(store), 'sales@team.example');
      expect(plain.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/),
        expect.stringMatching(
          /^device=[\w-]{43}\.[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/,
        ),
      ]);
      const secret = await collectorOn(store, { url: 'https://leads.example' });
      const secure = await tryIn(secret, 'sales@team.example', rightPassword, {
        origin: 'https://leads.example',
      });
      expect(secure.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^__Host-session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
        expect.stringMatching(
          /^__Host-device=[\w-]{43}\.[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
      ]);
    });

    it('begins a new session each time, and ends the one that the browser brought', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      await member(store, 'sales');
      const fixed = await tryIn(collector, 'sales@team.example', rightPassword, { cookie: 'session=fixed' });
      const first = cookieIn(fixed);
      expect(first).not.toBe('session=fixed');
      const second = cookieIn(await tryIn(collector, 'sales@team.example', rightPassword, { cookie: first }));
      expect(second).not.toBe(first);
      expect((await collector.anybody.get('/account', { cookie: first })).status).toBe(303);
      expect((await collector.anybody.get('/account', { cookie: second })).status).toBe(200);
      expect((await collector.anybody.get('/account', { cookie: 'session=fixed' })).status).toBe(303);
    });

    it('says the same of a wrong password, an unknown address, and one that may not come in', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      await member(store, 'sales');
      await member(store, 'sales', { email: 'invited@team.example', password_hash: null });
      await member(store, 'sales', { email: 'out@team.example', disabled_at: '2026-11-27T08:00:00.000Z' });
      const answers = [
        await tryIn(collector, 'sales@team.example', 'a wrong password'),
        await tryIn(collector, 'nobody@team.example'),
        await tryIn(collector, 'invited@team.example'),
        await tryIn(collector, 'out@team.example'),
        await tryIn(collector, 'no address at all'),
        await tryIn(collector, ''),
      ];
      const pages = await Promise.all(answers.map(told));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
      expect(new Set(pages).size).toBe(1);
      expect(pages[0]).toContain('do not go together');
      expect(answers.map(cookieIn).join('')).toBe('');
      expect(JSON.stringify(collector.logged)).not.toContain('team.example');
    });

    it('keeps the address that was written, as text, and never the password', async () => {
      const { anybody } = await collectorOn(await openStore());
      const fields = { email: '"><script>x</script>', password: 'a secret that is wrong' };
      const page = await (await anybody.post('/sign-in', fields)).text();
      expect(page).toContain('value="&quot;>&lt;script>');
      expect(page).not.toContain('a secret that is wrong');
    });

    it('replaces a hash that was cheap to guess', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const { scryptSync } = await import('node:crypto');
      const key = scryptSync(rightPassword, Buffer.alloc(16), 32, { N: 512 }).toString('base64url');
      const cheap = `scrypt$9$8$1$${Buffer.alloc(16).toString('base64url')}$${key}`;
      const { id } = await member(store, 'sales', { password_hash: cheap });
      expect((await tryIn(collector, 'sales@team.example')).status).toBe(303);
      const { password_hash } = await store.read
        .selectFrom('accounts')
        .select('password_hash')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(password_hash).not.toBe(cheap);
      expect((await tryIn(collector, 'sales@team.example')).status).toBe(303);
    });

    it('is filled in already in a demonstration, and nowhere else', async () => {
      const store = await openStore();
      const demo = { email: 'demo@team.example', password: 'demonstration only' };
      const shown = await (await (await collectorOn(store, { demo })).anybody.get('/sign-in')).text();
      expect(shown).toContain('value="demo@team.example"');
      expect(shown).toContain('value="demonstration only"');
      expect(shown).toContain('This is a demonstration');
      const real = await (await (await collectorOn(store)).anybody.get('/sign-in')).text();
      expect(real).not.toMatch(/demonstration|type="password"[^>]* value="[^"]/);
    });

    it('speaks the language that the browser asks for, and the one that was chosen', async () => {
      const store = await openStore();
      const { anybody } = await collectorOn(store);
      const italian = { 'accept-language': 'it-IT,it;q=0.9,en;q=0.8' };
      expect(await (await anybody.get('/sign-in', italian)).text()).toMatch(/<html lang="it">.*<h1>Accedi/s);
      const chosen = await anybody.post('/language', { language: 'en', to: '/sign-in' }, italian);
      expect(chosen.headers.get('location')).toBe('/sign-in');
      const cookie = chosen.headers.getSetCookie()[0]!.split(';')[0]!;
      expect(await (await anybody.get('/sign-in', { ...italian, cookie })).text()).toContain(
        '<html lang="en">',
      );
      for (const fields of [{ language: 'constructor' }, { language: '' }, {}]) {
        const none = await anybody.post('/language', fields as Record<string, string>);
        expect(none.headers.getSetCookie()).toEqual([]);
      }
      const evil = await anybody.post('/language', { language: 'it', to: '//evil.example' });
      expect(evil.headers.get('location')).toBe('/');
    });
  });
});

describe('a session', () => {
  onEachStore((openStore) => {
    it('lasts twelve hours from its last use, and no longer', async () => {
      const store = await openStore();
      const { now, turn } = clock();
      const collector = await collectorOn(store, {}, now);
      const sales = await collector.as('sales');
      const seen = async () =>
        (await store.read.selectFrom('sessions').select('seen_at').executeTakeFirstOrThrow()).seen_at;
      turn(11 * hour);
      expect((await sales.get('/account')).status).toBe(200);
      await expect.poll(seen).toBe(now().toISOString());
      turn(11 * hour);
      expect((await sales.get('/account')).status).toBe(200);
      await expect.poll(seen).toBe(now().toISOString());
      turn(12 * hour);
      expect((await sales.get('/account')).status).toBe(303);
    });

    it('ends after a week, however often it is used', async () => {
      const store = await openStore();
      const { now, turn } = clock();
      const collector = await collectorOn(store, {}, now);
      const sales = await collector.as('sales');
      for (let used = 0; used < 7 * 24 - 6; used += 6) {
        turn(6 * hour);
        expect((await sales.get('/account')).status, `hour ${used}`).toBe(200);
        const at = now().toISOString();
        await expect
          .poll(
            async () =>
              (await store.read.selectFrom('sessions').select('seen_at').executeTakeFirst())?.seen_at,
          )
          .toBe(at);
      }
      turn(6 * hour);
      expect((await sales.get('/account')).status).toBe(303);
    });

    it('ends with signing out, and with whatever ends it elsewhere', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const [one, other] = [await collector.as('sales'), await collector.as('sales')];
      const out = await one.post('/sign-out');
      expect(out.headers.get('location')).toBe('/sign-in');
      expect(out.headers.getSetCookie()[0]).toMatch(/^session=; Max-Age=0/);
      expect((await one.get('/account')).status).toBe(303);
      expect((await other.get('/account')).status).toBe(200);
      await store.change((change) => closeSession(change, other.cookie.replace('session=', '')));
      expect((await other.get('/account')).status).toBe(303);
      // Pressed once more, in a tab that was left open.
      expect((await one.post('/sign-out')).status).toBe(303);
    });

    it('is nobody’s as soon as its account is shut out', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const sales = await collector.as('sales');
      await store.change((change) =>
        change
          .updateTable('accounts')
          .set({ disabled_at: new Date().toISOString() })
          .where('id', '=', sales.account)
          .execute(),
      );
      expect((await sales.get('/account')).status).toBe(303);
    });

    it('is kept as a hash from which nobody signs in', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const { cookie } = await collector.as('admin');
      const { token_hash } = await store.read.selectFrom('sessions').selectAll().executeTakeFirstOrThrow();
      expect(cookie).not.toContain(token_hash);
      expect((await collector.anybody.get('/account', { cookie: `session=${token_hash}` })).status).toBe(303);
    });
  });
});

describe('guessing at passwords', () => {
  onEachStore((openStore) => {
    it('ends for an address after ten, also for the right one, and begins anew after a quarter of an hour', async () => {
      const store = await openStore();
      const { now, turn } = clock();
      const collector = await collectorOn(store, {}, now);
      await member(store, 'sales');
      await member(store, 'admin');
      for (let wrong = 0; wrong < 10; wrong++) {
        expect((await tryIn(collector, 'sales@team.example', `guess ${wrong}`)).status).toBe(422);
        turn(1_000);
      }
      const limited = await tryIn(collector, 'Sales@Team.example');
      expect(limited.status).toBe(429);
      expect(limited.headers.get('retry-after')).toBe('890');
      expect(cookieIn(limited)).toBe('');
      expect(await told(limited)).toContain('closed for 15 minutes');
      // Asking does not put it off.
      turn(889_000);
      expect((await tryIn(collector, 'sales@team.example')).headers.get('retry-after')).toBe('1');
      expect((await tryIn(collector, 'admin@team.example')).status).toBe(303);
      turn(1_000);
      expect((await tryIn(collector, 'sales@team.example')).status).toBe(303);
    });

    it('keeps nobody out of a browser in which they have signed in before', async () => {
      const store = await openStore();
      const { now, turn } = clock();
      const collector = await collectorOn(store, {}, now);
      await member(store, 'sales');
      await member(store, 'admin');
      const tryAs = (role: Role, cookie: string, password = rightPassword) =>
        tryIn(collector, `${role}@team.example`, password, { cookie });
      const desk = deviceIn(await tryAs('sales', ''));
      const other = deviceIn(await tryAs('admin', ''));
      for (let wrong = 0; wrong < 10; wrong++) await tryAs('sales', '', 'a guess');

      expect((await tryAs('sales', '')).status, 'anywhere else').toBe(429);
      expect((await tryAs('sales', other)).status, 'the browser of somebody else').toBe(429);
      const forged = `${desk.slice(0, -2)}${desk.endsWith('AA') ? 'BB' : 'AA'}`;
      expect((await tryAs('sales', forged)).status, 'a seal that is not ours').toBe(429);
      const again = await tryAs('sales', desk);
      expect(again.status, 'their own').toBe(303);
      expect(deviceIn(again), 'stays the same').toBe(desk);
      expect((await tryAs('sales', '')).status, 'which lets nobody in elsewhere').toBe(429);

      // Whoever has their browser may not guess without end either.
      for (let wrong = 0; wrong < 10; wrong++)
        expect((await tryAs('sales', desk, `guess ${wrong}`)).status).toBe(422);
      expect((await tryAs('sales', desk)).status).toBe(429);
      turn(15 * minute);
      expect((await tryAs('sales', desk)).status).toBe(303);
    });

    it('says of an unknown address just the same', async () => {
      const store = await openStore();
      const { now } = clock();
      const collector = await collectorOn(store, {}, now);
      await member(store, 'sales');
      const pages: string[] = [];
      for (const email of ['sales@team.example', 'nobody@team.example']) {
        for (let wrong = 0; wrong < 10; wrong++)
          await countTry(collector.desk, { what: 'address', who: email });
        const response = await tryIn(collector, email);
        expect(response.status).toBe(429);
        pages.push(`${response.headers.get('retry-after')} ${await told(response)}`);
      }
      expect(pages[0]).toBe(pages[1]);
    });

    it('counts anew for an address after a right password', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      await member(store, 'sales');
      for (const round of [1, 2]) {
        for (let wrong = 0; wrong < 9; wrong++)
          await countTry(collector.desk, { what: 'address', who: 'sales@team.example' });
        expect((await tryIn(collector, 'sales@team.example')).status, `round ${round}`).toBe(303);
      }
      const left = await store.read.selectFrom('attempts').selectAll().execute();
      expect(left.map(({ count }) => count)).toEqual([0]);
    });

    it('ends for a sender after fifty, whomever they guess at, and a right one gives them no more', async () => {
      const store = await openStore();
      const { now, turn } = clock();
      const collector = await collectorOn(store, { isBehindProxy: true }, now);
      await member(store, 'sales');
      const from = (sender: string, email: string) =>
        tryIn(collector, email, rightPassword, { 'x-forwarded-for': `10.0.0.1, ${sender}` });
      for (let wrong = 0; wrong < 49; wrong++)
        await countTry(collector.desk, { what: 'sender', who: '192.0.2.7' });
      expect((await from('192.0.2.7', 'sales@team.example')).status).toBe(303);
      expect((await from('192.0.2.7', 'nobody@team.example')).status).toBe(422);
      expect((await from('192.0.2.7', 'sales@team.example')).status).toBe(429);
      expect((await from('192.0.2.8', 'sales@team.example')).status).toBe(303);
      turn(15 * minute);
      expect((await from('192.0.2.7', 'sales@team.example')).status).toBe(303);
    });

    it('counts tries that are sent at once', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      await member(store, 'sales');
      const tried = { what: 'address', who: 'sales@team.example' } as const;
      const waits = await Promise.all(Array.from({ length: 40 }, () => countTry(collector.desk, tried)));
      expect(waits.filter((seconds) => seconds === 0)).toHaveLength(10);
    });

    it('leaves no address behind in the database', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      await tryIn(collector, 'somebody@team.example', 'a wrong password');
      const rows = await store.read.selectFrom('attempts').selectAll().execute();
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toMatch(/somebody|127\.0\.0\.1/);
    });
  });

  it('is counted over all processes that share a PostgreSQL', async () => {
    const place = await newDatabase();
    const stores = await Promise.all([openPlace(place), openPlace(place), openPlace(place)]);
    const collectors = await Promise.all(stores.map((store) => collectorOn(store)));
    await member(stores[0]!, 'sales');
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        tryIn(collectors[index % 3]!, 'sales@team.example', 'a wrong password'),
      ),
    );
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(10);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(20);
    for (const collector of collectors)
      expect((await tryIn(collector, 'sales@team.example')).status).toBe(429);
    for (const store of stores) await store.close();
  });
});

describe('two things at the same moment', () => {
  onEachStore((openStore) => {
    /** What came of signing in while somebody else did something about the account. */
    async function meanwhile(store: Store, account: Account, work: () => Promise<unknown>) {
      const collector = await collectorOn(store);
      const [signedIn] = await Promise.all([tryIn(collector, account.email), work()]);
      const cookie = cookieIn(signedIn);
      return { collector, cookie };
    }

    it('end the session of a password that was replaced while it was looked at', async () => {
      const store = await openStore();
      const account = await member(store, 'sales');
      const token = await store.change((change) => newPasswordLink(change, account.id, new Date()));
      const passwordHash = account.password_hash!.replace(/.{4}$/, 'AAAA');
      // Right in the middle of the quarter of a second that a look at a password takes.
      const { collector, cookie } = await meanwhile(store, account, async () => {
        await sleep(50);
        await store.change((change) =>
          usePasswordLink(change, token, { passwordHash, name: '', email: '', language: 'en' }, new Date()),
        );
      });
      expect((await collector.anybody.get('/account', { cookie })).status).toBe(303);
      expect(await store.read.selectFrom('sessions').selectAll().execute()).toEqual([]);
    });

    it('leave no session to somebody who was shut out and let in again meanwhile', async () => {
      const store = await openStore();
      const admin = await member(store, 'admin');
      const account = await member(store, 'sales');
      const shut = (disabled: boolean) =>
        store.change((change) =>
          changeAccount(change, { account: account.id, by: admin.id, to: { disabled }, now: new Date() }),
        );
      const { collector, cookie } = await meanwhile(store, account, async () => {
        await sleep(50);
        await shut(true);
      });
      await shut(false);
      expect((await collector.anybody.get('/account', { cookie })).status).toBe(303);
    });
  });
});
