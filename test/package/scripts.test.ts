import { describe, expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { builtScript } from '../support/owner-site.ts';
import { setScene } from '../support/scene.ts';
import { sourcesOf } from '../support/source-map.ts';

const scene = setScene();

const scripts = {
  'unisono.js': ['lead-form', 'roi-calculator'],
  'unisono-form.js': ['lead-form'],
  'unisono-calculator.js': ['roi-calculator'],
  'unisono-planner.js': ['roi-calculator'],
};

/** A page with both tags and some scripts; answers with what became of it. */
async function pageWith(...tags: string[]) {
  const page = await scene.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.on('pageerror', (error) => errors.push(String(error)));
  const body = '<lead-form endpoint="/leads"></lead-form><roi-calculator></roi-calculator>';
  const html = `<!doctype html><html lang="en"><title>Page</title>${tags.join('')}<body>${body}`;
  await page.goto(scene.site.put('/page', { body: html }));
  const defined = await page.evaluate(() =>
    ['lead-form', 'roi-calculator'].filter((name) => customElements.get(name)),
  );
  const spoken = await page.evaluate(() =>
    ['lead-form', 'roi-calculator'].filter(
      (name) => document.querySelector(name)!.shadowRoot?.querySelector('h2')?.textContent,
    ),
  );
  return { page, errors, requests, defined, spoken };
}
const tag = (script: string, attributes = '') => `<script src="/${script}" defer ${attributes}></script>`;

describe.each(Object.entries(scripts))('%s', (script, elements) => {
  test('is complete in itself: it defines its elements and asks for nothing else', async () => {
    const { errors, defined, spoken, requests } = await pageWith(tag(script));
    expect(errors).toEqual([]);
    expect(defined).toEqual(elements);
    expect(spoken).toEqual(elements);
    expect(requests.filter((path) => path !== '/favicon.ico')).toEqual(['/page', `/${script}`]);
  });

  test('lets a consent manager speak, before it has come and after', async () => {
    const { page } = await pageWith(
      '<script>(window.unisonoConsent ||= []).push({ profiling: true, version: "7" })</script>',
      tag(script),
    );
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    await expect.poll(kept).toMatch(/"version.{1,6}7.*pageViews/);
    await page.evaluate(() => window.unisono!.consent({ profiling: false }));
    expect(await kept()).not.toContain('pageViews');
  });

  test('carries no library that a visitor has no use for', () => {
    const sources = sourcesOf(script);
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((source) => /zod|preact|\/contract\//.test(source))).toEqual([]);
  });

  test('names no source map to visitors; the one beside it leads to the repository’s sources', () => {
    expect(builtScript(script).toString()).not.toContain('sourceMappingURL');
    const own = sourcesOf(script).filter((source) => !source.includes('node_modules'));
    for (const source of own) expect(source).toMatch(/^\.\.\/src\//);
  });

  test('makes no code out of text, and no elements either', () => {
    const makers = /\beval\(|new Function|document\.write|insertAdjacentHTML/;
    expect(makers.exec(builtScript(script).toString())).toBeNull();
  });

  // Chrome 99, Firefox 101, Safari 16.4: what came later would stop the script there.
  test.each([
    /\.(toSorted|toReversed|toSpliced|isWellFormed|toWellFormed)\(/,
    /\b(Object|Map)\.groupBy\b/,
    /\bPromise\.(withResolvers|try)\b/,
    /\bArray\.fromAsync\b/,
    /\bAbortSignal\.(timeout|any)\b/,
    /\bURL\.(canParse|parse)\b/,
    /\bscheduler\./,
    /\bIterator\.from\b/,
  ])('runs in the oldest browsers we name: without %s', (feature) => {
    expect(feature.test(builtScript(script).toString())).toBe(false);
  });
});

test.each(['unisono-calculator.js', 'unisono-planner.js'])(
  'the form and %s as two scripts are as good as one, in either order',
  async (script) => {
    for (const order of [
      [script, 'unisono-form.js'],
      ['unisono-form.js', script],
    ]) {
      const { errors, spoken, page } = await pageWith(...order.map((each) => tag(each)));
      expect(errors).toEqual([]);
      expect(spoken).toEqual(['lead-form', 'roi-calculator']);
      expect(await page.evaluate(() => typeof window.unisono?.sendTest)).toBe('function');
    }
  },
);

test('a script that is there twice does no harm', async () => {
  const { errors, spoken } = await pageWith(tag('unisono.js'), tag('unisono.js'), tag('unisono-form.js'));
  expect(errors).toEqual([]);
  expect(spoken).toEqual(['lead-form', 'roi-calculator']);
});

test('the script tag’s data- attributes hold for all elements of the page', async () => {
  const { page } = await pageWith(tag('unisono.js', 'data-locale="it" data-currency="CHF"'));
  expect(await page.locator('roi-calculator').getByText('CHF').count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: form.submit }).count()).toBe(0);
});
