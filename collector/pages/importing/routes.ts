import { everyRole, type Route } from '../route.ts';
import { costRoute } from './cost-route.ts';
import { costsRoutes } from './costs-page.tsx';
import { donePage } from './done-page.tsx';
import { fileRoutes } from './file-routes.ts';
import { importsPage } from './imports-page.tsx';
import { refusedCsv } from './refused-csv.ts';
import { uploadRoutes } from './upload-routes.ts';

/** What is brought in from other programs, and costs by hand. */
export const importRoutes: readonly Route[] = [
  { method: 'GET', path: '/imports', roles: everyRole, answer: (visit) => importsPage(visit) },
  costRoute,
  ...costsRoutes,
  ...uploadRoutes,
  ...fileRoutes,
  donePage,
  refusedCsv,
];
