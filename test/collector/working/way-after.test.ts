import { describe, expect, it } from 'vitest';
import type { Store } from '../../../collector/store/store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const noon = new Date('2026-11-27T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const iso = (minutes: number) => later(minutes).toISOString();

const ada = 'ada@a.example';
const adaIn = (store: Store) =>
  store.read.selectFrom('persons').selectAll().where('email', '=', ada).executeTakeFirstOrThrow();

/** A collector whose clock is set before each press, with the buttons of Ada's page. */
async function deskWith(store: Store) {
  let now = noon;
  const { as } = await collectorOn(store, {}, () => now);
  const [admin, sales] = [await as('admin'), await as('sales')];
  return {
    asks: (minutes: number, temperature: 'hot' | 'warm' | 'cold') =>
      keepRequest(store, requestOf(ada, temperature), later(minutes)),
    press: async (minutes: number, move: string, fields: Record<string, string> = {}, by = admin) => {
      now = later(minutes);
      const { id, version } = await adaIn(store);
      const answer = await by.post(`/people/${id}/${move}`, { version: String(version), ...fields });
      expect(answer.status, move).toBe(303);
    },
    undoes: async (minutes: number) => {
      now = later(minutes);
      const { id } = await adaIn(store);
      const entry = await store.read
        .selectFrom('journal')
        .select('id')
        .where('person_id', '=', id)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      expect((await admin.post(`/people/${id}/undo/${entry.id}`)).status).toBe(303);
    },
    sales,
  };
}

describe('how far somebody came, and when', () => {
  onEachStore((open) => {
    it('is a moment for each stage, with those that were passed over', async () => {
      const store = await open();
      const { asks, press } = await deskWith(store);
      await asks(0, 'cold');
      expect(await adaIn(store)).toMatchObject({ asked_at: iso(0), mql_at: null, hot_at: null });
      await press(5, 'stage', { stage: 'opportunity' });
      const reached = { mql_at: iso(5), sql_at: iso(5), opportunity_at: iso(5), customer_at: null };
      expect(await adaIn(store)).toMatchObject(reached);
      await press(9, 'stage', { stage: 'customer', revenue: '500' });
      expect(await adaIn(store)).toMatchObject({ ...reached, customer_at: iso(9), lost_at: null });
    });

    it('goes back with who goes back, and with a press that is taken back', async () => {
      const store = await open();
      const { asks, press, undoes } = await deskWith(store);
      await asks(0, 'warm');
      await press(5, 'stage', { stage: 'opportunity' });
      const before = await adaIn(store);
      await press(7, 'stage', { stage: 'customer', revenue: '500' });
      await undoes(8);
      expect({ ...(await adaIn(store)), version: before.version }).toEqual(before);
      await press(9, 'stage', { stage: 'sql' });
      expect(await adaIn(store)).toMatchObject({
        mql_at: iso(0),
        sql_at: iso(5),
        opportunity_at: null,
        customer_at: null,
      });
    });

    it('stays with who is lost, who is no customer, and begins again with who asks again', async () => {
      const store = await open();
      const { asks, press } = await deskWith(store);
      await asks(0, 'warm');
      await press(5, 'stage', { stage: 'customer', revenue: '500' });
      await press(6, 'stage', { stage: 'lost', reason: 'Sent it back' });
      expect(await adaIn(store)).toMatchObject({
        mql_at: iso(0),
        opportunity_at: iso(5),
        customer_at: null,
        lost_at: iso(6),
        revenue: null,
      });
      await asks(20, 'warm');
      expect(await adaIn(store)).toMatchObject({
        asked_at: iso(0),
        mql_at: iso(0),
        sql_at: null,
        opportunity_at: null,
        lost_at: null,
      });
    });

    it('has the minutes that somebody waited for sales, from when sales had them, once', async () => {
      const store = await open();
      const { asks, press } = await deskWith(store);
      await asks(0, 'hot');
      expect(await adaIn(store)).toMatchObject({ hot_at: iso(0), contact_minutes: null });
      await press(42, 'answered');
      expect(await adaIn(store)).toMatchObject({ hot_at: iso(0), contact_minutes: 42 });
      await asks(100, 'hot');
      await press(300, 'answered');
      expect((await adaIn(store)).contact_minutes).toBe(42);
    });

    it('has no minutes for whom marketing answered, nor for whom sales took from marketing and answered at once', async () => {
      const store = await open();
      const { asks, press, undoes, sales } = await deskWith(store);
      await asks(0, 'warm');
      await press(5, 'answered');
      expect(await adaIn(store)).toMatchObject({ hot_at: null, contact_minutes: null });
      await undoes(6);
      await press(10, 'stage', { stage: 'customer', revenue: '500' }, sales);
      expect(await adaIn(store)).toMatchObject({ hot_at: iso(10), contact_minutes: null });
    });

    it('has no minutes of a hand-over that was taken back, nor of whom sales gave back', async () => {
      const store = await open();
      const { asks, press, undoes } = await deskWith(store);
      await asks(0, 'warm');
      await press(5, 'answered');
      await press(10, 'hand-over', { reason: 'They want to buy' });
      await undoes(12);
      expect(await adaIn(store)).toMatchObject({ hot_at: null, contact_minutes: null });
      await press(20, 'hand-over', { reason: 'They want to buy' });
      await press(30, 'give-back', { reason: 'Not yet' });
      await press(90, 'answered');
      expect(await adaIn(store)).toMatchObject({ team: 'marketing', contact_minutes: null });
    });

    it('has the minutes since somebody asked again whom sales had without letting them wait', async () => {
      const store = await open();
      const { asks, press, sales } = await deskWith(store);
      await asks(0, 'warm');
      await press(5, 'answered');
      await press(10, 'stage', { stage: 'sql' }, sales);
      await asks(300, 'hot');
      await press(307, 'answered', {}, sales);
      expect((await adaIn(store)).contact_minutes).toBe(7);
    });

    it('remembers what brought somebody first, whatever they ask later, and counts no test and nothing set aside', async () => {
      const store = await open();
      const first = requestOf(ada, 'cold');
      const other = { ...first.source, form: 'callback' };
      await keepRequest(store, { ...first, spam: { signals: ['too-fast'], quarantine: true } }, noon);
      expect((await adaIn(store)).asked_at).toBeNull();
      await keepRequest(store, { ...requestOf(ada, 'cold'), source: other }, later(1));
      await keepRequest(store, requestOf(ada, 'hot'), later(2));
      expect(await adaIn(store)).toMatchObject({
        asked_at: iso(1),
        first_form: 'callback',
        form: 'lead-form',
        hot_at: iso(2),
      });
      await keepRequest(store, { ...requestOf('try@a.example', 'hot'), test: true }, noon);
      const tests = store.read.selectFrom('persons').select('asked_at').where('test', '=', 1);
      expect(await tests.execute()).toEqual([{ asked_at: null }]);
    });
  });
});
