import { clearExample } from '../../example/clear-example.ts';
import type { Route } from '../route.ts';

/** The button that takes the made-up quarter away. */
export const clearExampleRoute: Route = {
  method: 'POST',
  path: '/example/clear',
  roles: ['admin'],
  async answer({ c, desk }) {
    await desk.store.change(clearExample);
    return c.redirect('/leads?done=example-cleared', 303);
  },
};
