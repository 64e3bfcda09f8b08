import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore as openPlace } from '../../../collector/store/open-store.ts';
import type { Store } from '../../../collector/store/store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { gateTo } from '../../support/gate.ts';
import { newDatabase, newFolder, onEachStore } from '../../support/on-each-store.ts';

/** What a browser says that it can read. */
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** A store that fails when it is told to, as a mistake of ours would. */
function breakable(store: Store): Store & { isBroken: boolean } {
  return {
    ...store,
    isBroken: false,
    change(work) {
      if (this.isBroken) throw new TypeError('ada@shop.example is not a function');
      return store.change(work);
    },
  };
}

describe('what a person reads when something is refused', () => {
  onEachStore((openStore) => {
    it('is a page, and JSON for what is no page', async () => {
      const collector = await collectorOn(await openStore());
      const sales = await collector.as('sales');
      const page = await sales.get('/settings/team', browser);
      expect(page.status).toBe(403);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(await page.text()).toMatch(/<h1>Not for your role<\/h1>.*<a href="\/sales">/s);

      const script = await sales.get('/settings/team', { accept: 'application/json' });
      expect(script.status).toBe(403);
      expect(await script.json()).toMatchObject({ error: { code: 'not-allowed' } });
      const api = await collector.anybody.get('/api/leads', browser);
      expect(api.status).toBe(401);
      expect(await api.json()).toMatchObject({ error: { code: 'not-signed-in' } });
      const nowhere = await sales.get('/api/nothing', browser);
      expect(nowhere.status).toBe(404);
      expect(await nowhere.json()).toMatchObject({ error: { code: 'not-found' } });
    });

    it('is in their language, and says that there is nothing at an address', async () => {
      const { anybody } = await collectorOn(await openStore());
      const page = await anybody.get('/nothing', { ...browser, 'accept-language': 'it' });
      expect(page.status).toBe(404);
      expect(await page.text()).toMatch(/<html lang="it">.*<h1>Qui non c’è nulla<\/h1>/s);
    });

    it('says that nothing was changed where a session ended while a form was filled in', async () => {
      const store = await openStore();
      const collector = await collectorOn(store);
      const sales = await collector.as('sales');
      await store.change((change) => change.deleteFrom('sessions').execute());
      const response = await sales.post(
        '/account',
        { do: 'details', name: 'Eve', language: 'it' },
        { referer: `${collector.url}/account?done=details` },
      );
      expect(response.status).toBe(401);
      const page = await response.text();
      expect(page).toContain('Your session has ended, so nothing was changed');
      expect(page).toContain('href="/sign-in?to=%2Faccount"');
      expect(page).not.toContain('Eve');
      const account = await store.read.selectFrom('accounts').select('name').executeTakeFirstOrThrow();
      expect(account.name).toBe('Sales Person');
      const elsewhere = await sales.post('/account', {}, { referer: 'https://evil.example//evil' });
      expect(await elsewhere.text()).toContain('href="/sign-in"');
    });

    it('says so where a form came from another page', async () => {
      const { anybody } = await collectorOn(await openStore());
      const page = await anybody.post('/sign-out', {}, { origin: 'https://evil.example' });
      expect(page.status).toBe(403);
      expect(await page.text()).toContain('This was not sent from one of our own pages');
    });

    it('is told of a form that is too large, whether it says how large it is or not', async () => {
      const collector = await collectorOn(await openStore());
      const sales = await collector.as('sales');
      const name = 'x'.repeat(1_000_001);
      const long = await sales.post('/account', { do: 'details', name, language: 'en' });
      expect(long.status).toBe(413);
      expect(await long.text()).toContain('larger than 1 MB');
      const silent = await fetch(`${collector.url}/account`, {
        method: 'POST',
        headers: {
          cookie: sales.cookie,
          origin: collector.url,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new Blob([`name=${name}`]).stream(),
        // @ts-expect-error: what Node's fetch wants of a stream
        duplex: 'half',
      });
      expect(silent.status).toBe(413);
    });

    it('is never a stack, nor is there anything personal in the log', async () => {
      const store = breakable(await openStore());
      const collector = await collectorOn(store);
      const sales = await collector.as('sales');
      store.isBroken = true;
      const fields = { do: 'details', name: 'Ada of shop.example', language: 'en' };
      const response = await sales.post('/account', fields);
      expect(response.status).toBe(500);
      const page = await response.text();
      expect(page).toContain('Something went wrong');
      expect(page).not.toMatch(/shop\.example|TypeError|\.tsx?|node_modules/);
      expect(page).toContain('href="/sales"');
      const line = collector.logged.find(({ event }) => event === 'failed');
      expect(line).toMatchObject({
        cause: 'TypeError',
        at: [
          expect.stringContaining('refusals.test.ts'),
          expect.anything(),
          expect.anything(),
          expect.anything(),
          expect.anything(),
        ],
      });
      expect(JSON.stringify(collector.logged)).not.toContain('shop.example');
    });

    it('takes any sign that somebody may write', async () => {
      const collector = await collectorOn(await openStore());
      const sales = await collector.as('sales');
      const name = 'Ada\0 \u{1F600} <b>"\'&\ud800';
      const done = await sales.post('/account', { do: 'details', name, language: 'en' });
      expect(done.status).toBe(303);
      expect(await (await sales.get('/account')).text()).toContain(
        'value="Ada\ufffd \u{1F600} &lt;b>&quot;\'&amp;\ufffd"',
      );
    });
  });
});

describe('while the database is away', () => {
  it('every page says so and when to come back, and all is well once it is there again: PostgreSQL', async () => {
    const place = await newDatabase();
    const gate = await gateTo(place.databaseUrl!);
    const store = await openPlace({ ...place, databaseUrl: gate.url });
    onTestFinished(() => store.close());
    const collector = await collectorOn(store);
    const sales = await collector.as('sales');
    await gate.shut();
    const answers = [
      await sales.get('/account', browser),
      await sales.post('/account', { do: 'details', name: 'Eve', language: 'it' }),
      await collector.anybody.post('/sign-in', { email: 'ada@team.example', password: 'x' }),
      await collector.anybody.get('/welcome/token', browser),
    ];
    for (const response of answers) {
      expect(response.status, response.url).toBe(503);
      expect(response.headers.get('retry-after')).toBe('30');
      expect(response.headers.get('content-security-policy')).toBeTruthy();
      expect(await response.text()).toContain('<h1>The database is away</h1>');
    }
    // What needs no database is there all the same.
    expect((await collector.anybody.get('/sign-in')).status).toBe(200);
    expect((await collector.anybody.get('/api/leads', { cookie: sales.cookie })).status).toBe(503);
    expect(JSON.stringify(collector.logged)).not.toMatch(/team\.example|Eve/);

    await gate.open();
    expect((await sales.get('/account', browser)).status).toBe(200);
    expect(await (await sales.get('/account')).text()).toContain('value="Sales Person"');
  });

  it('pages can be read, and a button says that it could not be pressed: libSQL, locked', async () => {
    const { folder } = await newFolder();
    const store = await openPlace({ folder });
    onTestFinished(() => store.close());
    const collector = await collectorOn(store);
    const sales = await collector.as('sales');
    const other = new Database(join(folder, 'leads.db'));
    other.exec('BEGIN IMMEDIATE');
    expect((await sales.get('/account')).status).toBe(200);
    const fields = { do: 'details', name: 'Eve', language: 'it' };
    const pressed = await sales.post('/account', fields);
    expect(pressed.status).toBe(503);
    expect(pressed.headers.get('retry-after')).toBe('30');
    expect(await pressed.text()).toContain('It may not have been done');
    other.exec('ROLLBACK');
    other.close();
    expect(await (await sales.get('/account')).text()).toContain('value="Sales Person"');
    expect((await sales.post('/account', fields)).status).toBe(303);
  });
});
