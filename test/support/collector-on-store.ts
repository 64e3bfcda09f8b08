import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import { createCollector } from '../../collector/collector.ts';
import type { Desk, Settings } from '../../collector/desk.ts';
import { secretOf } from '../../collector/store/secret.ts';
import type { Store } from '../../collector/store/store.ts';
import type { Role } from '../../collector/store/tables.ts';
import type { PasswordCost } from '../../collector/team/password.ts';
import { openSession } from '../../collector/team/session.ts';

/** The same work as in earnest, less of it: hundreds of log-ins would take minutes. */
export const quickPassword: PasswordCost = { power: 10, block: 8, lanes: 1 };

export interface CollectorOnStore {
  /** Its address, without a slash at the end. */
  url: string;
  desk: Desk;
  /** What it has logged so far. */
  logged: Record<string, unknown>[];
  /** A browser of somebody who has signed in: `fetch` with their cookie, which follows no redirect. */
  as(role: Role): Promise<Caller>;
  /** The same of somebody who has not. */
  anybody: Caller;
}

export interface Caller {
  /** `0` for nobody. */
  account: number;
  /** What the browser sends: `session=…`, or `''`. */
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Presses a button of a page. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

/** Starts a collector on a store over real HTTP, until the test ends. */
export async function collectorOn(
  store: Store,
  changes: Partial<Settings> = {},
  now: () => Date = () => new Date(),
  call: typeof fetch = fetch,
): Promise<CollectorOnStore> {
  const logged: Record<string, unknown>[] = [];
  const closing = new AbortController();
  let listener: ReturnType<typeof getRequestListener> | undefined;
  const server = createServer((request, response) => listener!(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const desk: Desk = {
    store,
    secret: await secretOf(store),
    passwordCost: quickPassword,
    now,
    fetch: call,
    log: (line) => logged.push(line),
    closing: closing.signal,
    settings: {
      url,
      origins: '*',
      hosts: [],
      smtp: null,
      mailFrom: 'Unisono <leads@unisono.example>',
      token: 'test-token',
      leadsPerMinute: 1_000_000,
      isBehindProxy: false,
      currency: 'EUR',
      planner: null,
      demo: null,
      ...changes,
    },
  };
  listener = getRequestListener(createCollector(desk).fetch);
  onTestFinished(async () => {
    closing.abort();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const caller = (account: number, cookie: string): Caller => ({
    account,
    cookie,
    get: (path, headers = {}) => fetch(url + path, { headers: { cookie, ...headers }, redirect: 'manual' }),
    post: (path, fields = {}, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { cookie, origin: url, ...headers },
        redirect: 'manual',
      }),
  });
  return {
    url,
    desk,
    logged,
    anybody: caller(0, ''),
    as: (role) =>
      store.change(async (change) => {
        const { id } = await change
          .insertInto('accounts')
          .values({
            email: `${role}-${Math.random()}@team.example`,
            name: `${role[0]!.toUpperCase()}${role.slice(1)} Person`,
            role,
            password_hash: null,
            language: 'en',
            alerts: 1,
            created_at: now().toISOString(),
            disabled_at: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return caller(id, `session=${await openSession(change, id, now())}`);
      }),
  };
}
