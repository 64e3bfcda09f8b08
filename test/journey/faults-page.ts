import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

/**
 * Serves a page with `faults-client.ts` on it; `/csp` may connect nowhere, `/unsafe` sends its whole address as
 * referrer wherever it can, `/empty` has no script.
 */
export async function startFaultsPage(): Promise<{ origin: string; close(): Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [new URL('faults-client.ts', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    write: false,
  });
  const script = outputFiles[0]!.text;

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://page.example');
    if (pathname === '/client.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
      return;
    }
    if (pathname === '/csp') {
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'");
    }
    if (pathname === '/unsafe') response.setHeader('referrer-policy', 'unsafe-url');
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html>${pathname === '/empty' ? '' : '<script src="/client.js"></script>'}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
