import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** Serves the files as a good host does, compressed beforehand, but lets nobody keep them. */
export function serve(files: Iterable<readonly [path: string, content: Uint8Array | string]>) {
  const compressed = new Map([...files].map(([path, content]) => [path, brotliCompressSync(content)]));
  const server = createServer(({ url = '/' }, response) => {
    const body = compressed.get(url);
    const type = types[url.split('.').at(-1)!] ?? 'text/html';
    response.writeHead(body ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      ...(body && { 'content-encoding': 'br', 'content-length': body.length }),
    });
    response.end(body);
  }).listen(0, '127.0.0.1');
  return {
    get origin() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    close: () => server.close(),
  };
}
