import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../../collector/collector.ts';
import type { Route } from '../../../collector/pages/route.ts';
import { everyRole } from '../../../collector/pages/route.ts';
import { routes } from '../../../collector/pages/routes.ts';
import { type Caller, type CollectorOnStore, collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';

/** What anybody may ask for without signing in. A route is open only if it stands here too. */
const open = [
  'GET /',
  'GET /assets/collector.css',
  'GET /assets/collector.js',
  'GET /confirm/:token',
  'GET /healthz',
  'GET /sign-in',
  'GET /stop/:token',
  'GET /welcome/:token',
  'POST /confirm/:token',
  'POST /language',
  'POST /sign-in',
  'POST /sign-out',
  'POST /stop/:token',
  'POST /welcome/:token',
];

/** What the collector answers to besides its table: the front door, and refusals. */
const besides = [
  'ALL /*',
  'ALL /api/*',
  'ALL /api/leads',
  'GET /api/thanks',
  'OPTIONS /api/leads',
  'OPTIONS /api/tallies',
  'POST /api/leads',
  'POST /api/tallies',
];

const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
const pathOf = ({ path }: Route): string => path.replace(/:\w+(\{[^}]*\})?/g, '1');

/** Asks for a page, or presses a button without filling anything in. Nobody waits for what streams. */
async function ask(caller: Caller, route: Route, headers: Record<string, string> = {}): Promise<Response> {
  const response = await (route.method === 'GET'
    ? caller.get(pathOf(route), headers)
    : caller.post(pathOf(route), {}, headers));
  await response.body?.cancel();
  return response;
}

