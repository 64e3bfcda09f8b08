import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Desk } from './desk.ts';
import { loopbackHosts, ownHost } from './own-host.ts';
import { ownOrigin } from './own-origin.ts';
import { pageHeaders } from './page-headers.ts';
import { answerRefusal, isApi } from './pages/answer-refusal.ts';
import type { Route } from './pages/route.ts';
import { routes } from './pages/routes.ts';
import { filledIn, visitOf } from './pages/visit-of.ts';
import { frontDoor } from './receiving/receive.ts';
import { Refusal } from './refusal.ts';
import type { Account } from './store/tables.ts';
import { accountOf } from './team/account-of.ts';

/** Bytes that a form on the team's pages may weigh. */
const formLimit = 1_000_000;

/** Compares two secrets without telling by the time it takes how much of one was right. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isScript(route: Route, c: Context, { settings }: Desk): boolean {
  const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (route.open !== undefined || !route.script || !bearer || !settings.token) return false;
  return isSame(bearer, settings.token);
}

/** Lets a visit through to a route, or says no: the one place where that is decided. */
async function answer(route: Route, c: Context, desk: Desk): Promise<Response> {
  const account = await accountOf(c, desk);
  c.set('account', account);
  if (route.open !== undefined) return route.answer(visitOf(c, desk, account, await filledIn(c)));
  if (!account && !isScript(route, c, desk)) {
    if (isApi(c) || c.req.method === 'POST') throw new Refusal('not-signed-in');
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303);
  }
  if (account && !route.roles.includes(account.role)) throw new Refusal('not-allowed');
  // A script has no account, and routes for scripts ask for none.
  return route.answer(visitOf(c, desk, account as Account, await filledIn(c)));
}

/**
 * The collector: where leads arrive, and where marketing and sales work them.
 *
 * Sites may send (see `frontDoor`). Everything else is for people who have signed in, route by route (see `routes`).
 */
export function createCollector(desk: Desk): Hono {
  const { settings, log } = desk;
  const app = new Hono();
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    if (c.req.path === '/api/leads' && c.req.method === 'POST') return;
    const milliseconds = Math.round(performance.now() - started);
    log({
      event: 'request',
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      milliseconds,
    });
  });
  app.route('/', frontDoor(desk));

  const hosts = [...loopbackHosts, ...settings.hosts, new URL(settings.url).hostname];
  const limited = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new Refusal('body-too-large');
      },
    });
  const here = [ownHost(hosts), ownOrigin(settings.url)];
  for (const route of routes) {
    const everywhere = [pageHeaders(settings.url), limited(route.mostBytes ?? formLimit)];
    const guards = route.fromAnywhere === undefined ? [...everywhere, ...here] : everywhere;
    app.on(route.method, [route.path], ...guards, (c) => answer(route, c, desk));
  }

  app.all('/api/leads', (c) => {
    c.header('Allow', 'GET, POST, OPTIONS');
    throw new Refusal('method-not-allowed');
  });
  app.all('/api/*', () => {
    throw new Refusal('not-found');
  });

  app.notFound(() => {
    throw new Refusal('not-found');
  });
  app.onError((error, c) => answerRefusal(error, c, desk));
  return app;
}
