import { describe, expect, it } from 'vitest';
import { hasExample, wantsExample } from '../../../collector/example/clear-example.ts';
import { keepExample } from '../../../collector/example/keep-example.ts';
import type { Store } from '../../../collector/store/store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const noon = new Date('2026-11-27T12:00:00Z');

const count = async (
  store: Store,
  table: 'persons' | 'requests' | 'journal' | 'messages' | 'tallies' | 'spend',
) =>
  Number(
    (
      await store.read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('the made-up quarter', () => {
  onEachStore((open) => {
    it('has people of every stage, spend and counts, is marked, and tells nobody', async () => {
      const store = await open();
      const { desk, as } = await collectorOn(store, {}, () => noon);
      const admin = await as('admin');
      expect(await wantsExample(store.read)).toBe(true);
      await keepExample(desk, { sales: admin.account, marketing: admin.account }, 60);
      expect(await wantsExample(store.read)).toBe(false);
      const persons = await store.read.selectFrom('persons').selectAll().execute();
      expect(persons).toHaveLength(60);
      expect(persons.every(({ example, last_at }) => example === 1 && last_at < noon.toISOString())).toBe(
        true,
      );
      expect(new Set(persons.map(({ stage }) => stage))).toEqual(
        new Set(['lead', 'mql', 'sql', 'opportunity', 'customer', 'lost']),
      );
      for (const { stage, revenue, lost_reason } of persons) {
        expect(revenue !== null).toBe(stage === 'customer');
        expect(lost_reason !== '').toBe(stage === 'lost');
      }
      expect(await count(store, 'messages')).toBe(0);
      expect(await (await admin.get('/sales')).text()).toContain('Example data: three months');
    });

    it('is the same each time, but for the ids', async () => {
      const summaries = [];
      for (const store of [await open(), await open()]) {
        const { desk } = await collectorOn(store, {}, () => noon);
        await keepExample(desk, { sales: 1, marketing: 2 }, 20);
        summaries.push(
          await store.read
            .selectFrom('persons')
            .select(['email', 'stage', 'revenue', 'closed_at'])
            .orderBy('id')
            .execute(),
        );
      }
      expect(summaries[0]).toEqual(summaries[1]);
    });

    it('goes with one click, and whoever really asked stays, also with an address of the example', async () => {
      const store = await open();
      const { desk, as } = await collectorOn(store, {}, () => noon);
      const admin = await as('admin');
      await keepExample(desk, { sales: admin.account, marketing: admin.account }, 30);
      const { email } = await store.read.selectFrom('persons').select('email').executeTakeFirstOrThrow();
      await keepRequest(store, requestOf(email, 'hot'), noon);
      await keepRequest(store, requestOf('real@a.example', 'hot'), noon);
      expect((await (await as('sales')).post('/example/clear')).status).toBe(403);
      expect((await admin.post('/example/clear')).status).toBe(303);
      const left = await store.read.selectFrom('persons').select('email').orderBy('id').execute();
      expect(left.map((person) => person.email)).toEqual([email, 'real@a.example']);
      expect(await count(store, 'spend')).toBe(0);
      expect(await count(store, 'tallies')).toBe(0);
      const orphans = await store.read
        .selectFrom('requests')
        .leftJoin('persons', 'persons.id', 'requests.person_id')
        .select('requests.id')
        .where('persons.id', 'is', null)
        .execute();
      expect(orphans).toEqual([]);
      expect(await hasExample(store.read)).toBe(false);
      expect(await wantsExample(store.read)).toBe(false);
      expect(await (await admin.get('/sales')).text()).not.toContain('Example data');
    });

    it('goes with whoever of it a program has used the address of', async () => {
      const store = await open();
      const { desk, as } = await collectorOn(store, {}, () => noon);
      const admin = await as('admin');
      await keepExample(desk, { sales: admin.account, marketing: admin.account }, 30);
      const { email } = await store.read.selectFrom('persons').select('email').executeTakeFirstOrThrow();
      const trap = requestOf(email, 'cold', { spam: { signals: ['trap-filled'], quarantine: true } });
      await keepRequest(store, trap, noon);
      expect((await admin.post('/example/clear')).status).toBe(303);
      expect(await count(store, 'persons')).toBe(0);
    });

    it('does not come where somebody has asked already', async () => {
      const store = await open();
      await keepRequest(store, requestOf('real@a.example', 'hot'), noon);
      expect(await wantsExample(store.read)).toBe(false);
    });
  });
});
