import { describe, expect, it } from 'vitest';
import { sameDraws } from '../../../collector/example/same-draws.ts';
import { actualsOf } from '../../../collector/measuring/actuals-of.ts';
import { keepRetention } from '../../../collector/rights/retention/keep-retention.ts';
import type { Store } from '../../../collector/store/store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { bringFile, exported, formPage, importFile } from '../../support/import-file.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const today = new Date('2026-11-27T12:00:00Z');

const spendOf = (store: Store) =>
  store.read.selectFrom('spend').selectAll().orderBy('day').orderBy('campaign').orderBy('kind').execute();

describe('spend from files', () => {
  onEachStore((open) => {
    it('comes to what its rows add up to, whatever their order, and to nothing more the second time', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const draw = sameDraws(7);
      const rows = Array.from({ length: 1_300 }, () => ({
        day: `2026-10-${String(1 + Math.floor(draw() * 30)).padStart(2, '0')}`,
        source: draw() < 0.5 ? 'google' : 'meta',
        campaign: `Campaign ${Math.floor(draw() * 25)}`,
        cents: Math.floor(draw() * 1_000_000),
      }));
      const csv = (of: typeof rows) =>
        [
          'Day;Source;Campaign;Kind;Cost',
          ...of.map(({ day, source, campaign, cents }) =>
            [day, source, campaign, 'media', (cents / 100).toFixed(2).replace('.', ',')].join(';'),
          ),
        ].join('\n');
      await importFile(collector, marta, 'spend', csv(rows));
      const cents = new Map<string, number>();
      for (const { day, source, campaign, cents: each } of rows) {
        const key = [day, source, campaign].join('|');
        cents.set(key, (cents.get(key) ?? 0) + each);
      }
      const kept = await spendOf(store);
      expect(kept.length).toBe(cents.size);
      for (const { day, source, campaign, amount } of kept)
        expect(Math.round(amount * 100)).toBe(cents.get([day, source, campaign].join('|')));

      const again = await importFile(collector, marta, 'spend', csv([...rows].reverse()));
      expect(again.mapper.text).toContain('It is read as the last file with these columns was.');
      expect(again.done.text).toContain('Unchanged1,300');
      expect(again.done.text).not.toContain('Changed1');
      expect(await spendOf(store)).toEqual(kept);

      const { costs } = await actualsOf(
        store.read,
        { from: '2026-10-01', until: '2026-11-01', campaigns: ['Campaign 3'] },
        today,
      );
      const own = rows.filter(({ campaign }) => campaign === 'Campaign 3');
      expect(costs.media).toBeCloseTo(own.reduce((sum, row) => sum + row.cents, 0) / 100, 6);
    });

    it('that overlaps replaces what it says otherwise, adds what is new, and leaves the rest', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      await importFile(collector, marta, 'spend', exported('google-ads.en.csv'));
      const later = [
        'Day,Campaign,Campaign status,Currency code,Cost,Impr.,Clicks,Avg. CPC',
        '2026-11-02,Brand,Enabled,EUR,0.00,12,0,0',
        '2026-11-03,Autumn | Search,Enabled,EUR,"1,100.44","11,004",280,3.93',
        '2026-11-04,Autumn | Search,Enabled,EUR,990.10,"9,004",250,3.96',
      ].join('\n');
      const { preview } = await importFile(collector, marta, 'spend', later);
      for (const count of ['New1', 'Changed1', 'Unchanged1', 'Refused0'])
        expect(preview.text).toContain(count);
      const kept = await spendOf(store);
      expect(kept.map(({ amount }) => amount)).toEqual([1234.56, 88.1, 987, 0, 1100.44, 990.1]);
      expect(kept[4]).toMatchObject({ impressions: 11_004, clicks: 280 });
      const imports = await store.read.selectFrom('imports').selectAll().orderBy('id').execute();
      expect(imports.map(({ total, added, changed, same }) => [total, added, changed, same])).toEqual([
        [5, 5, 0, 0],
        [3, 1, 1, 1],
      ]);
    });

    it('asks where numbers and days can be read in two ways, and reads them as was answered', async () => {
      const csv =
        'Date,Source,Campaign,Kind,Cost\n03/04/2026,news,A,tools,1.234\n04/05/2026,news,B,tools,500';
      for (const [chosen, expected] of [
        [
          { decimals: 'comma', dates: 'day-first' },
          [
            ['2026-04-03', 1_234],
            ['2026-05-04', 500],
          ],
        ],
        [
          { decimals: 'point', dates: 'month-first' },
          [
            ['2026-03-04', 1.234],
            ['2026-04-05', 500],
          ],
        ],
      ] as const) {
        const store = await open();
        const collector = await collectorOn(store, {}, () => today);
        const marta = await collector.as('marketing');
        const file = (await bringFile(collector, marta, 'spend', csv)).headers.get('location')!;
        const mapper = await formPage(await marta.get(file));
        expect(mapper.fields).toMatchObject({ decimals: '', dates: '' });
        const asked = await formPage(await marta.post(file, { ...mapper.fields, do: 'import' }));
        expect(asked.status).toBe(422);
        expect(asked.html).toContain('id="decimals-error"');
        expect(asked.html).toContain('id="dates-error"');
        expect(await spendOf(store)).toEqual([]);
        await importFile(collector, marta, 'spend', csv, chosen);
        expect((await spendOf(store)).map(({ day, amount }) => [day, amount])).toEqual(expected);
        // The next file of these columns is read as this one was, and says so.
        const next = (await bringFile(collector, marta, 'spend', csv)).headers.get('location')!;
        expect((await formPage(await marta.get(next))).fields).toMatchObject(chosen);
      }
    });

    it('takes what the file does not say from whoever brings it, and remembers it by the columns', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const first = 'Betrag;Aktion\n10,50;Herbst\n20,25;Herbst\n';
      const file = (await bringFile(collector, marta, 'spend', first)).headers.get('location')!;
      const mapper = await formPage(await marta.get(file));
      expect(mapper.text).toContain('No program that we know names its columns so.');
      const missing = await formPage(await marta.post(file, { ...mapper.fields, do: 'preview' }));
      for (const name of ['column.day', 'column.kind', 'column.amount'])
        expect(missing.html).toContain(`id="${name}-error"`);
      const chosen = {
        'column.amount': '0',
        'column.campaign': '1',
        'constant.day': '2026-10',
        'constant.kind': 'agency',
      };
      // The decimals were guessed before the column was chosen: its own values tell better.
      const { done } = await importFile(collector, marta, 'spend', first, chosen);
      expect(done.text).toContain('New2');
      const [kept] = await spendOf(store);
      expect(kept).toMatchObject({
        day: '2026-10',
        source: '',
        campaign: 'Herbst',
        kind: 'agency',
        amount: 30.75,
      });
      const second = await importFile(collector, marta, 'spend', 'Aktion;Betrag\nHerbst;31,75\n');
      expect(second.done.text).toContain('Changed1');
      expect((await spendOf(store)).map(({ amount }) => amount)).toEqual([31.75]);
    });

    it('names each cell that it cannot take, and hands these rows out without a formula in them', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const csv = [
        'Day,Source,Campaign,Kind,Cost,Clicks',
        '2026-11-01,google,"=HYPERLINK(""http://evil"")",media,abc,1',
        '2026-13-01,google,A,media,1.00,1',
        '2026-12-24,google,A,media,1.00,1',
        '2026-11-02,google,A,bribes,1.00,1',
        '2026-11-02,google,A,media,,1',
        '2026-11-02,google,A,media,-5.00,1',
        '2026-11-02,google,A,media,5.00,1.5',
        '2026-11-03,google,"two',
        'lines",media,7.00,1',
        '2026-11-04,google,A,media,oops,1',
      ].join('\n');
      const { preview, paths } = await importFile(collector, marta, 'spend', csv);
      for (const told of [
        '2Costabcan amount from 0 on',
        '3Day2026-13-01a day, written',
        '4Day2026-12-24a day up to today',
        '5Kindbribesmedia, production',
        '6Cost(empty)something in this cell',
        '7Cost-5.00an amount from 0 on',
        '8Clicks1.5a whole number',
        '11Costoopsan amount',
      ])
        expect(preview.text).toContain(told);
      expect((await spendOf(store)).map(({ campaign, amount }) => [campaign, amount])).toEqual([
        ['two\nlines', 7],
      ]);
      const answer = await marta.get(`${paths.done}/refused.csv`);
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      const text = await answer.text();
      expect(text.split('\r\n')).toHaveLength(10);
      expect(text).toContain('"Why"');
      expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
      expect(text).toContain('Cost: “abc”. Expected: an amount from 0 on');
    });

    it('keeps neither files nor refused rows for more than a day', async () => {
      const store = await open();
      let now = today;
      const collector = await collectorOn(store, {}, () => now);
      const marta = await collector.as('marketing');
      const csv = 'Day,Source,Campaign,Kind,Cost\n2026-11-01,google,A,media,x\n';
      const { paths } = await importFile(collector, marta, 'spend', csv);
      const file = (await bringFile(collector, marta, 'spend', csv)).headers.get('location')!;
      now = new Date('2026-11-28T13:00:00Z');
      await keepRetention(collector.desk);
      const alma = await collector.as('admin');
      const gone = await formPage(await alma.get(file));
      expect(gone.status).toBe(404);
      expect(gone.text).toContain('older than a day');
      expect((await alma.get(`${paths.done}/refused.csv`)).status).toBe(404);
      expect((await formPage(await alma.get(paths.done))).text).toContain('were kept for a day');
    });
  });
});

