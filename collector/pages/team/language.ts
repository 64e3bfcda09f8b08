import { setCookie } from 'hono/cookie';
import { isLanguage } from '../../words/words.ts';
import { ownAddress } from '../own-address.ts';
import type { Route } from '../route.ts';

/** A year, in seconds. */
const year = 31_536_000;

/** Chooses the language of the pages: this browser's, and of who has signed in their own. */
export const language: Route = {
  method: 'POST',
  path: '/language',
  open: 'the page on which one signs in has to be readable',
  async answer({ c, desk, account, field }) {
    const chosen = field('language');
    if (isLanguage(chosen)) {
      setCookie(c, 'language', chosen, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: desk.settings.url.startsWith('https:'),
        maxAge: year,
      });
      if (account)
        await desk.store.change((change) =>
          change.updateTable('accounts').set({ language: chosen }).where('id', '=', account.id).execute(),
        );
    }
    return c.redirect(ownAddress(field('to')) ?? '/', 303);
  },
};
