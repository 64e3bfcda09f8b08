import { giveToken, tokenOf } from '../../team/account-of.ts';
import { closeSession } from '../../team/session.ts';
import type { Route } from '../route.ts';

export const signOut: Route = {
  method: 'POST',
  path: '/sign-out',
  open: 'ends a session, also one that has ended by itself',
  async answer({ c, desk }) {
    const token = tokenOf(c, desk);
    if (token) await desk.store.change((change) => closeSession(change, token));
    giveToken(c, desk, null);
    return c.redirect('/sign-in', 303);
  },
};
