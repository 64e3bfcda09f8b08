import { sql } from 'kysely';
import type { Route } from '../route.ts';

/** Whether the collector can take leads: for whatever watches it. */
export const health: Route = {
  method: 'GET',
  path: '/healthz',
  open: 'says nothing but whether the database answers',
  fromAnywhere: 'what watches it may know it by its number alone',
  async answer({ c, desk }) {
    const isWell = await sql`SELECT 1`.execute(desk.store.read).then(
      () => true,
      () => false,
    );
    return c.json({ ok: isWell }, isWell ? 200 : 503);
  },
};
