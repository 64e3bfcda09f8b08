import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Route } from './route.ts';

const files = {
  'collector.css': 'text/css; charset=utf-8',
  'collector.js': 'text/javascript; charset=utf-8',
} as const;

/** The style sheet and the script of our pages. There is nothing in them that anybody may not read. */
export const assetRoutes: readonly Route[] = Object.entries(files).map(([name, type]) => {
  const content = readFileSync(new URL(name, import.meta.url), 'utf8');
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  return {
    method: 'GET',
    path: `/assets/${name}`,
    open: 'looks the same for everybody',
    answer: ({ c }) =>
      c.req.header('if-none-match') === etag
        ? c.body(null, 304, { ETag: etag })
        : c.body(content, 200, { 'Content-Type': type, ETag: etag, 'Cache-Control': 'no-cache' }),
  };
});
