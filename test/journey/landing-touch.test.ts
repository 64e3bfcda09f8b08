import { expect, test } from 'vitest';
import { calculator } from '../../src/locales/en.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

test('a finger that scrolls over the calculator changes no number', async () => {
  const body = '<roi-calculator></roi-calculator><p>What follows</p>';
  const page = await stage.open(stage.site.put('/touch', { body: ownerPage({ body }) }), {
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  const fields = page.locator('roi-calculator').getByRole('textbox');
  await page.locator('roi-calculator').getByLabel(calculator.inputs.media, { exact: true }).waitFor();
  const numbers = () => fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  const before = await numbers();
  const devtools = await page.context().newCDPSession(page);
  // At both ends of the fields and in their middle, from the head of the calculator to its foot: on each control there is.
  for (const x of [40, 195, 350]) {
    await page.evaluate(() => scrollTo(0, 0));
    for (let swipes = 0; swipes < 16; swipes++) {
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
        devtools.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
      await touch('touchStart', 500);
      for (let y = 490; y >= 400; y -= 30) await touch('touchMove', y);
      await touch('touchEnd');
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
    expect(await numbers()).toEqual(before);
  }
});
