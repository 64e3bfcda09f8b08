import { sql } from 'kysely';
import type { Change } from '../../store/store.ts';
import type { Person } from '../../store/tables.ts';
import { anonymise } from '../anonymise.ts';
import { monthsBefore } from './months-before.ts';
import { batch, type Step } from './step.ts';

/** Makes people anonymous whose last request and last change are from before a day. */
export const anonymiseDue =
  (rule: 'leads' | 'customers'): Step =>
  async (change, { rules, secret, now }) => {
    const months = rules[rule];
    if (months === null) return 0;
    const due: Due = { is: rule === 'customers' ? '=' : '!=', end: monthsBefore(now, months) };
    const found = await findDue(change, due);
    if (found.length === 0) return 0;
    const persons = await holdDue(change, found, due);
    await anonymise(change, persons, { secret, now });
    return found.length;
  };

interface Due {
  /** Customers, or everybody else. */
  is: '=' | '!=';
  /** Whoever asked or was worked from this day on stays. */
  end: string;
}

async function findDue(change: Change, { is, end }: Due): Promise<number[]> {
  const found = await change
    .selectFrom('persons')
    .select('id')
    .where('anonymous', '=', sql.lit(0))
    .where('test', '=', 0)
    .where('stage', is, 'customer')
    .where('last_at', '<', end)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journal')
            .select('journal.id')
            .whereRef('journal.person_id', '=', 'persons.id')
            .where('journal.at', '>=', end),
        ),
      ),
    )
    .orderBy('last_at')
    .limit(batch)
    .execute();
  return found.map(({ id }) => id);
}

/** Holds those of them who are still due: somebody may have asked, or been worked, since they were looked for. */
async function holdDue(change: Change, found: readonly number[], { is, end }: Due): Promise<Person[]> {
  const held = await change
    .updateTable('persons')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', found)
    .where('anonymous', '=', 0)
    .where('stage', is, 'customer')
    .where('last_at', '<', end)
    .returningAll()
    .execute();
  const entries = await change
    .selectFrom('journal')
    .select('person_id')
    .where('person_id', 'in', found)
    .where('at', '>=', end)
    .execute();
  const worked = new Set(entries.map(({ person_id }) => person_id));
  return held.filter(({ id }) => !worked.has(id));
}
