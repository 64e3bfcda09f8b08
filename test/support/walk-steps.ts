import type { Page } from 'playwright';
import { expect } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { formField, hears, send } from './visitor.ts';

const isSeen = (page: Page, label: string): Promise<boolean> => formField(page, label).isVisible();

/** Where people never meet it: how far what is for machines alone stands from the page. */
const trapIsOutOfSight = (page: Page): Promise<boolean> =>
  page.locator('lead-form').evaluate((element) => {
    const places = [element.shadowRoot!, element].flatMap((root) => [
      ...root.querySelectorAll('form > [aria-hidden=true] input'),
    ]);
    return (
      places.length === 1 &&
      places.every((place) => {
        const { right, bottom } = place.getBoundingClientRect();
        return right + scrollX < 0 || bottom + scrollY < 0;
      })
    );
  });

/** Goes through the form of `ownSteps` or `configuredSteps` as a person does, sees each time what is to be seen and nothing else, and sends it. */
export async function walkSteps(page: Page): Promise<void> {
  const service = page.locator('lead-form select[name=service]');
  const next = page.getByRole('button', { name: form.next });
  const ask = page.getByRole('button', { name: form.submit });
  await next.waitFor();
  const first = { service: await service.isVisible(), site: await isSeen(page, 'Site') };
  expect(first, 'at first').toEqual({ service: true, site: false });
  expect([await isSeen(page, form.fields.email), await ask.isVisible()], 'at first').toEqual([false, false]);
  expect(await trapIsOutOfSight(page)).toBe(true);

  await service.selectOption('audit');
  await formField(page, 'Site').waitFor();
  await next.click();
  await hears(page, form.errors.required);
  expect(await isSeen(page, form.fields.email), 'with a fault').toBe(false);
  await service.selectOption('relaunch');
  expect(await isSeen(page, 'Site'), 'not asked any more').toBe(false);
  await service.selectOption('audit');
  await formField(page, 'Site').fill('https://shop.example/');
  await next.click();

  await formField(page, form.fields.email).waitFor();
  expect([await service.isVisible(), await isSeen(page, 'Site'), await next.isVisible()]).toEqual([
    false,
    false,
    false,
  ]);
  await formField(page, form.fields.email).fill('ada@shop.example');
  await send(page);
  await hears(page, form.states.accepted);
  expect(await isSeen(page, form.fields.email), 'once it is sent').toBe(false);
}
