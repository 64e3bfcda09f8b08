import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import { loopbackHosts } from '../collector/own-host.ts';
import { serve } from '../collector/serve.ts';
import { settingsOf } from '../collector/settings-of.ts';
import { bringDemoTeam, demoSignIn } from './demo-team.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const landing = folder('landing');
const repository = folder('..');

/** As strict as a landing page can be: what the script needs is named, and nothing else is allowed. */
const landingPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  // A form of the owner's own is posted by the browser itself where there is no JavaScript.
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const withHeaders =
  (headers: Record<string, string>): MiddlewareHandler =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  };

/** The scripts as they are built, and pages as an owner would write them. */
function landingPages(app: Hono): void {
  const built = '/:file{(?:unisono[\\w.-]*\\.js(?:\\.map)?|lead\\.schema\\.json)}';
  app.get(
    built,
    // Any site may load the script and check its integrity hash.
    withHeaders({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    }),
    serveStatic({ root: repository, rewriteRequestPath: (path) => `/dist${path}` }),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/:language{(?:en|it)}', (c) => c.redirect(`${c.req.path}/${new URL(c.req.url).search}`));
  app.get(
    '/*',
    withHeaders({
      'Content-Security-Policy': landingPolicy,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    }),
    serveStatic({ root: landing }),
  );
}

try {
  const setup = settingsOf(process.env, folder('../.data'));
  setup.settings.planner ??= `${setup.settings.url ?? `http://localhost:${setup.port}`}/{language}/plan/`;
  const { url } = await serve(setup, {
    demo: demoSignIn,
    prepare: (desk) => bringDemoTeam(desk, process.env.UNISONO_EXAMPLE !== '0'),
    beside: landingPages,
  });
  console.log(`Landing page, English  ${url}/en/`);
  console.log(`Landing page, Italian  ${url}/it/`);
  console.log(`A form of one's own    ${url}/en/ask/`);
  console.log(`The collector          ${url}/`);
  console.log(`Leads are kept in      ${setup.folder}`);
  if (!loopbackHosts.includes(setup.host)) console.log('Whoever can reach this machine can see these pages.');
  if (!existsSync(`${repository}dist/unisono.js`)) console.log('The script is not built yet: npm run build');
} catch (error) {
  const isExpected = error instanceof Error && /^(Setting|Start)Error$/.test(error.name);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
