import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import * as en from '../../src/locales/en.ts';
import * as it from '../../src/locales/it.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
const locales = { en, it };

/** A campaign of which everything is known: ranges, counts for every rate, a goal, and what has happened. */
const everything = new URLSearchParams({
  unisono: '1',
  mode: 'full',
  start: 'impressions',
  name: 'Spring sale',
  media: '5000~7000',
  production: '800',
  agency: '900',
  tools: '300',
  sales: '1200',
  impressions: '200000',
  clickRate: '400/20000',
  visitRate: '380/400',
  leadRate: '12/240',
  mqlRate: '120/200',
  sqlRate: '60/120',
  opportunityRate: '40/60',
  customerRate: '12/40',
  averageSale: '1400~2200',
  churn: '0.05',
  'goal-customers': '48',
  'goal-budget': '9000',
  'actual-month': '4',
  'actual-clicks': '5200',
  'actual-leads': '210',
  'actual-customers': '9',
  'actual-media': '5600',
});

/** Presses the button on a page that cannot open a printer, and leaves the report as it is on paper. */
async function reportOf(lang: 'en' | 'it'): Promise<Page> {
  const { share } = locales[lang];
  const url = scene.site.put('/report', {
    body: ownerPage({ script: 'unisono-planner.js', lang, body: '<roi-calculator></roi-calculator>' }),
  });
  const page = await scene.open(`${url}#${everything}`);
  await page.evaluate(() => {
    globalThis.print = () => document.documentElement.toggleAttribute('data-printing', true);
  });
  await page.getByRole('button', { name: share.title }).click();
  await page.getByRole('button', { name: share.print }).click();
  await page.locator('[data-printing]').waitFor({ state: 'attached' });
  return page;
}

/** Chromium writes one such object a page. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;

test.each(['en', 'it'] as const)(
  'all that is known of a campaign comes to two A4 pages: %s',
  async (lang) => {
    const page = await reportOf(lang);
    const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
    expect(pagesOf(await page.pdf({ format: 'A4', margin }))).toBe(2);
  },
);

test.each(['en', 'it'] as const)(
  'the report names the campaign and the day, and both teams sign: %s',
  async (lang) => {
    const { calculator, cash, planner, share } = locales[lang];
    const page = await reportOf(lang);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: 'Spring sale' }).waitFor();
    const day = await page.evaluate(
      (locale) => new Date().toLocaleDateString(locale, { dateStyle: 'long' }),
      lang === 'it' ? 'it' : 'en',
    );
    await page.getByText(day).waitFor();
    for (const owner of [calculator.owners.marketing, calculator.owners.sales])
      await page.getByText(`${owner}: ${share.signed}`).waitFor();
    for (const title of [
      planner.funnel.title,
      cash.title,
      planner.forecast.title,
      planner.levers.title,
      planner.goal.title,
      planner.actual.title,
    ])
      expect(await page.locator('h3', { hasText: title }).first().isVisible(), title).toBe(true);
  },
);
