import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

const script = '<script src="/client.js"></script>';

/** What a page has in it where it is not the script, once. */
const bodies: Record<string, string> = { '/empty': '', '/twice': script + script };

const headers: Record<string, [name: string, value: string]> = {
  '/csp': ['content-security-policy', "connect-src 'none'"],
  '/forget': ['clear-site-data', '"storage"'],
  '/sandboxed': ['content-security-policy', 'sandbox allow-scripts'],
  '/unsafe': ['referrer-policy', 'unsafe-url'],
};

const bundle = () =>
  build({
    entryPoints: [new URL('faults-client.ts', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    write: false,
  });
let built: ReturnType<typeof bundle> | undefined;

/**
 * Serves a page with `faults-client.ts` on it; `/csp` may connect nowhere, `/sandboxed` may store nothing, `/forget`
 * clears what the site has stored, `/unsafe` sends its whole address as referrer wherever it can, `/twice` has the
 * script twice, `/empty` has none.
 */
export async function startFaultsPage(): Promise<{ origin: string; close(): Promise<void> }> {
  built ??= bundle();
  const { outputFiles } = await built;

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://page.example');
    if (pathname === '/client.js') {
      response.setHeader('content-type', 'text/javascript').end(outputFiles[0]!.text);
      return;
    }
    const header = headers[pathname];
    if (header) response.setHeader(...header);
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html>${bodies[pathname] ?? script}`);
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
