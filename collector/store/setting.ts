import type { Change, Queries } from './store.ts';

/** A setting of the team, as it was put down; `null` if it never was. */
export async function readSetting(queries: Queries, name: string): Promise<unknown> {
  const row = await queries
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}

export async function writeSetting(change: Change, name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await change
    .insertInto('settings')
    .values({ name, value: json })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json }))
    .execute();
}
