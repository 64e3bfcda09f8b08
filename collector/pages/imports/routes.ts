import type { Route } from '../route.ts';

/** What is read from files: spend and outcomes. */
export const importsRoutes: readonly Route[] = [];
