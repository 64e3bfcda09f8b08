import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { build } from 'esbuild';
import { Hono } from 'hono';

const here = fileURLToPath(new URL('.', import.meta.url));

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

async function inboxScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${here}inbox.tsx`],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/**
 * The team's pages: `/`, which says where everything is, and `/inbox`, which shows leads as they arrive. The inbox
 * is bundled when the server starts. Nothing personal is in them: the leads come from the collector.
 */
export async function inboxPages(): Promise<Hono> {
  const script = await inboxScript();
  const app = new Hono();
  app.on('GET', ['/', '/inbox/*'], async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cache-Control', 'no-cache');
  });
  app.get('/', serveStatic({ path: `${here}home.html` }));
  app.get('/inbox', serveStatic({ path: `${here}index.html` }));
  app.get('/inbox/inbox.css', serveStatic({ path: `${here}inbox.css` }));
  app.get('/inbox/inbox.js', (c) =>
    c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  return app;
}
