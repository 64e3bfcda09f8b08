import { describe, expect, it } from 'vitest';
import { closedDeals } from '../../../collector/learning/closed-deals.ts';
import { anonymiseAddress } from '../../../collector/rights/anonymise.ts';
import { consentTo } from '../../support/envelope-builder.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const noon = new Date('2026-11-27T12:00:00Z');

describe('closed deals', () => {
  onEachStore((open) => {
    it('come with the request that began each, the newest first, and without who is still open', async () => {
      const store = await open();
      const first = requestOf('won@a.example', 'cold');
      await keepRequest(store, first, noon);
      await keepRequest(store, requestOf('won@a.example', 'hot'), new Date(noon.getTime() + 60_000));
      await keepRequest(store, requestOf('lost@a.example', 'warm'), noon);
      await keepRequest(store, requestOf('open@a.example', 'warm'), noon);
      const close = (email: string, stage: 'customer' | 'lost', closed_at: string, revenue: number | null) =>
        store.change((change) =>
          change
            .updateTable('persons')
            .set({ stage, closed_at, revenue })
            .where('email', '=', email)
            .execute(),
        );
      await close('won@a.example', 'customer', '2026-12-01T00:00:00.000Z', 900);
      await close('lost@a.example', 'lost', '2026-12-02T00:00:00.000Z', null);
      const deals = await closedDeals(store.read);
      expect(deals.map(({ won, revenue }) => [won, revenue])).toEqual([
        [false, null],
        [true, 900],
      ]);
      expect(deals[1]!.lead.id).toBe(first.id);
      expect(await closedDeals(store.read, 1)).toHaveLength(1);

      // What is set aside may come from a program: it is nobody's first request. Who objects to being scored is left alone.
      const trap = requestOf('late@a.example', 'cold', {
        spam: { signals: ['trap-filled'], quarantine: true },
      });
      await keepRequest(store, trap, noon);
      const real = requestOf('late@a.example', 'warm');
      await keepRequest(store, real, new Date(noon.getTime() + 60_000));
      await close('late@a.example', 'customer', '2026-12-04T00:00:00.000Z', 1);
      expect((await closedDeals(store.read))[0]!.lead.id).toBe(real.id);
      await store.change((change) =>
        change.updateTable('persons').set({ unscored: 1 }).where('email', '=', 'late@a.example').execute(),
      );
      expect(await closedDeals(store.read)).toHaveLength(2);

      const objecting = requestOf('no@a.example', 'warm', {
        consents: [consentTo('scoring', false)],
      });
      await keepRequest(store, objecting, noon);
      await close('no@a.example', 'customer', '2026-12-05T00:00:00.000Z', 5);
      expect(await closedDeals(store.read)).toHaveLength(2);

      // Who tried a form out, and who is anonymous by now, teach nothing.
      const tried = { ...requestOf('test@a.example', 'warm'), test: true as const };
      await keepRequest(store, tried, noon);
      await close('test@a.example', 'lost', '2026-12-03T00:00:00.000Z', null);
      await store.change((change) =>
        anonymiseAddress(change, 'won@a.example', { secret: 'secret', now: noon }),
      );
      expect((await closedDeals(store.read)).map(({ won }) => won)).toEqual([false]);
    });
  });
});
