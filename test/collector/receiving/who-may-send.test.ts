import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { collectorOn } from '../../support/collector-on-store.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const bearer = { Authorization: 'Bearer test-token' };

/** `fetch` sets the Host header itself. */
const statusUnder = (url: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${url}/api/leads`, { headers: { ...bearer, Host: host } }, (answer) => {
      resolve(answer.resume().statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

const sendFrom = (url: string, headers: Record<string, string>) =>
  fetch(`${url}/api/leads`, { method: 'POST', headers, body: JSON.stringify(buildEnvelope()) });

onEachStore((open) => {
  describe('leads are shown under the collector’s own name only', () => {
    test.each([
      'rebound.example',
      'rebound.example:4173',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '192.168.1.7',
    ])('not under %s', async (host) => {
      const { url } = await collectorOn(await open());
      expect(await statusUnder(url, host)).toBe(403);
    });
    test.each(['localhost', 'LOCALHOST:4173', '127.0.0.1:1', '[::1]:4173'])('under %s', async (host) => {
      const { url } = await collectorOn(await open());
      expect(await statusUnder(url, host)).toBe(200);
    });
  });

  test.each([{}, { Authorization: 'Bearer wrong' }, { Authorization: 'test-token' }])(
    'leads are shown to no script without the token: %o',
    async (headers) => {
      const { url } = await collectorOn(await open());
      const answer = await fetch(`${url}/api/leads`, { headers: { ...headers } });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: 'not-signed-in' } });
    },
  );

  test('where there is no token, no script reads leads', async () => {
    const { url } = await collectorOn(await open(), { token: null });
    for (const Authorization of ['Bearer null', 'Bearer ', 'Bearer test-token'])
      expect((await fetch(`${url}/api/leads`, { headers: { Authorization } })).status).toBe(401);
  });

  describe('an owner who allows certain sites only', () => {
    const origins = ['https://shop.example'];

    test('takes leads from them', async () => {
      const { url } = await collectorOn(await open(), { origins });
      const answer = await sendFrom(url, { Origin: 'https://shop.example' });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
      expect(answer.headers.get('vary')).toBe('Origin');
    });

    test.each(['https://evil.example', 'http://shop.example', 'https://shop.example.evil.example', 'null'])(
      'takes none from %s',
      async (Origin) => {
        const store = await open();
        const { url } = await collectorOn(store, { origins });
        const answer = await sendFrom(url, { Origin });
        expect(answer.status).toBe(403);
        expect(await answer.json()).toMatchObject({ error: { code: 'origin-not-allowed' } });
        expect(answer.headers.has('access-control-allow-origin')).toBe(false);
        expect(await store.read.selectFrom('requests').select('id').execute()).toEqual([]);
      },
    );
  });

  describe('who sends too much', () => {
    const few = { leadsPerMinute: 2 };
    const statuses = async (url: string, senders: string[]) => {
      const answers: Response[] = [];
      for (const sender of senders) answers.push(await sendFrom(url, { 'X-Forwarded-For': sender }));
      return answers;
    };

    test('is told when to send again, and nobody else is kept waiting', async () => {
      const store = await open();
      const { url } = await collectorOn(store, { ...few, isBehindProxy: true });
      const [first, second, third, other] = await statuses(url, [
        '203.0.113.1',
        '203.0.113.1',
        '203.0.113.1',
        '203.0.113.2',
      ]);
      expect([first, second, third, other].map((answer) => answer!.status)).toEqual([201, 201, 429, 201]);
      expect(Number(third!.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(third!.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(third!.headers.get('access-control-expose-headers')).toBe('Retry-After');
      expect(await third!.json()).toMatchObject({ error: { code: 'too-many' } });
      expect(await store.read.selectFrom('requests').select('id').execute()).toHaveLength(3);
    });

    test('is one sender behind a whole IPv6 network, and what a sender adds in front of the proxy’s word does not count', async () => {
      const { url } = await collectorOn(await open(), { ...few, isBehindProxy: true });
      const network = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '6.6.6.6, 2001:db8:1:2:3:4:5:6'];
      expect((await statuses(url, network)).map(({ status }) => status)).toEqual([201, 201, 429]);
      const beside = await statuses(url, [
        '2001:db8:1:3::1',
        '::ffff:203.0.113.9',
        '203.0.113.9',
        '203.0.113.9',
      ]);
      expect(beside.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
    });

    test('cannot name themselves where there is no proxy', async () => {
      const { url } = await collectorOn(await open(), few);
      const answers = await statuses(url, ['203.0.113.1', '203.0.113.2', '203.0.113.3']);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    });
  });

  test('a form that a browser posts by itself is answered with a page, also where it cannot be taken now', async () => {
    const failing = { ...(await open()) };
    const { url } = await collectorOn(failing);
    const post = () =>
      fetch(`${url}/api/leads`, {
        method: 'POST',
        body: new URLSearchParams({ email: 'ada@shop.example' }),
        headers: { 'accept-language': 'it' },
        redirect: 'manual',
      });
    const taken = await post();
    expect([taken.status, taken.headers.get('location')]).toEqual([303, '/api/thanks']);
    expect(await (await fetch(`${url}/api/thanks`)).text()).toContain('Your request has arrived.');
    failing.change = () => Promise.reject(Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' }));
    const later = await post();
    expect([later.status, later.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await later.text()).toContain('Non ancora inviata');
  });

  test('a store that fails is said so, with the time to try again, and never answered 2xx', async () => {
    const store = await open();
    const failing = { ...store };
    const collector = await collectorOn(failing);
    failing.change = () => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }));
    const answer = await sendFrom(collector.url, { Origin: 'https://shop.example' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({ error: { code: 'store-unavailable' } });
    expect(JSON.stringify(collector.logged)).toContain('SQLITE_FULL');

    failing.change = store.change;
    expect((await sendFrom(collector.url, {})).status).toBe(201);
  });
});
