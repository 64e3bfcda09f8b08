import type { Route } from '../route.ts';
import { withPerson } from './with-person.ts';

/** Hands out everything under an address as a file. */
export const exportPerson: Route = {
  method: 'POST',
  path: '/settings/rights/export',
  roles: ['admin'],
  answer: (visit) =>
    withPerson(visit, ({ key, tables }) => {
      const { c, desk, account } = visit;
      const at = desk.now().toISOString();
      desk.log({ event: 'person-exported', by: account.id });
      return c.body(JSON.stringify({ address: key, exportedAt: at, ...tables }, null, 2), 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="person-${at.slice(0, 10)}.json"`,
      });
    }),
};
