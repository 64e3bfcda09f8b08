import { describe, expect, it } from 'vitest';
import type { Store } from '../../../collector/store/store.ts';
import { en } from '../../../collector/words/en/en.ts';
import { type Caller, collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const noon = new Date('2026-11-27T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** The addresses on a page, from top to bottom. */
const addressesOn = async (caller: Caller, path: string): Promise<string[]> => {
  const page = await (await caller.get(path)).text();
  return [...page.matchAll(/href="mailto:([^"]+)"/g)].map(([, address]) => decodeURIComponent(address!));
};
const idOf = async (store: Store, email: string) =>
  (await store.read.selectFrom('persons').select('id').where('email', '=', email).executeTakeFirstOrThrow())
    .id;

describe('lists', () => {
  onEachStore((open) => {
    it('shows sales the hot ones, who has waited longest first, and for how long', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(150));
      await keepRequest(store, requestOf('second@a.example', 'hot'), later(20));
      await keepRequest(store, requestOf('first@a.example', 'hot'), noon);
      await keepRequest(store, requestOf('warm@a.example', 'warm'), noon);
      const sales = await as('sales');
      expect(await addressesOn(sales, '/sales')).toEqual(['first@a.example', 'second@a.example']);
      const page = await (await sales.get('/sales')).text();
      expect(page).toContain('2 people wait for an answer, the longest for 2 hr 30 min.');
      expect(await addressesOn(sales, '/marketing')).toEqual(['warm@a.example']);
    });

    it('listens for the news of the team whose list it is, and among all leads for everybody’s', async () => {
      const { as } = await collectorOn(await open());
      const admin = await as('admin');
      const listensFor = async (path: string) =>
        /<div id="news"[^>]*>/.exec(await (await admin.get(path)).text())![0];
      expect(await listensFor('/sales')).toContain('data-team="sales"');
      expect(await listensFor('/marketing')).toContain('data-team="marketing"');
      expect(await listensFor('/leads')).not.toContain('data-team');
    });

    it('takes over from the list and comes back to it', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      await keepRequest(store, requestOf('ada@a.example', 'hot'), noon);
      const sales = await as('sales');
      const id = await idOf(store, 'ada@a.example');
      const answer = await sales.post(`/people/${id}/take-over`, { version: '0', to: '/sales' });
      expect(answer.headers.get('location')).toMatch(/^\/sales\?done=owner&person=\d+&entry=\d+$/);
      const page = await (await sales.get(answer.headers.get('location')!)).text();
      expect(page).toContain('Taken over: this person is with you now.');
      expect(page).toContain('with Sales Person');
      expect(page).not.toContain(`action="/people/${id}/take-over"`);
    });

    it('leads nowhere else after a button, whatever the form says', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      await keepRequest(store, requestOf('ada@a.example', 'hot'), noon);
      const sales = await as('sales');
      const id = await idOf(store, 'ada@a.example');
      for (const to of [
        'https://evil.example',
        '//evil.example/x',
        '/\\evil.example',
        'javascript:alert(1)',
        '/\t/evil.example',
      ]) {
        const { version } = await store.read
          .selectFrom('persons')
          .select('version')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const answer = await sales.post(`/people/${id}/take-over`, { version: String(version), to });
        const location = new URL(answer.headers.get('location')!, 'http://here.example');
        expect(location.origin, to).toBe('http://here.example');
      }
    });

    it('shows next steps by day, and who has none', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      const sales = await as('sales');
      for (const [email, day] of [
        ['late@a.example', '2026-11-20'],
        ['soon@a.example', '2026-11-27'],
        ['open@a.example', ''],
      ] as const) {
        await keepRequest(store, requestOf(email, 'hot'), noon);
        const id = await idOf(store, email);
        await sales.post(`/people/${id}/answered`, { version: '0' });
        if (day) await sales.post(`/people/${id}/next-step`, { version: '1', step: `Call ${email}`, day });
      }
      const page = await (await sales.get('/sales')).text();
      expect(page).toMatch(/overdue<\/strong>.*Call late@a.example.*today<\/strong>.*Call soon@a.example/s);
      expect(page.indexOf('Without a next step')).toBeLessThan(page.indexOf('open@a.example'));
      expect(page).toContain('Nobody waits for an answer.');
    });

    it('finds people by the beginnings of words, without accents and in any order', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      const lead = (email: string, name: string, company: string, phone: string) =>
        requestOf(email, 'warm', { profile: { email, name, company, phone } });
      await keepRequest(
        store,
        lead('ada@rossi.example', 'Ada Rossi', 'Società Tetti', '+39 02 123 4567'),
        noon,
      );
      await keepRequest(store, lead('bob@hill.example', 'Bob Ross', 'Hill & Sons', '0800 99'), later(1));
      const anybody = await as('marketing');
      const found = (words: string) => addressesOn(anybody, `/leads?words=${encodeURIComponent(words)}`);
      expect(await found('ross')).toEqual(['bob@hill.example', 'ada@rossi.example']);
      expect(await found('ROSSI')).toEqual(['ada@rossi.example']);
      expect(await found('tetti ada')).toEqual(['ada@rossi.example']);
      expect(await found('societa')).toEqual(['ada@rossi.example']);
      expect(await found('ada@rossi.example')).toEqual(['ada@rossi.example']);
      for (const number of ['3902123', '+39 02 123 4567', '02 1234567', '1234567', '(02) 123-4567'])
        expect(await found(number), number).toEqual(['ada@rossi.example']);
      expect(await found('ross hill')).toEqual(['bob@hill.example']);
      expect(await found('%')).toEqual(['bob@hill.example', 'ada@rossi.example']);
      expect(await found("' OR 1=1 --")).toEqual([]);
    });

    it('narrows down by stage, temperature, team, owner, form, campaign and day', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      const sales = await as('sales');
      await keepRequest(store, requestOf('hot@a.example', 'hot'), noon);
      await keepRequest(store, requestOf('cold@a.example', 'cold'), new Date('2026-10-31T23:59:59.999Z'));
      await sales.post(`/people/${await idOf(store, 'hot@a.example')}/take-over`, { version: '0' });
      const found = (query: string) => addressesOn(sales, `/leads?${query}`);
      expect(await found('stage=mql')).toEqual(['hot@a.example']);
      expect(await found('temperature=cold')).toEqual(['cold@a.example']);
      expect(await found('team=sales')).toEqual(['hot@a.example']);
      expect(await found(`owner=${sales.account}`)).toEqual(['hot@a.example']);
      expect(await found('form=lead-form&campaign=autumn')).toEqual([]);
      expect(await found('form=lead-form')).toHaveLength(2);
      expect(await found('from=2026-11-01')).toEqual(['hot@a.example']);
      expect(await found('until=2026-10-31')).toEqual(['cold@a.example']);
      expect(await found('stage=emperor&owner=x&from=yesterday')).toHaveLength(2);
    });

    it('shows everybody page by page, each once, also when many asked at the same moment', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      const emails = Array.from({ length: 120 }, (_, at) => `p${at}@a.example`);
      for (const email of emails) await keepRequest(store, requestOf(email, 'cold'), noon);
      const marketing = await as('marketing');
      const seen: string[] = [];
      let path: string | undefined = '/leads';
      while (path) {
        const page: string = await (await marketing.get(path)).text();
        seen.push(
          ...[...page.matchAll(/href="mailto:([^"]+)"/g)].map(([, address]) => decodeURIComponent(address!)),
        );
        path = /href="(\/leads\?after=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen).toHaveLength(120);
      expect(new Set(seen)).toEqual(new Set(emails));
    });

    it('writes everybody into a file, with nothing that a spreadsheet would run', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      const email = 'ada@a.example';
      const name = '=HYPERLINK("http://evil.example")';
      await keepRequest(
        store,
        requestOf(email, 'hot', { profile: { email, name, company: 'Rossi, "figli"' } }),
        noon,
      );
      const answer = await (await as('marketing')).get('/leads.csv?stage=lead');
      const text = await answer.text();
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="leads.csv"');
      const [head, line] = text.split('\r\n');
      expect(head).toMatch(/^\ufeff?"Name","E-mail","Company"/);
      expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")","ada@a.example","Rossi, ""figli"""`);
      // In words, and with moments that a spreadsheet reads.
      expect(line).toContain('"Lead"');
      expect(line).toContain('"2026-11-27 12:00"');
      expect(line).not.toMatch(/"lead"|T12:00|"none"/);
    });

    it('calls a test a test, and not set aside', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      await keepRequest(store, requestOf('try@a.example', 'hot', { test: true }), noon);
      const marketing = await as('marketing');
      const page = await (await marketing.get('/leads')).text();
      expect(page).toContain('try@a.example');
      for (const text of [page, await (await marketing.get('/leads.csv')).text()]) {
        expect(text).toContain(en.person.test);
        expect(text).not.toContain(en.lists.setAside.mark);
      }
    });

    it('leaves what somebody wrote as text, wherever it is shown', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      const markup = '<img src=x onerror=alert(1)>"\'';
      const email = 'ada@a.example';
      const lead = requestOf(email, 'hot', {
        profile: {
          email,
          name: markup,
          company: markup,
          phone: markup,
          message: markup,
          interests: [markup],
          answers: [{ name: 'roof', label: markup, value: [markup] }],
        },
        source: { form: markup.slice(0, 20), page: 'https://shop.example/', title: markup, locale: 'en' },
      });
      await keepRequest(store, lead, noon);
      const sales = await as('sales');
      const id = await idOf(store, email);
      await sales.post(`/people/${id}/give-back`, { version: '0', reason: markup });
      await sales.post(`/people/${id}/next-step`, { version: '1', step: markup, day: '2026-12-01' });
      await sales.post(`/people/${id}/note`, { version: '2', note: markup });
      await sales.post(`/people/${id}/stage`, { version: '3', stage: 'lost', reason: markup });
      for (const path of ['/sales', '/marketing', '/leads', '/leads?words=img', `/people/${id}`]) {
        const page = await (await sales.get(path)).text();
        expect(page.includes('<img'), path).toBe(false);
      }
      expect(await (await sales.get(`/people/${id}`)).text()).toContain('&lt;img src=x onerror=alert(1)>');
    });

    it('speaks Italian to whoever reads it', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(150));
      await keepRequest(store, requestOf('ada@a.example', 'hot'), noon);
      const sales = await as('sales');
      await store.change((change) => change.updateTable('accounts').set({ language: 'it' }).execute());
      const page = await (await sales.get('/sales')).text();
      expect(page).toContain('<html lang="it">');
      expect(page).toContain('1 persona aspetta una risposta, la più vecchia da 2 h 30 min.');
    });
  });
});