/** Sends headers that `fetch` keeps to itself. */
function send(url: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

/** The buttons that somebody presses in their own name. */
const presses = routes.filter(({ method, fromAnywhere }) => method === 'POST' && fromAnywhere === undefined);

describe('the doors of the collector', () => {
  onEachStore((openStore) => {
    it('are all in the table, and those that are open are named here', async () => {
      const { desk } = await collectorOn(await openStore());
      const there = new Set(createCollector(desk).routes.map(nameOf));
      expect([...there].sort()).toEqual([...new Set([...besides, ...routes.map(nameOf)])].sort());
      expect(
        routes
          .filter((route) => route.open !== undefined)
          .map(nameOf)
          .sort(),
      ).toEqual(open);
      expect(routes.map(nameOf)).toHaveLength(new Set(routes.map(nameOf)).size);
    });

    it('are closed to whoever has not signed in', async () => {
      const { anybody } = await collectorOn(await openStore());
      for (const route of routes.filter(({ roles }) => roles)) {
        const response = await ask(anybody, route);
        const isPage = route.method === 'GET' && !route.path.startsWith('/api/');
        expect(response.status, nameOf(route)).toBe(isPage ? 303 : 401);
        if (isPage)
          expect(response.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent(pathOf(route))}`);
      }
    });

    it('are closed to a session nobody has, and to the token of scripts where no script may', async () => {
      const { anybody } = await collectorOn(await openStore());
      for (const route of routes.filter(({ roles }) => roles)) {
        const isRefused = (response: Response) => [303, 401].includes(response.status);
        expect(isRefused(await ask(anybody, route, { cookie: 'session=made-up' })), nameOf(route)).toBe(true);
        expect(isRefused(await ask(anybody, route, { authorization: 'Bearer wrong' })), nameOf(route)).toBe(
          true,
        );
        const script = await ask(anybody, route, { authorization: 'Bearer test-token' });
        expect(isRefused(script), nameOf(route)).toBe(route.open === undefined && !route.script);
      }
    });

    it('let each role through where the table says so, and nowhere else', async () => {
      const collector = await collectorOn(await openStore());
      for (const route of routes)
        for (const role of everyRole) {
          const { status } = await ask(await collector.as(role), route);
          const what = `${role}: ${nameOf(route)}`;
          expect(status, what).toBeLessThan(500);
          expect(status === 403, what).toBe(route.open === undefined && !route.roles.includes(role));
          expect(status, what).not.toBe(401);
        }
    });

    it('are found under our own names only', async () => {
      const { url } = await collectorOn(await openStore(), { hosts: ['leads.lan'] });
      for (const route of routes.filter(({ fromAnywhere }) => fromAnywhere === undefined)) {
        const foreign = { host: 'evil.example', origin: 'http://evil.example', 'content-length': '0' };
        expect(await send(url + pathOf(route), route.method, foreign), nameOf(route)).toBe(403);
      }
      expect(await send(`${url}/sign-in`, 'GET', { host: 'leads.lan:4173' })).toBe(200);
      expect(await send(`${url}/sign-in`, 'GET', { host: 'leads.lan.evil.example' })).toBe(403);
    });

    it('send the same headers with whatever they answer', async () => {
      const collector = await collectorOn(await openStore());
      const sales = await collector.as('sales');
      const answers = [
        ...(await Promise.all(routes.map((route) => ask(collector.anybody, route)))),
        ...(await Promise.all(
          routes.filter(({ path }) => path !== '/sign-out').map((route) => ask(sales, route)),
        )),
        await collector.anybody.post('/sign-in', {}, { origin: 'https://evil.example' }),
        await collector.anybody.get('/nothing-here', { accept: 'text/html' }),
      ];
      for (const { headers, url } of answers) {
        expect(headers.get('x-content-type-options'), url).toBe('nosniff');
        expect(headers.get('content-security-policy'), url).toContain("frame-ancestors 'none'");
        expect(headers.get('referrer-policy'), url).toBeTruthy();
        expect(headers.get('cross-origin-opener-policy'), url).toBe('same-origin');
        expect(headers.get('cache-control'), url).toBeTruthy();
        expect(headers.get('strict-transport-security'), url).toBeNull();
      }
    });

    it('tell browsers to come back by https, where the collector is found there', async () => {
      const { anybody } = await collectorOn(await openStore(), { url: 'https://leads.example' });
      const { headers } = await anybody.get('/sign-in');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    });
  });
});

const forms = {
  'application/x-www-form-urlencoded': 'do=everywhere',
  'multipart/form-data; boundary=x': '--x--',
  'text/plain': 'do=everywhere',
  'application/json': '{}',
  'application/octet-stream': 'x',
};

/** What a browser says of a button on somebody else's page, or what one says that hides it. */
const elsewhere: Record<string, Record<string, string>> = {
  'another site': { origin: 'https://evil.example' },
  'another site, said by the browser alone': { 'sec-fetch-site': 'cross-site' },
  'a neighbour': { 'sec-fetch-site': 'same-site' },
  'another site that would pass as ours': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'a page without a name': { origin: 'null' },
  'a page that hides where it is': {},
  nonsense: { origin: 'evil' },
};

const post = (
  { url }: CollectorOnStore,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<Response> => fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' });

describe('a button that stands on another page', () => {
  onEachStore((openStore) => {
    it.each(Object.entries(elsewhere))('is not pressed: %s', async (_, headers) => {
      const collector = await collectorOn(await openStore());
      const admin = await collector.as('admin');
      for (const route of presses)
        for (const [type, body] of Object.entries(forms)) {
          const sent = { cookie: admin.cookie, 'content-type': type, ...headers };
          const response = await post(collector, pathOf(route), sent, body);
          expect(response.status, `${nameOf(route)} ${type}`).toBe(403);
        }
      // Neither signed out nor out everywhere.
      expect((await admin.get('/account')).status).toBe(200);
    });

    it('is pressed where the browser says that it stands on ours', async () => {
      const collector = await collectorOn(await openStore(), { url: 'http://leads.lan', hosts: [] });
      const { cookie } = await collector.as('sales');
      const ours = [
        { origin: 'http://leads.lan' },
        { origin: collector.url },
        { origin: collector.url, 'sec-fetch-site': 'same-origin' },
        { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ] as Record<string, string>[];
      for (const headers of ours) {
        const response = await post(collector, '/language', { cookie, ...headers });
        expect(response.status, JSON.stringify(headers)).toBe(303);
      }
    });

    it('is pressed in nobody’s name by a program that is no browser', async () => {
      const collector = await collectorOn(await openStore());
      expect((await post(collector, '/language', {})).status).toBe(303);
      for (const route of presses.filter(({ roles }) => roles))
        expect((await post(collector, pathOf(route), {})).status, nameOf(route)).toBe(401);
    });
  });
});
