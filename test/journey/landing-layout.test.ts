import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { calculator, form } from '../../src/locales/en.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { send } from '../support/visitor.ts';

const stage = setStage();

const phone = { width: 375, height: 667 };
const desktop = { width: 1280, height: 800 };

/** Opens a page whose script comes only after the visitor has seen something. */
async function openBeforeScript(page: Page, url: string): Promise<void> {
  let release = (): void => {};
  const seen = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/unisono.js', async (route) => {
    await seen;
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  release();
  await page.getByRole('button', { name: form.submit }).waitFor();
}

/** After two frames, which is when a shift is known. */
const shiftsOn = (page: Page) =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    return observed.shifts;
  });

test.each([
  ['a phone', phone],
  ['a tablet', { width: 768, height: 1024 }],
  ['a laptop', desktop],
  ['a large screen', { width: 1920, height: 1080 }],
])('nothing shifts when the elements upgrade late: on %s', async (_, viewport) => {
  const page = await stage.newPage({ viewport });
  await openBeforeScript(page, `${stage.collector.origin}/en/`);
  expect(await shiftsOn(page)).toEqual([]);
});

test.each([
  ['a phone', phone],
  ['a laptop', desktop],
])('a link to the form ends at the form, however late the script comes: on %s', async (_, viewport) => {
  const page = await stage.newPage({ viewport });
  await openBeforeScript(page, `${stage.collector.origin}/en/#ask`);
  const top = () => page.locator('#ask').evaluate((section) => Math.abs(section.getBoundingClientRect().top));
  await expect.poll(top).toBeLessThan(2);
});

test('the oracle works: without the reserve rule the upgrade does shift the page', async () => {
  const page = await stage.newPage({ viewport: desktop });
  const body = '<lead-form endpoint="/api/leads"></lead-form><p>What follows the form</p>';
  await openBeforeScript(page, stage.site.put('/unreserved', { body: ownerPage({ body }) }));
  expect((await shiftsOn(page)).map(({ sources }) => sources)).not.toEqual([]);
});

test('nothing moves when errors appear', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/`, { viewport: desktop });
  const places = () =>
    page.locator('lead-form').evaluate((form) =>
      [...form.shadowRoot!.querySelectorAll('input, select, textarea, button')].map((control) => {
        const { top, left, height } = control.getBoundingClientRect();
        return [top + scrollY, left + scrollX, height].map(Math.round);
      }),
    );
  const before = await places();
  await send(page);
  await page.locator('lead-form').getByText(form.errors.required).first().waitFor();
  expect(await places()).toEqual(before);
});

test('at 320 px, which is 1280 px at 400 %, nothing has to be scrolled sideways', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/`, { viewport: { width: 320, height: 256 } });
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > 320);
  expect(await isWide()).toBe(false);

  await send(page);
  await page.locator('lead-form').getByText(form.errors.required).first().waitFor();
  const media = page.locator('roi-calculator').getByLabel(calculator.inputs.media, { exact: true });
  await media.fill('999,999,999,999');
  await media.blur();
  expect(await isWide()).toBe(false);
});

test('a page’s own style does not reach inside', async () => {
  const widgets = '<roi-calculator></roi-calculator><lead-form endpoint="/api/leads"></lead-form>';
  const hostile = `<link rel="stylesheet" href="/hostile.css">`;
  stage.site.put('/hostile.css', {
    body: `* { all: unset !important }
      input, button, select, textarea { display: none !important }
      label { font-size: 90px !important; color: transparent !important }
      main { display: block !important }`,
  });
  const shapes = async (url: string) => {
    const page = await stage.open(url, { viewport: desktop });
    return page.evaluate(() =>
      ['roi-calculator', 'lead-form'].flatMap((name) =>
        [
          ...document
            .querySelector(name)!
            .shadowRoot!.querySelectorAll('input, button, select, textarea, label'),
        ].map((part) => {
          const { display, fontSize, borderTopWidth } = getComputedStyle(part);
          return { part: part.id || part.localName, display, fontSize, borderTopWidth };
        }),
      ),
    );
  };
  const atHome = await shapes(stage.site.put('/plain', { body: ownerPage({ body: widgets }) }));
  expect(atHome.length).toBeGreaterThan(10);
  expect(
    await shapes(stage.site.put('/hostile', { body: ownerPage({ head: hostile, body: widgets }) })),
  ).toEqual(atHome);
});

test('huge fonts of the page leave the elements usable', async () => {
  stage.site.put('/huge.css', {
    body: 'html { font-size: 48px } body { font: 64px/2 serif; text-transform: uppercase }',
  });
  const page = await stage.open(
    stage.site.put('/huge', {
      body: ownerPage({
        head: '<link rel="stylesheet" href="/huge.css">',
        body: '<roi-calculator></roi-calculator><lead-form endpoint="/api/leads"></lead-form>',
      }),
    }),
    { viewport: desktop },
  );
  await send(page);
  await page.locator('lead-form').getByText(form.errors.required).first().waitFor();
  for (const name of ['roi-calculator', 'lead-form'])
    expect(
      await page.locator(name).evaluate((element) => element.scrollWidth <= element.clientWidth),
      name,
    ).toBe(true);
});
