import axe from 'axe-core';
import type { Page } from 'playwright';
import { findings, wcag22aa } from './axe-findings.ts';

/** What axe finds on a page now. Evaluated rather than loaded, it runs under any policy of the page. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return findings(
    await page.evaluate(
      (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
      wcag22aa,
    ),
  );
}
