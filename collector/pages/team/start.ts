import { homeOf } from '../../team/home-of.ts';
import type { Route } from '../route.ts';

/** The collector's own address: to one's list, or to sign in. */
export const start: Route = {
  method: 'GET',
  path: '/',
  open: 'leads to where one signs in',
  answer: ({ c, account }) => c.redirect(account ? homeOf(account) : '/sign-in', 303),
};
