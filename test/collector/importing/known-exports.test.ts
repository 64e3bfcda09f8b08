import { describe, expect, it } from 'vitest';
import type { Store } from '../../../collector/store/store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { exported, importFile } from '../../support/import-file.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const today = new Date('2026-11-27T12:00:00Z');
const asked = new Date('2026-11-05T08:00:00Z');

const spendOf = (store: Store) =>
  store.read
    .selectFrom('spend')
    .select(['day', 'source', 'campaign', 'kind', 'amount', 'impressions', 'clicks'])
    .orderBy('day')
    .orderBy('campaign')
    .execute();

const peopleOf = async (store: Store) => {
  for (const name of ['ada@acme', 'bob@bolt', 'cleo@cato'])
    await keepRequest(store, requestOf(`${name}.example`, 'warm'), asked);
};

const standingOf = (store: Store) =>
  store.read
    .selectFrom('persons')
    .select(['email', 'stage', 'revenue', 'lost_reason', 'opportunity_at', 'customer_at', 'lost_at'])
    .orderBy('email')
    .execute();

const media = (
  day: string,
  source: string,
  campaign: string,
  amount: number,
  ...brought: (number | null)[]
) => ({
  day,
  source,
  campaign,
  kind: 'media',
  amount,
  impressions: brought[0] ?? null,
  clicks: brought[1] ?? null,
});

describe('an export that we know', () => {
  onEachStore((open) => {
    it('of Google Ads is read without a question, and agrees with its own total', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const marta = await collector.as('marketing');
      const { mapper, preview, done } = await importFile(
        collector,
        marta,
        'spend',
        exported('google-ads.en.csv'),
      );
      expect(mapper.text).toContain('It looks like an export of Google Ads.');
      expect(preview.text).toContain('5 rows in all.');
      // 1,234.56 + 88.10 + 987.00 + 0.00 + 1,000.44, as the file says of itself.
      expect(preview.text).toContain('The file’s own “Total: Account”€3,310.10, the same');
      expect(done.text).toContain('New5');
      expect(await spendOf(store)).toEqual([
        media('2026-11-01', 'google', 'Autumn | Search', 1234.56, 12_345, 321),
        media('2026-11-01', 'google', 'Brand', 88.1, 1_020, 96),
        media('2026-11-02', 'google', 'Autumn | Search', 987, 9_870, 250),
        media('2026-11-02', 'google', 'Brand', 0, 12, 0),
        media('2026-11-03', 'google', 'Autumn | Search', 1000.44, 10_004, 260),
      ]);
    });

    it('of Google Ads in Italian, for Excel: UTF-16, tabs, decimal commas, the day first', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const { preview } = await importFile(
        collector,
        await collector.as('marketing'),
        'spend',
        exported('google-ads.it.csv'),
      );
      expect(preview.text).toContain('The file’s own “Totale: account”€1,246.56, the same');
      expect(await spendOf(store)).toEqual([
        media('2026-11-01', 'google', 'Autunno però', 1234.56, 12_345, 321),
        media('2026-11-13', 'google', 'Autunno però', 12, 1_020, 9),
      ]);
    });

    it('of Meta Ads in Italian: its summary is no campaign, and what nobody clicked is not measured', async () => {
      const store = await open();
      const collector = await collectorOn(store, {}, () => today);
      const { mapper, preview } = await importFile(
        collector,
        await collector.as('admin'),
        'spend',
        exported('meta-ads.it.csv'),
      );
      expect(mapper.text).toContain('It looks like an export of Meta Ads.');
      expect(preview.text).toContain('The file’s own total€310.75, the same');
      expect(await spendOf(store)).toEqual([
        media('2026-11-01', 'meta', 'Prospecting, Nord', 200.5, 4_000, 100),
        media('2026-11-02', 'meta', 'Prospecting, Nord', 110.25, 3_000, 80),
        media('2026-11-02', 'meta', 'Retargeting', 0, 100, null),
      ]);
    });

    it('in another currency than the team’s is refused row by row', async () => {
      const store = await open();
      const collector = await collectorOn(store, { currency: 'USD' }, () => today);
      const marta = await collector.as('marketing');
      const { preview, done } = await importFile(collector, marta, 'spend', exported('meta-ads.it.csv'));
      expect(preview.text).toContain('CurrencyEURyour team’s currency');
      expect(preview.text).toContain('No row of this file can be taken.');
      expect(done.text).toContain('Refused3');
      expect(await spendOf(store)).toEqual([]);
    });

    const outcomes = [
      {
        email: 'ada@acme.example',
        stage: 'customer',
        revenue: 12_500.5,
        lost_reason: '',
        opportunity_at: '2026-11-20T12:00:00.000Z',
        customer_at: '2026-11-20T12:00:00.000Z',
        lost_at: null,
      },
      {
        email: 'bob@bolt.example',
        stage: 'lost',
        revenue: null,
        lost_reason: 'Too expensive',
        opportunity_at: null,
        customer_at: null,
        lost_at: '2026-11-18T12:00:00.000Z',
      },
      {
        email: 'cleo@cato.example',
        stage: 'opportunity',
        revenue: null,
        lost_reason: '',
        opportunity_at: '2026-11-21T12:00:00.000Z',
        customer_at: null,
        lost_at: null,
      },
    ];

    it('of HubSpot moves those who asked to where their deals stand, on the day, and adds nobody', async () => {
      const store = await open();
      await peopleOf(store);
      const collector = await collectorOn(store, {}, () => today);
      const sandro = await collector.as('sales');
      const { mapper, preview, done } = await importFile(
        collector,
        sandro,
        'outcomes',
        exported('hubspot.en.csv'),
      );
      expect(mapper.text).toContain('It looks like an export of HubSpot.');
      expect(preview.text).toContain('nobody@else.example');
      expect(preview.text).toContain('somebody who has asked here');
      expect(done.text).toContain('Changed3');
      expect(done.text).toContain('Refused1');
      expect(await standingOf(store)).toEqual(outcomes);
    });

    it('of Pipedrive: the status says the end, the last change of stage the day of what is open', async () => {
      const store = await open();
      await peopleOf(store);
      const collector = await collectorOn(store, {}, () => today);
      const { mapper } = await importFile(
        collector,
        await collector.as('admin'),
        'outcomes',
        exported('pipedrive.en.csv'),
      );
      expect(mapper.text).toContain('It looks like an export of Pipedrive.');
      expect(await standingOf(store)).toEqual(outcomes);
    });

    it('of Salesforce in Italian: Windows-1252, semicolons, lines about itself at the end', async () => {
      const store = await open();
      await peopleOf(store);
      const collector = await collectorOn(store, {}, () => today);
      const { mapper, preview } = await importFile(
        collector,
        await collector.as('sales'),
        'outcomes',
        exported('salesforce.it.csv'),
      );
      expect(mapper.text).toContain('It looks like an export of Salesforce.');
      expect(preview.text).toContain('2 rows in all.');
      expect(preview.text).toContain('Lines left out2');
      const [ada, bob] = await standingOf(store);
      expect(ada).toEqual(outcomes[0]);
      expect(bob).toEqual({ ...outcomes[1], lost_reason: 'Troppo caro: 900 €' });
    });
  });
});
