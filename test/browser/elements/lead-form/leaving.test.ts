import '../../../../src/define.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form } from '../../../../src/locales/en.ts';
import { pageOutbox } from '../../../../src/visit/page-outbox.ts';
import { fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** Whether the page asks before it is left. */
const isHeld = () => {
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
};

test('a page is held only while it has the one copy of a lead', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  // Nobody listens on the discard port.
  const element = await mount(
    'lead-form',
    '<lead-form endpoint="http://127.0.0.1:9/leads" fields="name email"></lead-form>',
  );
  await fillIn();
  expect(isHeld()).toBe(false);
  await submit().click();
  await expect.element(page.getByText(form.states.unsaved)).toBeVisible();
  expect(isHeld()).toBe(true);
  element.remove();
  expect(isHeld()).toBe(false);
});

test('nor is it held while the lead waits in this browser', async () => {
  const element = await mount(
    'lead-form',
    '<lead-form endpoint="http://127.0.0.1:9/leads" fields="name email"></lead-form>',
  );
  await fillIn();
  await submit().click();
  await expect.element(page.getByText(form.states.queued)).toBeVisible();
  expect(isHeld()).toBe(false);
  for (const { id } of await pageOutbox().list()) await pageOutbox().discard(id);
  element.remove();
});
