import type { Route } from '../route.ts';
import { resultsCsv } from './results-csv.ts';
import { resultsPage } from './results-page.tsx';

/** What came of what was spent, as marketing and as sales read it. */
export const resultsRoutes: readonly Route[] = [resultsPage, resultsCsv];
