import { request } from 'node:http';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type RunningCollector, startCollector } from '../support/start-collector.ts';

let collector: RunningCollector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/unisono/../../package.json',
  '/unisono..%2f..%2fpackage.json.js',
])('no file outside is served: %s', async (path) => {
  // `fetch` would tidy the address up.
  const status = await new Promise((resolve) => {
    request(`${collector.origin}`, { path }, (answer) => resolve(answer.resume().statusCode)).end();
  });
  expect(status).toBe(404);
});

test('an address without its slash keeps where a visitor came from', async () => {
  const answer = await fetch(`${collector.origin}/en?utm_source=newsletter`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe('/en/?utm_source=newsletter');
});

test('the demo starts from its source, as in the README', async () => {
  vi.stubEnv('UNISONO_TEST_SERVER', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const demo = await startCollector();
  onTestFinished(() => demo.kill());
  expect(await (await fetch(`${demo.origin}/en/`)).text()).toContain('<lead-form');
});
