import { health } from './api/health.ts';
import { leadsApi } from './api/leads.ts';
import { newsApi } from './api/news.ts';
import { assetRoutes } from './assets.ts';
import { clearExampleRoute } from './example/clear-route.ts';
import { importRoutes } from './importing/routes.ts';
import { objectiveRoutes } from './objective/routes.ts';
import { resultsRoutes } from './results/routes.ts';
import { rightsRoutes } from './rights/routes.ts';
import type { Route } from './route.ts';
import { targetRoutes } from './target/target-page.tsx';
import { teamRoutes } from './team/team-routes.ts';
import { tellingRoutes } from './telling/routes.ts';
import { workingRoutes } from './working/working-routes.ts';

/** Every page and every button, with who may. What is not here does not exist. */
export const routes: readonly Route[] = [
  health,
  leadsApi,
  newsApi,
  ...assetRoutes,
  ...workingRoutes,
  clearExampleRoute,
  ...teamRoutes(() => routes),
  ...tellingRoutes,
  ...rightsRoutes,
  ...objectiveRoutes,
  ...targetRoutes,
  ...resultsRoutes,
  ...importRoutes,
];