describe('a cost by hand', () => {
  onEachStore((open) => {
    it('is kept, replaced by the next one, and leaves what a file counted', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const cost = { when: '2026-10', source: 'meta', campaign: 'A', kind: 'agency', amount: '1,200.50' };
      const press = (fields: Record<string, string>) => marta.post('/imports/costs', fields);
      expect((await press(cost)).headers.get('location')).toBe('/imports?done=added');
      expect((await press(cost)).headers.get('location')).toBe('/imports?done=same');
      expect((await press({ ...cost, amount: '900' })).headers.get('location')).toBe('/imports?done=changed');
      const csv = 'Day,Source,Campaign,Kind,Cost,Clicks\n2026-11-01,meta,A,media,10.50,7\n';
      await importFile(collector, marta, 'spend', csv);
      await press({ ...cost, kind: 'media', when: '2026-11-01', amount: '11' });
      expect(await spendOf(store)).toMatchObject([
        { day: '2026-10', kind: 'agency', amount: 900 },
        { day: '2026-11-01', kind: 'media', amount: 11, clicks: 7 },
      ]);
      const list = await formPage(await marta.get('/imports?done=added'));
      expect(list.text).toContain('The cost is saved.');
      expect(list.text).toContain('written by hand');
    });

    it('says beside each field what was expected, and loses nothing that was written', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const wrong = {
        when: '03/04/2026',
        source: 'm',
        campaign: 'x'.repeat(201),
        kind: 'bribes',
        amount: '1.234',
      };
      const answer = await formPage(await marta.post('/imports/costs', wrong));
      expect(answer.status).toBe(422);
      for (const name of ['when', 'campaign', 'kind', 'amount'])
        expect(answer.html).toContain(`id="${name}-error"`);
      expect(answer.html).not.toContain('id="source-error"');
      expect(answer.html).toContain('value="03/04/2026"');
      expect(answer.html).toContain('x'.repeat(201));
      for (const when of ['2027-01-01', '2026-02-30', ''])
        expect((await marta.post('/imports/costs', { ...wrong, when })).status).toBe(422);
      expect(await spendOf(store)).toEqual([]);
    });
  });
});
