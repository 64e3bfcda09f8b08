import type { MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';

/** The names under which a machine speaks to itself. */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const nameOf = (host: string | undefined): string | undefined => host?.replace(/:\d+$/, '').toLowerCase();

/**
 * Lets only requests through that were addressed to one of `hosts`. Without it, a page on the web could point a name
 * of its own at this machine (DNS rebinding) and read the leads as if they were its own.
 */
export const ownHost =
  (hosts: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    if (!hosts.includes(nameOf(c.req.header('host')) ?? '')) throw new Refusal('host-not-allowed');
    await next();
  };
