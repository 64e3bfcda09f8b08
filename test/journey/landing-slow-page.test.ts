import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { setScene } from '../support/scene.ts';
import { formField } from '../support/visitor.ts';

const scene = setScene();

test.each([
  [
    'before the child',
    '',
    '<script type="application/json">{"fields":["email","name"]}</script></lead-form>',
  ],
  [
    'in the child’s tag',
    '<script type="application',
    '/json">{"fields":["email","name"]}</script></lead-form>',
  ],
  [
    'in the child’s text',
    '<script type="application/json">{"fields":["em',
    'ail","name"]}</script></lead-form>',
  ],
  [
    'behind the child',
    '<script type="application/json">{"fields":["email","name"]}</script>',
    '</lead-form>',
  ],
])(
  'a page that comes to a halt %s is configured all the same, and nothing is called wrong',
  async (_, head, tail) => {
    const page = await scene.newPage();
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));

    async function* inTwoParts() {
      yield `<!doctype html><html lang="en"><title>Slow</title><script src="/unisono.js"></script>
      <lead-form endpoint="/leads">${head}`;
      // The rest comes when the element is there, with what it has so far.
      await page.waitForFunction(() => document.querySelector('lead-form')?.shadowRoot?.querySelector('h2'));
      yield `${tail}<p id="end">The end</p>`;
    }
    await page.goto(scene.site.put('/slow', { body: inTwoParts() }));
    await page.locator('#end').waitFor();

    await expect.poll(() => formField(page, form.fields.company).count()).toBe(0);
    await formField(page, form.fields.name).waitFor();
    expect(lines.filter((line) => line.includes('[unisono]'))).toEqual([]);
  },
);
