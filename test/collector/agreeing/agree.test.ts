import { describe, expect, it } from 'vitest';
import { agree, propose, stateOf, withdraw } from '../../../collector/agreeing/agree.ts';
import { objectiveInForce } from '../../../collector/agreeing/objective-in-force.ts';
import type { Store } from '../../../collector/store/store.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const now = new Date('2026-11-27T12:00:00Z');
const later = new Date('2026-11-28T12:00:00Z');
const [marta, sandro, alma] = [
  { id: 1, role: 'marketing' },
  { id: 2, role: 'sales' },
  { id: 3, role: 'admin' },
] as const;

const proposed = (store: Store, name = 'Winter') =>
  store.change((change) =>
    propose(
      change,
      { name, agreed: {} as never, starts_on: '2026-12-01', ends_on: '2027-03-01', campaigns: ['a'] },
      marta,
      now,
    ),
  );

const stateIn = async (store: Store, id: number) =>
  stateOf(
    await store.read.selectFrom('objectives').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );

describe('agreeing', () => {
  onEachStore((open) => {
    it('takes two people, each for their team, and ends what was agreed before', async () => {
      const store = await open();
      const first = await proposed(store);
      const press = (
        id: number,
        team: 'marketing' | 'sales',
        by: typeof marta | typeof sandro | typeof alma,
      ) => store.change((change) => agree(change, id, team, by, later));
      expect(await objectiveInForce(store.read)).toBeNull();
      expect(await press(first, 'sales', marta)).toBe('not-yours');
      expect(await press(99, 'sales', sandro)).toBe('gone');
      expect(await press(first, 'marketing', alma)).toBe('agreed');
      expect(await press(first, 'sales', alma)).toBe('same-person');
      expect(await press(first, 'marketing', marta)).toBe('agreed-already');
      expect(await objectiveInForce(store.read)).toBeNull();
      expect(await press(first, 'sales', sandro)).toBe('in-force');
      expect(await objectiveInForce(store.read)).toMatchObject({
        id: first,
        campaigns: ['a'],
        marketing_by: 3,
        sales_by: 2,
        sales_at: later.toISOString(),
        ended_at: null,
      });
      const second = await proposed(store, 'Spring');
      await press(second, 'sales', sandro);
      expect((await objectiveInForce(store.read))?.id).toBe(first);
      expect(await press(second, 'marketing', marta)).toBe('in-force');
      expect((await objectiveInForce(store.read))?.id).toBe(second);
      expect(await stateIn(store, first)).toBe('superseded');
    });

    it('is over for a proposal that was withdrawn, by who proposed it or an admin', async () => {
      const store = await open();
      const id = await proposed(store);
      const back = (by: typeof marta | typeof sandro) =>
        store.change((change) => withdraw(change, id, by, later));
      expect(await back(sandro)).toBe('not-yours');
      expect(await back(marta)).toBe('withdrawn');
      expect(await stateIn(store, id)).toBe('withdrawn');
      expect(await back(marta)).toBe('not-open');
      expect(await store.change((change) => agree(change, id, 'sales', sandro, later))).toBe('not-open');
    });

    it('leaves one objective in force, however many press at once', async () => {
      const store = await open();
      const ids = [await proposed(store, 'A'), await proposed(store, 'B')];
      const came = await Promise.all(
        ids.flatMap((id) =>
          ([marta, sandro, alma, alma] as const).map((by, at) =>
            store.change((change) => agree(change, id, at % 2 ? 'sales' : 'marketing', by, later)),
          ),
        ),
      );
      expect(came.filter((each) => each === 'in-force')).toHaveLength(2);
      const states = await Promise.all(ids.map((id) => stateIn(store, id)));
      expect(states.sort()).toEqual(['in-force', 'superseded']);
      const all = await store.read.selectFrom('objectives').selectAll().execute();
      for (const each of all) expect(each.marketing_by).not.toBe(each.sales_by);
    });
  });
});
