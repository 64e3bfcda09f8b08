import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { integrityOf } from '../../scripts/report-scripts.ts';
import { builtScript } from '../support/owner-site.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What an owner would paste, with the scripts as they were built in place of those on another host. */
const examples = Array.from(readme.matchAll(/^```html\n([\s\S]*?)^```/gm), ([, html]) => {
  const script = /cdn\.example\/(unisono(?:-form)?)-[\d.]+\.js/.exec(html!)?.[1];
  if (!script) return `<script src="/unisono.js" defer></script>\n${html}`;
  const name = `${script}.js`;
  return html!
    .replace(/https:\/\/cdn\.example\/[\w.-]+\.js/, `/${name}`)
    .replace('sha384-…', integrityOf(builtScript(name)));
});

test.each(examples.map((html, at) => [at + 1, html] as const))(
  'example %i of the README runs as it is pasted, and nothing is amiss',
  async (at, html) => {
    const said: string[] = [];
    const page = await stage.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', ({ message }) => said.push(message));
    stage.site.put('/favicon.ico', { body: '' });
    const url = stage.site.put(`/example-${at}`, {
      body: `<!doctype html><html lang="en"><title>${at}</title><body><div id="ask"></div>${html}</body></html>`,
    });
    await page.goto(url);

    const makesForm = html.includes("createElement('lead-form')");
    for (const element of ['lead-form', 'roi-calculator'])
      if (html.includes(`<${element}`) || (makesForm && element === 'lead-form'))
        await page.locator(element).getByRole('heading', { level: 2 }).waitFor();
    expect(said).toEqual([]);
  },
);
