import { stopScoring } from '../../rights/stop-scoring.ts';
import type { Route } from '../route.ts';
import { withPerson } from './with-person.ts';

/** Puts down that somebody objected to being scored. */
export const stopScoringPerson: Route = {
  method: 'POST',
  path: '/settings/rights/unscore',
  roles: ['admin'],
  answer: (visit) =>
    withPerson(visit, async ({ key }) => {
      const { c, desk, account } = visit;
      const { store, now, log } = desk;
      await store.change((change) => stopScoring(change, key, { by: account.id, now: now() }));
      log({ event: 'person-unscored', by: account.id });
      return c.redirect('/settings/rights?done=unscored', 303);
    }),
};
