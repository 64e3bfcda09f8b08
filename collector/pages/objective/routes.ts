import type { Route } from '../route.ts';

/** What marketing and sales agreed on, and how it stands. */
export const objectiveRoutes: readonly Route[] = [];
