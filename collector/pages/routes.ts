import { health } from './api/health.ts';
import { leadsApi } from './api/leads.ts';
import { rightsRoutes } from './rights/routes.ts';
import type { Route } from './route.ts';

/** Every page and every button, with who may. What is not here does not exist. */
export const routes: readonly Route[] = [health, leadsApi, ...rightsRoutes];
