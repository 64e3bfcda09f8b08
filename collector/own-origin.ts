import type { MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Lets only those buttons be pressed that stand on our own pages: a page elsewhere could have a browser post a form in
 * the name of whoever has signed in here (CSRF).
 *
 * The browser says where a form stood, and no page can make it say something else: `Sec-Fetch-Site`, and where it does
 * not know that (plain HTTP), `Origin`. Any content type counts. Who says neither is no browser of today: let through if
 * they bring no cookie, since then they act in nobody's name (a mail program that presses a link's button for its user,
 * RFC 8058). Stands behind `ownHost`, which has looked at the host.
 * @param url the collector's address: behind a proxy it may be known by another name than `Host`
 */
export const ownOrigin =
  (url: string): MiddlewareHandler =>
  async (c, next) => {
    const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')];
    const isSilent = site === undefined && origin === undefined && c.req.header('cookie') === undefined;
    const isOwn =
      site === undefined
        ? origin !== undefined && [new URL(url).host, c.req.header('host')].includes(hostOf(origin) ?? '')
        : site === 'same-origin';
    if (c.req.method === 'POST' && !isOwn && !isSilent) throw new Refusal('foreign-form');
    await next();
  };
