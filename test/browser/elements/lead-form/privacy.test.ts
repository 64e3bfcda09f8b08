import '../../../../src/define.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form } from '../../../../src/locales/en.ts';
import { field, fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, beBusy, beUnreachable, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

const canary = { name: 'Canary Bird', email: 'canary@shop.example', message: 'canary sings' };

/** All that a page’s other scripts can see: events, console lines, addresses, storage. */
function watch(): () => string {
  const seen: unknown[] = [];
  for (const type of ['lead-receipt', 'unisono-problem', 'roi-calculate', 'submit', 'formdata', 'error'])
    addEventListener(type, (event) => seen.push([type, (event as CustomEvent).detail]), { capture: true });
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void seen.push(words));
  // What was typed and not sent yet waits in the tab, and there alone.
  const inTab = () => Object.entries(sessionStorage).filter(([key]) => !key.startsWith('unisono:draft:'));
  return () => JSON.stringify([seen, document.cookie, location.href, { ...localStorage }, inTab()]);
}

test.each([
  ['accepted', accept, form.states.accepted],
  ['refused', refuse('No.'), form.states.rejected],
  ['not answered', beBusy, form.states.queued],
  ['cut off', beUnreachable, form.states.queued],
])('of a lead that is %s, what was written is in the body and nowhere else', async (_, answer, state) => {
  const everythingSeen = watch();
  receiver.will(answer);
  await mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email message"></lead-form>`,
  );
  await fillIn(canary);
  await submit().click();
  await expect.element(page.getByText(state)).toBeVisible();

  const { request, body } = receiver.received[0]!;
  expect(body).toContain(canary.email);
  expect(JSON.stringify([request.url, [...request.headers], request.referrer])).not.toMatch(/canary/i);
  expect(everythingSeen()).toContain('lead-receipt');
  expect(everythingSeen()).not.toMatch(/canary/i);
});

test('after its receipt a lead is nowhere in this browser', async () => {
  await mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email message"></lead-form>`,
  );
  await fillIn(canary);
  await submit().click();
  await expect.element(page.getByText(form.states.accepted)).toBeVisible();
  const records = await new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open('unisono-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('leads').objectStore('leads').getAll();
      reading.onsuccess = () => resolve(reading.result);
      database.close();
    };
  });
  expect(records).toEqual([]);
});

test.each(['', 'unreadable'])(
  'nor is it in a field, shown or hidden, once it is delivered %s',
  async (how) => {
    const element = await mount(
      'lead-form',
      `<lead-form endpoint="${receiver.endpoint}" fields="name email message" ${how}></lead-form>`,
    );
    await fillIn(canary);
    await submit().click();
    await expect.element(page.getByText(form.states[how ? 'handed-over' : 'accepted'])).toBeVisible();
    const controls = element.shadowRoot!.querySelectorAll<HTMLInputElement>('input, textarea, select');
    expect(controls.length).toBeGreaterThan(3);
    expect([...controls].map(({ value }) => value).join(' ')).not.toMatch(/canary/i);
  },
);

test('while a lead waits, what was written still stands there: a later refusal would ask for it', async () => {
  receiver.will(beBusy, refuse('No such list.'));
  await mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email message"></lead-form>`,
  );
  await fillIn(canary);
  await submit().click();
  await expect.element(page.getByText(form.states.queued)).toBeVisible();
  dispatchEvent(new Event('online'));
  await expect.element(page.getByText(form.states.rejected)).toBeVisible();
  await expect.element(field(form.fields.message)).toHaveValue(canary.message);
});

test('what the address of the page says stays out of the lead', async () => {
  history.pushState({}, '', `${location.href}&email=canary@shop.example#canary`);
  try {
    await mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`);
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(form.states.accepted)).toBeVisible();
    expect(receiver.received[0]!.body).not.toContain('canary');
  } finally {
    history.back();
  }
});
