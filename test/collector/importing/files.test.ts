import { describe, expect, it } from 'vitest';
import { csvRows, type Row } from '../../../collector/importing/csv-rows.ts';
import { erase } from '../../../collector/rights/erase.ts';
import type { Store } from '../../../collector/store/store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { bringFile, exported, formPage, importFile } from '../../support/import-file.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const today = new Date('2026-11-27T12:00:00Z');
const header = 'Day,Source,Campaign,Kind,Cost\n';

const uploadsIn = (store: Store) => store.read.selectFrom('uploads').select(['id', 'file']).execute();

describe('a file that is brought', () => {
  onEachStore((open) => {
    it('is refused beside its field where it cannot be read, with what was expected', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const wide = `${'a,'.repeat(1_000_000)}\n1,2\n`;
      for (const [content, told] of [
        [null, 'Choose a CSV file.'],
        ['', 'This file is empty.'],
        [' \n \n', 'This file is empty.'],
        [header, 'there is no row'],
        [Buffer.from('PK\u0003\u0004\u0014\0\u0006\0', 'latin1'), 'This is no CSV file.'],
        [`${header}2026-11-01,"google,A,media,1\n${'x,1\n'.repeat(50_000)}`, 'a quotation mark opens'],
        [wide, 'at most 200 columns'],
        [`${'a,'.repeat(300)}\n${'1,'.repeat(300)}\n`, 'at most 200 columns'],
        [`a\n${'1\n'.repeat(100_001)}`, 'at most 100,000 rows'],
        [new Uint8Array(5_000_001).fill(97), 'larger than 5 MB'],
      ] as const) {
        const answer = await formPage(await bringFile(collector, marta, 'spend', content));
        expect(answer.status, told).toBe(422);
        expect(answer.html).toContain('id="file-spend-error"');
        expect(answer.text).toContain(told);
      }
      const huge = await bringFile(collector, marta, 'spend', new Uint8Array(9_000_000).fill(97));
      expect(huge.status).toBe(413);
      expect(await uploadsIn(store)).toEqual([]);
    });

    it('is read no further into a cell than anything that is read is long', () => {
      const [, row] = csvRows(`Day,Amount\n${'T'.repeat(90_000)},1\n`, 'comma') as Row[];
      expect(row!.cells.map(({ length }) => length)).toEqual([1_000, 1]);
    });

    it('comes from somebody of the team, by a button of ours, for what is theirs to say', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const [marta, sandro] = [await collector.as('marketing'), await collector.as('sales')];
      expect((await bringFile(collector, sandro, 'spend', exported('google-ads.en.csv'))).status).toBe(403);
      expect((await bringFile(collector, marta, 'outcomes', exported('hubspot.en.csv'))).status).toBe(403);
      expect((await bringFile(collector, collector.anybody, 'spend', header)).status).toBe(401);
      const foreign = await fetch(`${collector.url}/imports/spend`, {
        method: 'POST',
        headers: { cookie: marta.cookie, origin: 'https://evil.example' },
        body: new FormData(),
      });
      expect(foreign.status).toBe(403);
      const file = (await bringFile(collector, marta, 'spend', exported('google-ads.en.csv'))).headers.get(
        'location',
      )!;
      expect((await sandro.get(file)).status).toBe(403);
      // Whoever may not bring it may read what came of it.
      const { paths } = await importFile(collector, marta, 'spend', exported('google-ads.en.csv'));
      expect((await sandro.get(paths.done)).status).toBe(200);
      const list = await formPage(await sandro.get('/imports'));
      expect(list.text).toContain('file.csv');
      expect(list.html).not.toContain('file-spend');
      expect(list.html).toContain('file-outcomes');
    });

    it('waits with its name as text until it is read, and is read in once however often somebody presses', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const name = '<img src=x onerror=alert(1)>.csv';
      const content = `${header}2026-11-01,google,A,media,1.50\n`;
      const file = (await bringFile(collector, marta, 'spend', content, name)).headers.get('location')!;
      expect(await (await marta.get('/imports')).text()).toContain('&lt;img src=x');
      const { fields } = await formPage(await marta.get(file));
      const presses = await Promise.all([1, 2, 3].map(() => marta.post(file, { ...fields, do: 'import' })));
      expect(presses.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
      expect(await store.read.selectFrom('spend').select('amount').execute()).toEqual([{ amount: 1.5 }]);
      expect(await store.read.selectFrom('imports').select('total').execute()).toEqual([{ total: 1 }]);
      expect(await uploadsIn(store)).toEqual([]);
      for (const path of ['/imports/spend/0', '/imports/spend/x', '/imports/done/9', '/imports/done/x'])
        expect((await marta.get(path)).status, path).toBe(404);
    });

    it('is taken apart as is chosen, and says where that goes wrong', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const content = 'Title\nDay;Source;Campaign;Kind;Cost\n2026-11-01;google;A;media;1,50\n';
      const file = (await bringFile(collector, marta, 'spend', content)).headers.get('location')!;
      const { fields } = await formPage(await marta.get(file));
      expect(fields).toMatchObject({ separator: 'semicolon', header: '2', decimals: 'comma' });
      const none = await formPage(await marta.post(file, { ...fields, header: '99', do: 'again' }));
      expect(none.status).toBe(422);
      expect(none.html).toContain('id="header-error"');
      expect(none.fields).toMatchObject({ header: '99', separator: 'semicolon' });
      // Places of columns are not taken for those of another way to take it apart.
      const others = await formPage(await marta.post(file, { ...fields, separator: 'comma', do: 'import' }));
      expect(others.text).toContain('The columns are others now.');
      expect(await store.read.selectFrom('spend').selectAll().execute()).toEqual([]);
    });

    it('goes when somebody is erased whom it may name', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const sandro = await collector.as('sales');
      await keepRequest(store, requestOf('ada@acme.example', 'warm'), new Date('2026-11-05T08:00:00Z'));
      const { paths } = await importFile(collector, sandro, 'outcomes', exported('hubspot.en.csv'));
      await bringFile(collector, sandro, 'outcomes', exported('hubspot.en.csv'));
      await store.change((change) =>
        erase(change, 'ada@acme.example', { secret: collector.desk.secret, now: today }),
      );
      expect(await uploadsIn(store)).toEqual([]);
      expect((await sandro.get(`${paths.done}/refused.csv`)).status).toBe(404);
    });
  });
});
