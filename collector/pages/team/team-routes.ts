import type { Route } from '../route.ts';
import { accountPage, accountPress } from './account.tsx';
import { language } from './language.ts';
import { settingsPage } from './settings.tsx';
import { signInPage, signInPress } from './sign-in.tsx';
import { signOut } from './sign-out.ts';
import { start } from './start.ts';
import { teamPage, teamPress } from './team.tsx';
import { welcomePage, welcomePress } from './welcome.tsx';

/**
 * How people come in, and what they set.
 * @param routes all of the collector's, those of other rooms too
 */
export const teamRoutes = (routes: () => readonly Route[]): Route[] => [
  start,
  signInPage,
  signInPress,
  signOut,
  language,
  welcomePage,
  welcomePress,
  settingsPage(routes),
  accountPage,
  accountPress,
  teamPage,
  teamPress,
];
