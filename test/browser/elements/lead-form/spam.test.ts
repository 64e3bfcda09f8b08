import '../../../../src/define.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form } from '../../../../src/locales/en.ts';
import { fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

async function fillForm() {
  const element = await mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`,
  );
  await fillIn();
  return element.shadowRoot!;
}
async function send() {
  await submit().click();
  await expect.element(page.getByText(form.states.accepted)).toBeVisible();
  return receiver.received[0]!.lead.spam;
}
const takeTime = (milliseconds: number) => {
  const now = performance.now() + milliseconds;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
};

test('whoever takes their time is not suspected', async () => {
  await fillForm();
  takeTime(5_000);
  expect(await send()).toEqual({ signals: [], quarantine: false });
});

test('who is quicker than people are is marked, and not held up', async () => {
  await fillForm();
  takeTime(0);
  expect(await send()).toEqual({ signals: ['too-fast'], quarantine: false });
});

test('asked for something else, the time begins anew', async () => {
  await fillForm();
  takeTime(5_000);
  await send();
  await page.getByRole('button', { name: form.again }).click();
  await fillIn();
  await submit().click();
  await expect.poll(() => receiver.received.length).toBe(2);
  expect(receiver.received[1]!.lead.spam.signals).toEqual(['too-fast']);
});

test('what falls into the trap is marked for a look, delivered, and told nothing', async () => {
  const root = await fillForm();
  root.querySelector<HTMLInputElement>('[aria-hidden=true] input')!.value = 'https://spam.example';
  takeTime(5_000);
  expect(await send()).toEqual({ signals: ['trap-filled'], quarantine: true });
  expect(receiver.received[0]!.body).not.toContain('spam.example');
});

test('people never meet the trap: not by eye, not by keyboard, not by screen reader', async () => {
  const root = await fillForm();
  const trap = root.querySelector<HTMLInputElement>('[aria-hidden=true] input')!;
  expect(trap.tabIndex).toBe(-1);
  expect(trap.autocomplete).toBe('off');
  expect(trap.getBoundingClientRect().bottom).toBeLessThan(0);
  expect(page.getByRole('textbox').elements()).not.toContain(trap);
});
