import type { Route } from '../route.ts';
import { exportPerson } from './export-person.ts';
import { findPerson } from './find-person.tsx';
import { mailLinks } from './mail-links.tsx';
import { removePerson } from './remove-person.tsx';
import { rightsPage } from './rights-page.tsx';
import { setRetention, typedRetention } from './set-retention.ts';
import { stopScoringPerson } from './stop-scoring-person.ts';

const rights: Route = {
  method: 'GET',
  path: '/settings/rights',
  roles: ['admin'],
  async answer(visit) {
    const { done } = visit.words.rights;
    const name = visit.field('done');
    const notice = Object.hasOwn(done, name) ? { text: done[name as keyof typeof done] } : null;
    const typed = await typedRetention(visit.desk.store.read);
    return rightsPage(visit, { notice, retention: { typed, wrong: [] } });
  },
};

const buttons: readonly Route[] = [
  findPerson,
  exportPerson,
  stopScoringPerson,
  ...removePerson,
  setRetention,
];

/** A page that answered a button has no address of its own: whoever opens that begins anew. */
const begin = buttons.map(
  ({ path }): Route => ({
    method: 'GET',
    path,
    roles: ['admin'],
    answer: ({ c }) => c.redirect('/settings/rights', 303),
  }),
);

/** The rights of the person: for those who ask, by links in mails; for the team, under settings. */
export const rightsRoutes: readonly Route[] = [...mailLinks, rights, ...buttons, ...begin];
