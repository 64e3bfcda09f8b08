import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright';

/** The rules of WCAG 2.2, levels A and AA. */
export const wcag22aa: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What axe has found, one line each. */
export const findings = ({ violations }: AxeResults): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );

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
