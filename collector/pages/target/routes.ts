import type { Route } from '../route.ts';

/** Whom to look for, learned from what was won and lost. */
export const targetRoutes: readonly Route[] = [];
