import { randomBytes } from 'node:crypto';
import type { Store } from './store.ts';

/** The key of this collector's keyed hashes: made once, and kept with what it protects. */
export const secretOf = (store: Store): Promise<string> =>
  store.change(async (change) => {
    await change
      .insertInto('settings')
      .values({ name: 'secret', value: JSON.stringify(randomBytes(32).toString('hex')) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const { value } = await change
      .selectFrom('settings')
      .select('value')
      .where('name', '=', 'secret')
      .executeTakeFirstOrThrow();
    return JSON.parse(value);
  });
