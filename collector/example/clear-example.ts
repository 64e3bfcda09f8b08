import { deletePersons } from '../rights/delete-persons.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import type { Change, Queries } from '../store/store.ts';

/** Whether a made-up quarter is in the database. */
export const hasExample = async (read: Queries): Promise<boolean> =>
  ((await readSetting(read, 'example')) as { at?: string | null } | null)?.at != null;

/** Whether a made-up quarter may be put into the database: nobody has cleared one, and nobody has asked. */
export async function wantsExample(read: Queries): Promise<boolean> {
  if ((await readSetting(read, 'example')) !== null) return false;
  return (await read.selectFrom('persons').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** Takes everything away that was made up. Who has asked since is no example any more, and stays. */
export async function clearExample(change: Change): Promise<void> {
  const examples = await change.selectFrom('persons').select('id').where('example', '=', 1).execute();
  await deletePersons(
    change,
    examples.map(({ id }) => id),
  );
  for (const table of ['tallies', 'spend', 'objectives'] as const)
    await change.deleteFrom(table).where('example', '=', 1).execute();
  await writeSetting(change, 'example', { at: null });
}
