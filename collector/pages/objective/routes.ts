import type { Route } from '../route.ts';
import { standingPage } from './objective-page.tsx';
import { objectivePage, objectivePress } from './one-objective.tsx';
import { proposePage, proposePress } from './propose-page.tsx';

/** What marketing and sales agreed on, and how it stands. */
export const objectiveRoutes: readonly Route[] = [
  standingPage,
  proposePage,
  proposePress,
  objectivePage,
  objectivePress,
];
