import { describe, expect, it } from 'vitest';
import type { Store } from '../../../collector/store/store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { importFile } from '../../support/import-file.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const today = new Date('2026-11-27T15:00:00Z');
const header = 'Day,Source,Campaign,Kind,Amount';

async function importSpend(store: Store, rows: readonly string[], head = header) {
  const collector = await collectorOn(store, {}, () => today);
  const { done, preview } = await importFile(
    collector,
    await collector.as('marketing'),
    'spend',
    [head, ...rows].join('\n'),
  );
  const kept = await store.read
    .selectFrom('spend')
    .select(['day', 'campaign', 'amount'])
    .orderBy('id')
    .execute();
  return { done, preview, kept };
}

const personOf = (store: Store, email: string) =>
  store.read.selectFrom('persons').selectAll().where('key', '=', email).executeTakeFirstOrThrow();

onEachStore((open) => {
  describe('what a file says, held against what else it says', () => {
    it('takes rows that add up together or not at all, so that a mended one takes the place of nothing', async () => {
      const store = await open();
      const first = await importSpend(store, [
        '2026-11-03,news,letter,media,10.00',
        '2026-11-03,news,letter,media,2O.00',
        '2026-11-04,news,letter,media,5.50',
      ]);
      expect(first.kept).toEqual([{ day: '2026-11-04', campaign: 'letter', amount: 5.5 }]);
      expect(first.preview.text).toContain('the other rows of this day, source and campaign');
      const mended = await importSpend(store, [
        '2026-11-03,news,letter,media,10.00',
        '2026-11-03,news,letter,media,20.00',
      ]);
      expect(mended.kept).toContainEqual({ day: '2026-11-03', campaign: 'letter', amount: 30 });
    });

    it('takes a cost of no campaign for a cost, and only what comes to all the others for their total', async () => {
      const costs = await importSpend(await open(), [
        '2026-10-01,google,autumn,media,100',
        '2026-10-02,google,autumn,media,100',
        '2026-10-31,,,agency,3000',
      ]);
      expect(costs.kept.map(({ amount }) => amount)).toEqual([100, 100, 3000]);
      const total = await importSpend(await open(), [
        '2026-10-01,google,autumn,media,100',
        '2026-10-02,google,autumn,media,120',
        '2026-10-02,google,,media,220',
      ]);
      expect(total.kept.map(({ amount }) => amount)).toEqual([100, 120]);
    });

    it('refuses another currency in a cell, and a number that a separator has cut in two', async () => {
      const { kept, preview } = await importSpend(await open(), [
        '2026-10-01,google,a,media,$100.00',
        '2026-10-02,google,b,media,100.00 USD',
        '2026-10-03,google,c,media,€ 100.00',
        '2026-10-04,google,d,media,1,234.50',
      ]);
      expect(kept).toEqual([{ day: '2026-10-03', campaign: 'c', amount: 100 }]);
      expect(preview.text).toContain('a separator may stand within a number');
    });

    it('reads a file whose lines end now one way and now the other', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const text = `${header}\r\n2026-10-01,google,a,media,1.50\r\n2026-10-02,google,a,media,2.50\n2026-10-03,google,a,media,3.50\r`;
      await importFile(collector, await collector.as('marketing'), 'spend', text);
      const kept = await store.read.selectFrom('spend').select(['day', 'amount']).orderBy('day').execute();
      expect(kept.map(({ amount }) => amount)).toEqual([1.5, 2.5, 3.5]);
    });

    it('leaves alone who asked again on the day on which a file has them lost', async () => {
      const store = await open();
      await keepRequest(store, requestOf('mia@a.example', 'warm'), new Date('2026-11-01T08:00:00Z'));
      const bring = async () => {
        const collector = await collectorOn(store, {}, () => today);
        const file = 'Email,Stage,Closed,Reason\nmia@a.example,Lost,2026-11-10,Too dear\n';
        return importFile(collector, await collector.as('sales'), 'outcomes', file);
      };
      await bring();
      expect((await personOf(store, 'mia@a.example')).stage).toBe('lost');
      await keepRequest(store, requestOf('mia@a.example', 'warm'), new Date('2026-11-10T16:00:00Z'));
      await bring();
      expect(await personOf(store, 'mia@a.example')).toMatchObject({
        stage: 'mql',
        waiting_since: '2026-11-10T16:00:00.000Z',
      });
    });

    it('does not say again what was taken back, and takes what a file says instead', async () => {
      const store = await open();
      await keepRequest(store, requestOf('ada@a.example', 'hot'), new Date('2026-10-01T08:00:00Z'));
      const bring = async (day: string, revenue: string) => {
        const collector = await collectorOn(store, {}, () => today);
        const caller = await collector.as('sales');
        const file = `Email,Stage,Closed,Revenue\nada@a.example,Won,${day},${revenue}\n`;
        await importFile(collector, caller, 'outcomes', file);
        return caller;
      };
      const sales = await bring('2026-10-05', '999.00');
      const { id, version } = await personOf(store, 'ada@a.example');
      const entry = await store.read
        .selectFrom('journal')
        .select('id')
        .where('kind', '=', 'imported')
        .executeTakeFirstOrThrow();
      const back = await sales.post(`/people/${id}/undo/${entry.id}`, { version: String(version) });
      expect(back.status).toBe(303);
      const before = await personOf(store, 'ada@a.example');
      expect(before.stage).not.toBe('customer');
      await bring('2026-10-05', '999.00');
      expect((await personOf(store, 'ada@a.example')).stage).toBe(before.stage);
      // The same day with another amount is another word.
      await bring('2026-10-05', '120.00');
      expect(await personOf(store, 'ada@a.example')).toMatchObject({ stage: 'customer', revenue: 120 });
    });
  });
});
