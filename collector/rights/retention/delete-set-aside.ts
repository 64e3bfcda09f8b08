import { sql } from 'kysely';
import type { Change } from '../../store/store.ts';
import { deletePersons } from '../delete-persons.ts';
import { daysBefore } from './months-before.ts';
import { batch, type Step } from './step.ts';

/**
 * Deletes requests that are tests or set aside, and people of whom nothing else is left. They are not put down as
 * forgotten: a program would fill that table, and a late try of one is a test, or set aside, once more.
 */
export const deleteSetAside =
  (kind: 'test' | 'quarantine'): Step =>
  async (change, { rules, now }) => {
    if (rules.aside === null) return 0;
    const due = await change
      .selectFrom('requests')
      .select(['sequence', 'person_id'])
      .where(kind, '=', sql.lit(1))
      .where('received_at', '<', daysBefore(now, rules.aside))
      .orderBy('received_at')
      .limit(batch)
      .execute();
    if (due.length === 0) return 0;
    const persons = [...new Set(due.map(({ person_id }) => person_id))];
    await hold(change, persons);
    // One that was let through meanwhile is a request like any other.
    await change
      .deleteFrom('requests')
      .where(
        'sequence',
        'in',
        due.map(({ sequence }) => sequence),
      )
      .where(kind, '=', 1)
      .execute();
    await countRequests(change, persons);
    await deletePersons(change, await withNothingLeft(change, persons));
    return due.length;
  };

const hold = (change: Change, persons: readonly number[]) =>
  change
    .updateTable('persons')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', persons)
    .execute();

const countRequests = (change: Change, persons: readonly number[]) =>
  change
    .updateTable('persons')
    .set(({ selectFrom }) => ({
      requests: selectFrom('requests')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('requests.person_id', '=', 'persons.id'),
    }))
    .where('id', 'in', persons)
    .execute();

async function withNothingLeft(change: Change, persons: readonly number[]): Promise<number[]> {
  const found = await change
    .selectFrom('persons')
    .select('id')
    .where('id', 'in', persons)
    .where('requests', '=', 0)
    .where('anonymous', '=', 0)
    .where('team', 'is', null)
    .execute();
  return found.map(({ id }) => id);
}
