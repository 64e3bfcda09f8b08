import type { Route } from '../route.ts';

/** What happened, read by marketing and by sales. */
export const resultsRoutes: readonly Route[] = [];
