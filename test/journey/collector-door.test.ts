import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LeadStore } from '../../collector/working/stored-leads.ts';
import { createCollector } from '../../demo/collector/collector.ts';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { type RunningCollector, startCollector } from '../support/start-collector.ts';

let collector: RunningCollector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

/** `fetch` sets the Host header itself. */
const statusUnder = (host: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${collector.origin}${path}`, { headers: { Host: host } }, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    })
      .once('error', reject)
      .end();
  });

describe('leads are shown to this machine only', () => {
  test.each([
    'rebound.example',
    'rebound.example:4173',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.7',
  ])('not under the name %s', async (host) => {
    expect(await statusUnder(host, '/api/leads')).toBe(403);
    expect(await statusUnder(host, '/api/leads/stream')).toBe(403);
  });
  test.each(['localhost', 'LOCALHOST:4173', '127.0.0.1:1', '[::1]:4173'])(
    'under the name %s',
    async (host) => {
      expect(await statusUnder(host, '/api/leads')).toBe(200);
    },
  );
});

test('the inbox page allows nothing but its own script, style and leads', async () => {
  const answer = await fetch(`${collector.origin}/inbox`);
  expect(answer.status).toBe(200);
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toMatch("default-src 'none'");
  expect(policy).toMatch("script-src 'self'");
  expect(policy).toMatch("frame-ancestors 'none'");
  expect(policy).toMatch("require-trusted-types-for 'script'");
  expect(policy).not.toMatch('unsafe');
});

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/unisono/../../package.json',
  '/unisono..%2f..%2fpackage.json.js',
])('no file outside is served: %s', async (path) => {
  const status = await new Promise((resolve) => {
    request(`${collector.origin}`, { path }, (answer) => resolve(answer.resume().statusCode)).end();
  });
  expect(status).toBe(404);
});

test('an address without its slash keeps where a visitor came from', async () => {
  const answer = await fetch(`${collector.origin}/en?utm_source=newsletter`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe('/en/?utm_source=newsletter');
});

describe('an owner who allows certain sites only', () => {
  const saved: string[] = [];
  const store: LeadStore = {
    save: async ({ envelope }) => {
      saved.push(envelope.id);
      return 'stored';
    },
    newest: async () => [],
    after: async () => [],
    close: async () => {},
  };
  const app = createCollector({ store, origins: ['https://shop.example'] });
  const sendFrom = (Origin: string) =>
    app.request('/api/leads', {
      method: 'POST',
      headers: { Origin, 'Content-Type': 'text/plain' },
      body: JSON.stringify(buildEnvelope()),
    });

  test('takes leads from them', async () => {
    const answer = await sendFrom('https://shop.example');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(answer.headers.get('vary')).toBe('Origin');
  });

  test.each(['https://evil.example', 'http://shop.example', 'https://shop.example.evil.example', 'null'])(
    'takes none from %s',
    async (origin) => {
      saved.length = 0;
      const answer = await sendFrom(origin);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'origin-not-allowed' } });
      expect(answer.headers.has('access-control-allow-origin')).toBe(false);
      expect(saved).toEqual([]);
    },
  );
});

test('a store that fails is said so, with the time to try again, and never answered 2xx', async () => {
  const heard: string[] = [];
  const store: LeadStore = {
    save: () => Promise.reject(new Error('disk full')),
    newest: () => Promise.reject(new Error('disk gone')),
    after: () => Promise.reject(new Error('disk lost')),
    close: async () => {},
  };
  const app = createCollector({ store, log: (line) => heard.push(line) });
  const answer = await app.request('/api/leads', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: 'https://shop.example' },
    body: JSON.stringify(buildEnvelope()),
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('30');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toMatchObject({ error: { code: 'store-unavailable' } });
  expect(heard.join('\n')).toContain('disk full');

  const list = await app.request('/api/leads', { headers: { Host: 'localhost' } });
  expect(list.status).toBe(500);
  expect(await list.json()).toMatchObject({ error: { code: 'collector-failed' } });

  const stream = await app.request('/api/leads/stream', { headers: { Host: 'localhost' } });
  expect(await stream.text()).toBe('retry: 2000\n\n');
  expect(heard.join('\n')).toContain('disk lost');
});
