import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { fill } from '../../src/i18n/fill.ts';
import { calculator, cash, planner, share } from '../../src/locales/en.ts';
import { findChromium } from '../support/find-chromium.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage(findChromium);
const script = 'unisono-planner.js';

/** A page with a planner under a strict policy, once it can be used. */
async function openPlanner(body = '<roi-calculator></roi-calculator>'): Promise<Page> {
  const policy = `default-src 'none'; script-src 'self'; report-uri ${stage.site.origin}/reports`;
  const url = stage.site.put('/plan', {
    body: ownerPage({ script, body }),
    headers: { 'content-security-policy': policy },
  });
  const page = await stage.open(url);
  await page.getByText(calculator.heading).first().waitFor();
  return page;
}

const typeOver = async (page: Page, text: string) => {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
};

test('a team plans by keyboard alone, and breaks nothing of a strict policy', async () => {
  const page = await openPlanner();
  await tabTo(page, calculator.modes.quick);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe(calculator.modes.full);

  await tabTo(page, calculator.inputs.media);
  await typeOver(page, '4,000-6,000');
  await tabTo(page, fill(calculator.rate, { from: 'leads', to: 'customers' }));
  await typeOver(page, '24/200');
  for (const [title, answer] of [
    [planner.funnel.title, planner.funnel.costs],
    [cash.title, /^The most you are out of pocket/],
    [planner.forecast.title, /^In 8 of 10 cases/],
    [planner.levers.title, /^What counts most/],
  ] as const) {
    await tabTo(page, title);
    await page.keyboard.press('Enter');
    await page.getByText(answer).first().waitFor();
  }

  await tabTo(page, planner.goal.title);
  await page.keyboard.press('Enter');
  await tabTo(page, planner.goal.target);
  await typeOver(page, '48');
  await page.getByText('Customers: 48 by the end of month 12').waitFor();

  await tabTo(page, planner.actual.title);
  await page.keyboard.press('Enter');
  await tabTo(page, planner.actual.asOf);
  await typeOver(page, '4');
  await tabTo(page, calculator.inputs.leads);
  await typeOver(page, '150');
  await page
    .getByText(/^Profit within 12 months: .* in the plan, .* as it now looks/)
    .first()
    .waitFor();

  await tabTo(page, share.title);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: share.copy }).waitFor();
  await tabTo(page, share.copy);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe(share.copied);
  const link = await page.getByLabel(share.link).inputValue();
  expect(link).toContain('media=4000~6000');
  expect(link).toContain('goal-customers=48');

  await page.reload();
  await page.getByText(planner.goal.title).click();
  await expect.poll(() => page.getByLabel(planner.goal.target).inputValue()).toBe('48');
  expect(await page.evaluate(() => observed.violations)).toEqual([]);
  expect(stage.site.reports).toEqual([]);
});

/** Presses the button and stands where the printer would: what is seen then is what is printed. */
async function print(page: Page, within: string): Promise<void> {
  await page.evaluate(() => {
    globalThis.print = () => document.documentElement.toggleAttribute('data-printing', true);
  });
  const widget = page.locator(within);
  await widget.getByText(calculator.modes.full).click();
  await widget.getByText(share.title).click();
  await widget.getByRole('button', { name: share.print }).click();
  await page.locator('[data-printing]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
}

test('a printed report has one calculator on it, and nothing of the page or of what is pressed', async () => {
  const page = await openPlanner(
    '<p>Words of the page</p><roi-calculator id="a"></roi-calculator><roi-calculator id="b"></roi-calculator>',
  );
  await print(page, '#a');
  const widget = page.locator('#a');
  await widget
    .getByText(/^For every/)
    .first()
    .waitFor();
  await expect.poll(() => widget.getByText(calculator.inputs.media).first().isVisible()).toBe(true);
  await widget.getByText(/#unisono=1&mode=full/).waitFor();
  expect(await page.getByText('Words of the page').isVisible()).toBe(false);
  expect(await page.locator('#b').isVisible()).toBe(false);
  const left = (locator: string) =>
    widget.locator(locator).evaluateAll((all) => all.filter((each) => each.checkVisibility()));
  // The titles of its parts are buttons on the screen.
  for (const control of [':not(h3) > button', 'select', '[type=range]', '[type=radio]'])
    expect(await left(control)).toEqual([]);

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.evaluate(() => document.querySelectorAll('[data-unisono-print]').length)).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Words of the page').isVisible()).toBe(true);
});

test('a printed report holds the whole plan, whatever is open on the screen', async () => {
  const page = await openPlanner('<roi-calculator id="a"></roi-calculator>');
  await page.evaluate(() => {
    location.hash = '#unisono=1&mode=full&customerRate=24/200&goal-customers=48&goal-budget=9000';
  });
  const widget = page.locator('#a');
  const report = [
    widget.getByText(/^The most you are out of pocket/).first(),
    widget.getByText(/^In 8 of 10 cases/).first(),
    widget.getByText(/^What counts most/).first(),
    widget.getByText('Customers: 48 by the end of month 12').first(),
    widget.getByText(`${planner.goal.budget}: €9,000`),
  ];
  await widget.getByText(planner.goal.title).click();
  await widget.getByText(/^Customers: 48/).waitFor({ state: 'detached' });
  await print(page, '#a');
  for (const part of report) await part.waitFor();
  expect(await widget.getByText(planner.actual.invitation).isVisible()).toBe(false);

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  for (const part of report) await part.waitFor({ state: 'detached' });
});

test('a calculator inside another component prints, too', async () => {
  const page = await openPlanner(
    '<p>Words of the page</p><their-component></their-component><roi-calculator></roi-calculator>',
  );
  await page.evaluate(() => {
    const host = document.querySelector('their-component')!;
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<p>Their words</p><roi-calculator id="inner"></roi-calculator>';
  });
  await print(page, '#inner');
  await expect
    .poll(() =>
      page
        .locator('#inner')
        .getByText(/^For every/)
        .first()
        .isVisible(),
    )
    .toBe(true);
  expect(await page.getByText('Their words').isVisible()).toBe(false);
  expect(await page.getByText('Words of the page').isVisible()).toBe(false);
});
