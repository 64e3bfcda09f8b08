import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A script as `npm run build` left it. */
export const builtScript = (name = 'unisono.js'): Buffer => readFileSync(`${dist}${name}`);

/** One address of a site. A body in parts arrives part by part. */
export interface Answer {
  body: string | Buffer | AsyncIterable<string>;
  headers?: Record<string, string>;
}

/** A website that uses Unisono, on a server of its own: any page, under any policy. */
export interface OwnerSite {
  /** Without a slash at the end. */
  origin: string;
  /** What browsers have reported about its policies. */
  reports: string[];
  /** Puts something at a path; answers with its address. */
  put(path: string, answer: Answer): string;
  close(): Promise<void>;
}

const typeOf = (path: string): string =>
  path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';

/** Starts a site that has the built scripts at its root, and takes policy reports at `/reports`. */
export async function startOwnerSite(): Promise<OwnerSite> {
  const answers = new Map<string, Answer>();
  const reports: string[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://site').pathname;
    if (path === '/reports') {
      request.setEncoding('utf8');
      let report = '';
      for await (const chunk of request) report += chunk;
      reports.push(report);
      response.writeHead(204).end();
      return;
    }
    const isScript = /^\/unisono[\w-]*\.js$/.test(path);
    const answer = answers.get(path) ?? (isScript ? { body: builtScript(path.slice(1)) } : null);
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    const { body, headers } = answer;
    response.writeHead(200, { 'content-type': typeOf(path), ...headers });
    if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body);
    else {
      for await (const part of body) response.write(part);
      response.end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    reports,
    put(path, answer) {
      answers.set(path, answer);
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
