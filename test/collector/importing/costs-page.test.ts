import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { spendIn } from '../../../collector/measuring/spend-in.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { bringFile } from '../../support/import-file.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const now = new Date('2026-11-20T10:00:00Z');
const span = { from: '2026-11-01', until: '2026-12-01', campaigns: [] };
const cost = { source: 'google', campaign: 'autumn', kind: 'media' };

onEachStore((open) => {
  describe('costs as they stand', () => {
    it('are listed with a month as a month, and taken away one by one by whoever may write them', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => now);
      const [marketing, sales] = [await as('marketing'), await as('sales')];
      await marketing.post('/imports/costs', { ...cost, when: '2026-11', amount: '3000' });
      await marketing.post('/imports/costs', { ...cost, when: '2026-11-05', amount: '200' });
      const amount = async () =>
        (await spendIn(store.read, span, now)).reduce((sum, row) => sum + row.amount, 0);
      // Nineteen days of thirty, and the day is part of them.
      expect(await amount()).toBeCloseTo((3000 * 19) / 30, 9);

      const read = async (caller = marketing) =>
        parseHTML(await (await caller.get('/imports/costs')).text()).document.querySelector('main')!;
      const page = await read();
      const rows = [...page.querySelectorAll('tbody tr')];
      expect(rows.map((row) => row.querySelector('th')!.textContent)).toEqual([
        '5 Nov 2026',
        'November 2026',
      ]);
      expect((await read(sales)).querySelector('form')).toBe(null);

      const fields = (row: Element) =>
        Object.fromEntries(
          [...row.querySelectorAll('input')].map((input) => [
            input.getAttribute('name')!,
            input.getAttribute('value')!,
          ]),
        );
      const month = fields(rows[1]!);
      expect((await sales.post('/imports/costs/remove', month)).status).toBe(403);
      // Somebody has written another amount since: it stays.
      await marketing.post('/imports/costs', { ...cost, when: '2026-11', amount: '6000' });
      expect((await marketing.post('/imports/costs/remove', month)).status).toBe(422);
      expect(await amount()).toBeCloseTo((6000 * 19) / 30, 9);
      const removed = await marketing.post('/imports/costs/remove', { ...month, amount: '6000' });
      expect(removed.status).toBe(200);
      expect(await removed.text()).toContain('Removed: November 2026 · google · autumn · Media · €6,000.00.');
      expect(await amount()).toBe(200);
      expect((await marketing.post('/imports/costs/remove', { id: 'x', amount: '' })).status).toBe(422);
    });

    it('lets a file go that was brought by mistake', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => now);
      const marketing = await collector.as('marketing');
      const brought = await bringFile(collector, marketing, 'spend', 'Day,Amount\n2026-11-01,1\n');
      const path = brought.headers.get('location')!;
      expect((await marketing.post(path, { do: 'discard' })).headers.get('location')).toBe('/imports');
      expect((await marketing.get(path)).status).toBe(404);
      expect(await store.read.selectFrom('spend').selectAll().execute()).toEqual([]);
    });
  });
});
