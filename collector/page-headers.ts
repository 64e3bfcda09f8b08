import type { MiddlewareHandler } from 'hono';

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

/** What every answer of the team's pages says to the browser, unless a route says otherwise. */
const headers = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** A year, in seconds. */
const year = 31_536_000;

/**
 * Puts them on an answer.
 * @param url the collector's address: under `https` browsers are told to come back that way only
 */
export function setPageHeaders(response: Response, url: string): void {
  const all = {
    ...headers,
    ...(url.startsWith('https:') && { 'Strict-Transport-Security': `max-age=${year}` }),
  };
  for (const [name, value] of Object.entries(all))
    if (!response.headers.has(name)) response.headers.set(name, value);
}

/** Puts them on whatever is answered behind it, errors too. */
export const pageHeaders =
  (url: string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    setPageHeaders(c.res, url);
  };
