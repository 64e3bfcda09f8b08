import type { Route } from '../route.ts';
import { leadsPage } from './leads.tsx';
import { leadsCsv } from './leads-csv.ts';
import { marketingPage } from './marketing.tsx';
import { personRoutes } from './person-routes.tsx';
import { salesPage } from './sales.tsx';
import { scoringRoutes } from './scoring.tsx';
import { setAsideRoutes } from './set-aside.tsx';

/** The pages in which people are worked. */
export const workingRoutes: readonly Route[] = [
  salesPage,
  marketingPage,
  leadsPage,
  leadsCsv,
  ...setAsideRoutes,
  ...scoringRoutes,
  ...personRoutes,
];
