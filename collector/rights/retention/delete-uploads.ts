import { sql } from 'kysely';
import { daysBefore } from './months-before.ts';
import { batch, type Step } from './step.ts';

/** Days for which a file waits to be read, and rows that were refused to be mended. */
const kept = 1;

/** Lets files go that nobody has read in, and what was refused of those that were: they name people. */
export const deleteUploads: Step = async (change, { now }) => {
  const before = daysBefore(now, kept);
  const deleted = await change
    .deleteFrom('uploads')
    .where('id', 'in', (eb) =>
      eb.selectFrom('uploads').select('id').where('at', '<', before).orderBy('at').limit(batch),
    )
    .returning('id')
    .execute();
  const emptied = await change
    .updateTable('imports')
    .set({ refused_rows: '' })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('imports')
        .select('id')
        .where('refused_rows', '<>', sql.lit(''))
        .where('at', '<', before)
        .orderBy('at')
        .limit(batch),
    )
    .returning('id')
    .execute();
  return deleted.length + emptied.length;
};
