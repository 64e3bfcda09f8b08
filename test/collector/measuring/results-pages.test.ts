import { describe, expect, it } from 'vitest';
import { agree, propose } from '../../../collector/agreeing/agree.ts';
import { plannedObjective } from '../../../collector/agreeing/planned-objective.ts';
import { keepExample } from '../../../collector/example/keep-example.ts';
import type { Store } from '../../../collector/store/store.ts';
import { type Caller, collectorOn } from '../../support/collector-on-store.ts';
import { drawnResults, keepDrawn, personMeasured } from '../../support/drawn-results.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const now = new Date('2026-11-16T12:00:00.000Z');

async function visit(caller: Caller, path: string): Promise<{ status: number; html: string }> {
  const answer = await caller.get(path);
  const html = await answer.text();
  expect(html, path).not.toMatch(/NaN|undefined|Infinity|\[object| style=|<script>alert/);
  return { status: answer.status, html };
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The cells of a row of the first table, by how it begins. */
function rowOf(html: string, name: string): string[] {
  const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'));
  const row = table.split('<tr>').find((each) => plain(each.split('</th>')[0]!) === name);
  if (!row) throw new Error(`There is no row ${name} in ${plain(table)}`);
  return [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => plain(cell!));
}

const columnsOf = (html: string): string[] =>
  [...html.slice(html.indexOf('<thead'), html.indexOf('</thead')).matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(
    ([, cell]) => plain(cell!),
  );

/** A row of the first table as an object. */
function figuresOf(html: string, name: string): Record<string, string> {
  const [columns, cells] = [columnsOf(html), rowOf(html, name)];
  expect(cells.length).toBe(columns.length);
  return Object.fromEntries(columns.map((column, at) => [column, cells[at]!]));
}

/** Both teams agree on a plan with this definition of ROI and a gross margin of 40 %. */
const agreeOn = (store: Store, definition: string): Promise<void> =>
  store.change(async (change) => {
    const read = plannedObjective(
      `unisono=1&mode=full&start=leads&media=6000&leads=120&customerRate=0.1&months=6&grossMargin=0.4&definition=${definition}`,
      'EUR',
    );
    if (!read.ok) throw new Error(read.problem);
    const by = { id: 1, role: 'admin' } as const;
    const span = { starts_on: '2026-09-01', ends_on: '2027-03-01' };
    const id = await propose(
      change,
      { name: 'Plan <b>', agreed: read.agreed, campaigns: [], ...span },
      by,
      now,
    );
    await agree(change, id, 'marketing', by, now);
    await agree(change, id, 'sales', { ...by, id: 2 }, now);
  });

const asked = { asked_at: '2026-10-05T10:00:00.000Z', hot_at: '2026-10-05T10:00:00.000Z' };
const won = { opportunity_at: '2026-10-10T10:00:00.000Z', customer_at: '2026-10-20T10:00:00.000Z' };

/** Cost without leads, leads without cost, customers without revenue, and what belongs to nobody. */
const keepPairs = (store: Store): Promise<void> =>
  keepDrawn(store, {
    people: [
      ...[30, 90, 60, 120].map((contact_minutes, at) =>
        personMeasured(at, {
          ...asked,
          ...(at < 2 && { ...won, revenue: [1_000, 3_000][at]! }),
          contact_minutes,
          first_source: 'google',
          first_campaign: '=cmd()',
          first_form: 'offer',
          example: at === 0 ? 1 : 0,
        }),
      ),
      personMeasured(10, { ...asked, ...won, first_source: 'no-cost', first_campaign: 'c' }),
      personMeasured(11, { ...asked, ...won, first_source: 'no-cost', first_campaign: 'c', revenue: 500 }),
      personMeasured(12, { ...asked, hot_at: null }),
      // Set aside, and a test: neither is a lead.
      personMeasured(13, { first_source: 'google' }),
      personMeasured(14, { first_source: 'google', test: 1 }),
    ],
    spend: [
      { day: '2026-10-03', source: 'google', campaign: '=cmd()', kind: 'media', amount: 500 },
      { day: '2026-10-03', source: 'google', campaign: '=cmd()', kind: 'sales', amount: 300 },
      { day: '2026-10-03', source: '<script>alert(1)', campaign: 'none', kind: 'media', amount: 100 },
      { day: '2026-10-03', source: '', campaign: '', kind: 'tools', amount: 50 },
      // Half of the running month has passed.
      { day: '2026-11', source: '', campaign: '', kind: 'agency', amount: 60 },
    ],
    tallies: [
      { day: '2026-10-04', form: 'offer', campaign: '=cmd()', event: 'view', number: 200 },
      { day: '2026-10-04', form: 'offer', campaign: '=cmd()', event: 'start', number: 25 },
      { day: '2026-10-04', form: '', campaign: '=cmd()', event: 'cta', number: 40 },
    ],
  });

describe('the page of results', () => {
  onEachStore((open) => {
    it('says first which campaign took much and brought little, unless chance may have made it so', async () => {
      const asking = (first_campaign: string, count: number, customers: number, from: number) =>
        Array.from({ length: count }, (_, at) =>
          personMeasured(from + at, {
            ...asked,
            ...(at < customers && { ...won, revenue: 10 }),
            first_campaign,
          }),
        );
      const spent = { day: '2026-10-03', source: 'google', kind: 'media' } as const;
      const spend = [
        { ...spent, campaign: 'autumn', amount: 600 },
        { ...spent, campaign: 'costly', amount: 900 },
      ];
      const told =
        'costly took 60% of what was spent and brought 6% of the customers: €900, 60 leads, 1 customer.';
      const store = await open();
      const people = [...asking('autumn', 60, 15, 0), ...asking('costly', 60, 1, 100)];
      await keepDrawn(store, { people, spend, tallies: [] });
      const { as } = await collectorOn(store, {}, () => now);
      const marta = await as('marketing');
      expect(plain((await visit(marta, '/results?by=campaign')).html)).toContain(told);
      expect((await visit(marta, '/results?by=month')).html).not.toContain('Chance hardly explains');

      const few = await open();
      const some = [...asking('autumn', 6, 2, 0), ...asking('costly', 6, 0, 100)];
      await keepDrawn(few, { people: some, spend, tallies: [] });
      const other = await collectorOn(few, {}, () => now);
      const { html } = await visit(await other.as('sales'), '/results?by=campaign');
      expect(figuresOf(html, 'costly').Customers).toBe('0');
      expect(html).not.toContain('Chance hardly explains');
    });

    it('names above its table what was planned to cost and nobody wrote down', async () => {
      const store = await open();
      await keepPairs(store);
      await agreeOn(store, 'margin&tools=50&production=900');
      const { as } = await collectorOn(store, {}, () => now);
      const html = plain((await visit(await as('sales'), '/results')).html);
      expect(html).toContain(
        'Cost per customer and ROI are without this cost: Production. Nobody wrote it down',
      );
    });

    it('says that there is nothing, and who may read it', async () => {
      const store = await open();
      const { as, anybody } = await collectorOn(store, {}, () => now);
      expect((await anybody.get('/results')).status).not.toBe(200);
      for (const role of ['marketing', 'sales', 'admin'] as const) {
        const { status, html } = await visit(await as(role), '/results');
        expect(status).toBe(200);
        expect(html).toContain('Nothing happened in these months');
        expect(html).toContain('December 2025 to November 2026');
        const lens = role === 'sales' ? 'sales' : 'marketing';
        expect(html).toMatch(new RegExp(`<a href="[^"]*lens=${lens}[^"]*" aria-current="true"`));
      }
    });

    it('has one table for both teams, in which nothing is zero that nobody measured', async () => {
      const store = await open();
      await keepPairs(store);
      await agreeOn(store, 'margin');
      const { as } = await collectorOn(store, {}, () => now);
      const [marta, sandro] = [await as('marketing'), await as('sales')];

      const marketing = (await visit(marta, '/results?by=source')).html;
      expect(figuresOf(marketing, 'google')).toEqual({
        Source: 'google',
        Visits: 'not measured',
        'Forms started': 'not measured',
        Engagement: 'not measured',
        'CTA rate': 'not measured',
        Leads: '4',
        'Marketing spend': '€500',
        'Cost per lead (CPL)': '€125',
        // (4,000 × 40 % − 800) ÷ 800
        ROI: '100%',
      });
      expect(figuresOf(marketing, '<script>alert(1)')).toMatchObject({
        Leads: '0',
        'Cost per lead (CPL)': 'no leads',
        ROI: '−100%',
      });
      expect(figuresOf(marketing, 'no-cost')).toMatchObject({
        Leads: '2',
        'Marketing spend': 'not measured',
        'Cost per lead (CPL)': 'not measured',
        ROI: 'not measured',
      });
      expect(figuresOf(marketing, 'Not known')).toMatchObject({
        Leads: '1',
        'Marketing spend': 'not measured',
      });
      expect(figuresOf(marketing, 'Not assigned')).toMatchObject({
        Visits: '200',
        Leads: '—',
        'Marketing spend': '€80',
        ROI: '—',
      });
      expect(figuresOf(marketing, 'In all')).toMatchObject({
        Visits: '200',
        Engagement: '12.5%',
        'CTA rate': '20%',
        Leads: '7',
        'Marketing spend': '€680',
      });
      expect(plain(marketing)).toContain('Which source they came from nobody knows');
      expect(plain(marketing)).toContain('Nothing was written down of Production.');
      expect(plain(marketing)).toContain(
        'ROI on gross margin (ROMI): (revenue × 40% gross margin − cost) ÷ cost, as you agreed on in Plan <b>',
      );

      const sales = (await visit(sandro, '/results?by=source')).html;
      const heads = (html: string) =>
        [...html.slice(0, html.indexOf('</table>')).matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/g)].map(
          ([, text]) => text,
        );
      expect(heads(sales)).toEqual(heads(marketing));
      expect(figuresOf(sales, 'google')).toEqual({
        Source: 'google',
        'Handed to sales': '4',
        'Time to first contact': '1 hr 15 min',
        Opportunities: '2',
        Customers: '2',
        Revenue: '€4,000',
        'Gross margin': '€1,600',
        'All cost': '€800',
        'Cost per customer (CAC)': '€400',
        ROI: '100%',
      });
      expect(figuresOf(sales, 'no-cost')).toMatchObject({
        'Time to first contact': 'none yet',
        Revenue: '€500 known of 1 of 2',
        'Cost per customer (CAC)': 'not measured',
      });
      expect(figuresOf(sales, 'Not known')).toMatchObject({
        'Time to first contact': 'none handed over',
        Revenue: '€0',
        'Cost per customer (CAC)': 'not measured',
      });
      expect(figuresOf(sales, '<script>alert(1)')).toMatchObject({
        'Cost per customer (CAC)': 'no customers',
      });
      expect(plain(sales)).toContain('Revenue is written down of 3 of 4 customers.');

      const campaign = (await visit(marta, '/results?by=campaign')).html;
      expect(figuresOf(campaign, '=cmd()')).toMatchObject({
        Visits: '200',
        Engagement: '12.5%',
        'CTA rate': '20%',
      });
      const form = (await visit(marta, '/results?by=form')).html;
      expect(figuresOf(form, 'offer')).toMatchObject({
        Engagement: '12.5%',
        'CTA rate': 'not measured',
        'Marketing spend': 'not measured',
      });
      expect(figuresOf(form, 'Not assigned')).toMatchObject({ 'Marketing spend': '€680', ROI: '—' });
    });

    it('tells the return that was agreed on, and which one it is where none was', async () => {
      const answers: Record<string, [roi: string, name: string]> = {
        margin: ['100%', 'ROI on gross margin (ROMI): (revenue × 40%'],
        // (4,000 − 2,400 − 800) ÷ 3,200
        'total-cost': ['25%', 'ROI on total cost:'],
        revenue: ['400%', 'ROI on revenue:'],
        roas: ['8×', 'Return on ad spend (ROAS): revenue ÷ spend on media'],
        none: ['400%', 'No objective is agreed on'],
      };
      for (const [definition, [roi, name]] of Object.entries(answers)) {
        const store = await open();
        await keepPairs(store);
        if (definition !== 'none') await agreeOn(store, definition);
        const { as } = await collectorOn(store, {}, () => now);
        const { html } = await visit(await as('sales'), '/results?by=source');
        expect(figuresOf(html, 'google').ROI).toBe(roi);
        expect(plain(html)).toContain(name);
        expect(figuresOf(html, 'google')['Gross margin']).toBe(
          definition === 'none' ? 'not measured' : '€1,600',
        );
      }
    });

    it('names what is wrong in its address beside the field, keeps it, and shows the usual', async () => {
      const store = await open();
      await keepPairs(store);
      const { as } = await collectorOn(store, {}, () => now);
      const marta = await as('marketing');
      const wrong = await visit(marta, '/results?by=colour&lens=boss&from=soon%3Cb%3E&until=2027-01');
      expect(wrong.status).toBe(422);
      expect(wrong.html).toContain('role="alert"');
      for (const field of ['by', 'from', 'until']) expect(wrong.html).toContain(`id="${field}-error"`);
      expect(wrong.html).toContain('value="soon&lt;b>"');
      expect(wrong.html).toContain('value="2027-01"');
      expect(plain(wrong.html)).toContain('“soon<b>” is no month.');
      expect(plain(wrong.html)).toContain('can be read as “marketing” or as “sales”');
      expect(figuresOf(wrong.html, '=cmd()').Leads).toBe('4');
      for (const [query, field] of [
        ['from=2026-10&until=2026-09', 'until'],
        ['from=2020-01&until=2026-09', 'from'],
        ['from=2026-13', 'from'],
        ['from=2027-01', 'from'],
      ]) {
        const { status, html } = await visit(marta, `/results?${query}`);
        expect(status, query).toBe(422);
        expect(
          [...html.matchAll(/id="(\w+)-error"/g)].map(([, name]) => name),
          query,
        ).toEqual([field]);
      }
      const one = await visit(marta, '/results?by=source&from=2026-11&until=2026-11&lens=sales');
      expect(one.status).toBe(200);
      expect(figuresOf(one.html, 'Not assigned')['All cost']).toBe('€30');
      expect((await marta.get('/results.csv?from=soon')).status).toBe(422);
    });

    it('follows each month to its customers, and calls nothing a failure that has not had its time', async () => {
      const store = await open();
      await keepPairs(store);
      const { as } = await collectorOn(store, {}, () => now);
      const { html } = await visit(await as('marketing'), '/results?by=month');
      expect(plain(html)).toContain('it typically takes 15 days');
      expect(plain(html)).toContain('Nothing is known from before October 2026.');
      expect(rowOf(html, 'October 2026').slice(0, 2)).toEqual(['October 2026', '200']);
      expect(figuresOf(html, 'November 2026 still open')).toMatchObject({
        Leads: '0',
        Visits: 'not measured',
        'Marketing spend': '€30',
      });
      const cohorts = html.slice(html.indexOf('class="cohorts"'));
      expect(rowOf(cohorts, 'October 2026')).toEqual(['October 2026', '7', 'too early']);
      // As it stood at the end of October, nobody could have expected more.
      const past = (await visit(await as('sales'), '/results?by=month&until=2026-10')).html;
      expect(figuresOf(past, 'October 2026 still open').Customers).toBe('4');
      expect(plain(past)).toContain('as far as they had come by 31 October 2026');
      const later = new Date('2026-12-05T00:00:00.000Z');
      const december = await collectorOn(store, {}, () => later);
      const after = (await visit(await december.as('sales'), '/results?by=month')).html;
      const opportunities = after.slice(after.indexOf('class="cohorts"'));
      expect(rowOf(opportunities, 'October 2026')).toEqual(['October 2026', '7', '4 57.1%']);
      expect(rowOf(opportunities, 'November 2026 still open')).toEqual([
        'November 2026 still open',
        '0',
        'too early',
      ]);
    });

    it('has the same figures as a file, in which nothing is a formula', async () => {
      const store = await open();
      await keepPairs(store);
      await agreeOn(store, 'margin');
      const { as, url } = await collectorOn(store, {}, () => now);
      const sandro = await as('sales');
      const linesOf = async (answer: Response) => {
        expect(answer.headers.get('content-type')).toContain('text/csv');
        return (await answer.text()).replace('\ufeff', '').trim().split('\r\n');
      };
      const lines = await linesOf(await sandro.get('/results.csv?by=campaign&lens=sales'));
      expect(lines[0]).toBe(
        '"Campaign","Handed to sales","Time to first contact (minutes)","Opportunities","Customers","Revenue (EUR)","Gross margin (EUR)","All cost (EUR)","Cost per customer (CAC) (EUR)","ROI (fraction)"',
      );
      expect(lines[1]).toBe(`"'=cmd()","4","75","2","2","4000","1600","800","400","1"`);
      expect(lines.at(-1)).toBe('"In all","6","75","4","4","4500","1800","980","245","0.8367"');
      expect(lines.find((line) => line.startsWith('"c"'))).toContain('"not measured"');
      await store.change((change) => change.updateTable('accounts').set({ language: 'it' }).execute());
      const italian = await linesOf(await sandro.get('/results.csv?by=campaign&lens=sales'));
      expect(italian.at(-1)).toBe('"In tutto";"6";"75";"4";"4";"4500";"1800";"980";"245";"0,8367"');
      const script = await fetch(`${url}/results.csv`, { headers: { authorization: 'Bearer test-token' } });
      expect(await linesOf(script)).toContain(
        '"Not known","not measured","not measured","not measured","not measured","1","not measured","not measured","not measured"',
      );
      expect((await fetch(`${url}/results.csv`, { redirect: 'manual' })).status).not.toBe(200);
    });

    it('counts who is let in when they are, where they came from then, and nobody who is set aside or a test', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => now);
      const spam = { signals: ['too-fast' as const], quarantine: true };
      await keepRequest(store, requestOf('ada@a.example', 'hot'), now);
      await keepRequest(store, requestOf('odd@a.example', 'hot', { spam }), now);
      await keepRequest(store, requestOf('try@a.example', 'hot', { test: true }), now);
      const marta = await as('marketing');
      const later = await collectorOn(store, {}, () => new Date(now.getTime() + 60_000));
      const figures = async () =>
        figuresOf((await visit(await later.as('marketing'), '/results')).html, 'In all').Leads;
      expect(await figures()).toBe('1');
      const { sequence } = await store.read
        .selectFrom('requests')
        .select('sequence')
        .where('quarantine', '=', 1)
        .executeTakeFirstOrThrow();
      expect((await marta.post(`/set-aside/${sequence}/release`)).status).toBeLessThan(400);
      expect(await figures()).toBe('2');
    });

    it('shows the made-up quarter and what was drawn by chance, each way, in both languages', async () => {
      const store = await open();
      const { as, desk } = await collectorOn(store, {}, () => now);
      const alma = await as('admin');
      await keepExample(desk, { marketing: alma.account, sales: alma.account }, 80);
      const drawn = drawnResults(5, now, 80);
      await keepDrawn(store, { people: drawn.people, tallies: drawn.tallies });
      for (const language of ['en', 'it']) {
        await store.change((change) => change.updateTable('accounts').set({ language }).execute());
        for (const by of ['source', 'campaign', 'form', 'month'])
          for (const lens of ['marketing', 'sales']) {
            const { status, html } = await visit(alma, `/results?by=${by}&lens=${lens}`);
            expect(status).toBe(200);
            expect(html).toContain('<svg');
            expect(plain(html)).toContain(language === 'en' ? 'Example data' : 'Dati di esempio');
          }
      }
    });
  });
});
