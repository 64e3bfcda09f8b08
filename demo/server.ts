import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { createCollector } from './collector/collector.ts';
import { libsqlLeadStore } from './collector/libsql-lead-store.ts';
import { loopbackHosts } from './collector/own-host.ts';
import { inboxPages } from './inbox/inbox-pages.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const landing = folder('landing');
const repository = folder('..');

const port = process.env.PORT || '4173';
const host = process.env.HOST || '127.0.0.1';
const data = resolve(process.env.UNISONO_DATA || folder('../.data'));

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) fail(`PORT is a number from 0 to 65535, not ${port}.`);

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
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const withHeaders =
  (headers: Record<string, string>): MiddlewareHandler =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  };

const closing = new AbortController();
const store = await libsqlLeadStore(data).catch((error) =>
  fail(`The leads in ${data} cannot be opened: ${error.message}`),
);
const log = (line: string): void => console.log(line);
const app = new Hono();

app.route('/', createCollector({ store, hosts: [...loopbackHosts, host], closing: closing.signal, log }));
app.route('/', await inboxPages());

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

const server = createServer({ requestTimeout: 30_000 }, getRequestListener(app.fetch));

server.on('error', (error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  fail(
    isTaken
      ? `Port ${port} is taken. Set another one: PORT=4174 npm run demo`
      : `The server cannot start: ${error.message}`,
  );
});

server.listen(Number(port), host, () => {
  const address = server.address();
  const at = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;
  console.log(`Landing page, English  ${at}/en/`);
  console.log(`Landing page, Italian  ${at}/it/`);
  console.log(`A form of one's own    ${at}/en/ask/`);
  console.log(`Inbox                  ${at}/inbox`);
  console.log(`Leads are kept in      ${data}`);
  if (!loopbackHosts.includes(host)) console.log('Whoever can reach this machine can read the leads.');
  if (!existsSync(`${repository}dist/unisono.js`)) console.log('The script is not built yet: npm run build');
});

function stop(): void {
  closing.abort();
  server.close(async () => {
    await store.close();
    process.exit(0);
  });
  // A browser keeps connections open for requests to come. Whoever is cut off in the middle of one gets no answer,
  // and sends its lead again.
  setInterval(() => server.closeIdleConnections(), 50).unref();
  setTimeout(() => server.closeAllConnections(), 1_000).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
