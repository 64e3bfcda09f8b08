import { describe, expect, it } from 'vitest';
import { keepExample } from '../../../collector/example/keep-example.ts';
import * as englishWords from '../../../src/locales/en.ts';
import * as italianWords from '../../../src/locales/it.ts';
import { type Caller, collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const plan =
  'unisono=1&mode=full&start=leads&media=6000&leads=120&customerRate=0.1&months=6&spendMonths=6&delay=1' +
  '&goal-metric=customers&goal-customers=14&goal-deadline=6&goal-lever=volume';
const form = { plan, name: '<script>alert(1)</script>', start: '2026-12', campaigns: 'autumn\n<b>x</b>' };

const told = async (answer: Response) => ({ status: answer.status, html: await answer.text() });
const visit = async (caller: Caller, path: string) => told(await caller.get(path));
const press = async (caller: Caller, path: string, fields: Record<string, string>) =>
  told(await caller.post(path, fields));

describe('the pages of the objective', () => {
  onEachStore((open) => {
    it('go from nothing to what both agreed on, and to what it says before, within and after its months', async () => {
      const store = await open();
      let now = new Date('2026-11-20T12:00:00Z');
      const { as, anybody } = await collectorOn(store, {}, () => now);
      const [marta, sandro] = [await as('marketing'), await as('sales')];
      expect((await anybody.get('/objective')).status).not.toBe(200);
      expect((await visit(marta, '/objective')).html).toContain('Nothing is agreed yet.');
      expect((await visit(marta, '/objective/new')).status).toBe(200);

      const wrong = await press(marta, '/objective/new', {
        ...form,
        do: 'propose',
        plan: 'hello & <i>',
        start: 'soon',
        name: '',
      });
      expect(wrong.status).toBe(422);
      expect(wrong.html).toContain('hello &amp; &lt;i');
      for (const field of ['plan', 'name', 'start']) expect(wrong.html).toContain(`id="${field}-error"`);
      expect(wrong.html).not.toContain('id="campaigns-error"');
      const tooFar = await press(marta, '/objective/new', {
        ...form,
        do: 'preview',
        plan: `${plan}&goal-capacity=1`
          .replace('customers=14', 'customers=400')
          .replace('volume', 'rate:customers'),
      });
      expect(tooFar.status).toBe(422);
      expect(tooFar.html).toContain('out of reach');

      const preview = await press(marta, '/objective/new', { ...form, do: 'preview' });
      expect(preview.status).toBe(200);
      expect(preview.html).toContain('Customers: 14 by the end of May 2027.');
      expect(preview.html).toContain('Propose, and agree for marketing');
      expect(preview.html).not.toContain('<script>alert');
      const guessed = 'examples: Average sale, Gross margin, Orders per customer.';
      expect(preview.html).toContain(guessed);
      expect(await store.read.selectFrom('objectives').select('id').execute()).toEqual([]);

      const proposed = await marta.post('/objective/new', { ...form, do: 'propose-agree' });
      expect(proposed.status).toBe(303);
      const at = proposed.headers.get('location')!.split('?')[0]!;
      expect((await visit(marta, '/objective')).html).toContain('&lt;script>alert(1)');
      expect((await press(marta, at, { do: 'sales' })).status).toBe(422);
      expect((await press(sandro, at, { do: 'withdraw' })).status).toBe(422);
      expect((await press(sandro, at, { do: 'nothing' })).status).toBe(422);
      expect((await visit(sandro, at)).html).toContain('Agree for sales');
      expect((await visit(sandro, at)).html).toContain(guessed);
      expect((await sandro.post(at, { do: 'sales' })).headers.get('location')).toBe(
        '/objective?done=in-force',
      );
      expect((await visit(sandro, at)).html).not.toContain('Agree for sales');
      expect((await visit(sandro, at)).html).not.toContain(guessed);
      expect((await visit(sandro, '/objective/999')).status).toBe(404);

      const before = await visit(sandro, '/objective');
      expect(before.html).toContain('It begins on 1 December 2026.');
      expect(before.html).not.toContain('What to do next month');
      now = new Date('2027-01-16T00:00:00Z');
      // By then, a session from before has ended.
      const within = (await visit(await as('marketing'), '/objective')).html;
      expect(within).toContain('month 2 of 6');
      expect(within).toContain('Nobody has asked since it began.');
      // 168 leads in six months: 28 a month, and of one and a half months 42 are behind, as the table says.
      expect(within).toContain('Marketing brings 70 leads: 28 as agreed and 42 to catch up.');
      expect(within).toContain('href="/results?by=campaign&amp;from=2026-12&amp;until=2027-01"');
      // Without leads there was nobody to win: that is not sales' to catch up.
      expect(within).not.toMatch(/Sales brings [^.]*to catch up/);
      now = new Date('2027-06-02T00:00:00Z');
      const after = (await visit(await as('sales'), '/objective')).html;
      expect(after).toContain('This is how it ended.');
      expect(after).not.toContain('What to do next month');
      for (const { html } of [before, { html: within }, { html: after }]) {
        expect(html).not.toMatch(/NaN|undefined|Infinity|\[object|<script>alert| style=/);
      }
    });

    it('show the made-up quarter in both languages, and let it be cleared', async () => {
      const store = await open();
      const now = new Date('2026-11-27T12:00:00Z');
      const { as, desk } = await collectorOn(store, {}, () => now);
      const [marta, sandro, alma] = [await as('marketing'), await as('sales'), await as('admin')];
      await keepExample(desk, { marketing: marta.account, sales: sandro.account }, 120);
      const english = await visit(sandro, '/objective');
      expect(english.status).toBe(200);
      for (const text of ['Customers: 95 by', 'Marketing Person,', 'Sales Person,', 'not measured', '<svg'])
        expect(english.html).toContain(text);
      await store.change((change) => change.updateTable('accounts').set({ language: 'it' }).execute());
      const italian = await visit(sandro, '/objective');
      for (const text of ['Che cosa fare il mese prossimo', 'come concordato', 'Perché'])
        expect(italian.html).toContain(text);
      for (const [{ html }, { planner }] of [
        [english, englishWords],
        [italian, italianWords],
      ] as const) {
        expect(html).not.toMatch(/NaN|undefined|Infinity|\[object| style=/);
        // Wherever chance is named, it is said what is called so.
        expect(html).toContain('class="of-chance"');
        expect(html).toContain(planner.actual.luck);
      }
      await alma.post('/example/clear');
      expect(await store.read.selectFrom('objectives').select('id').execute()).toEqual([]);
    });
  });
});
