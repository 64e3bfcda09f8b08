import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import type { Desk } from './desk.ts';
import { loopbackHosts, ownHost } from './own-host.ts';
import type { Route, SignedIn, Visit } from './pages/route.ts';
import { routes } from './pages/routes.ts';
import { plainText } from './plain-text.ts';
import { frontDoor } from './receiving/receive.ts';
import { Refusal } from './refusal.ts';
import type { Account } from './store/tables.ts';
import { accountOf } from './team/account-of.ts';
import { isLanguage, languageAsked, languages } from './words/words.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const pageHeaders = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const isApi = (c: Context): boolean => c.req.path.startsWith('/api/');

/** Compares two secrets without telling by the time it takes how much of one was right. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What a visit brings, read once. */
async function visitOf(c: Context, desk: Desk, account: Account | null): Promise<Visit> {
  const chosen = account?.language || getCookie(c, 'language');
  const language = isLanguage(chosen) ? chosen : languageAsked(c.req.header('accept-language'));
  const body =
    c.req.method === 'POST' ? await c.req.parseBody({ all: true }).catch(() => ({})) : c.req.query();
  const field = (name: string): string => {
    const value =
      (Object.hasOwn(body, name) ? [(body as Record<string, unknown>)[name]].flat()[0] : '') ?? '';
    return typeof value === 'string' ? plainText(value).trim() : '';
  };
  return { c, desk, language, words: languages[language], field };
}

/** Lets a visit through to a route, or says no: the one place where that is decided. */
async function answer(route: Route, c: Context, desk: Desk): Promise<Response> {
  const account = await accountOf(c, desk);
  const visit = await visitOf(c, desk, account);
  if (route.open !== undefined) return route.answer({ ...visit, account });
  const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const isScript = route.script && bearer && desk.settings.token && isSame(bearer, desk.settings.token);
  if (!account && !isScript) {
    if (isApi(c) || c.req.method !== 'GET') throw new Refusal('not-signed-in');
    return c.redirect(`/sign-in?to=${encodeURIComponent(c.req.path)}`, 303);
  }
  if (account && !route.roles.includes(account.role)) throw new Refusal('not-allowed');
  return route.answer({ ...visit, account } as SignedIn);
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
  const guards = [ownHost(hosts), csrf({ origin: [new URL(settings.url).origin] })];
  for (const route of routes) {
    app.on(route.method, [route.path], ...guards, async (c) => {
      const answered = await answer(route, c, desk);
      for (const [name, value] of Object.entries(pageHeaders))
        if (!answered.headers.has(name)) answered.headers.set(name, value);
      return answered;
    });
  }

  app.all('/api/leads', (c) => {
    c.header('Allow', 'GET, POST, OPTIONS');
    throw new Refusal('method-not-allowed');
  });
  app.all('/api/*', () => {
    throw new Refusal('not-found');
  });

  app.onError(async (error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('collector-failed');
    if (error !== refusal) log({ event: 'failed', cause: String(error) });
    log({ event: 'refused', code: refusal.code, fields: refusal.problems?.map(({ field }) => field) });
    if (refusal.retryAfter) c.header('Retry-After', String(refusal.retryAfter));
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    return c.json(refusal.toJSON(), refusal.status);
  });
  return app;
}
