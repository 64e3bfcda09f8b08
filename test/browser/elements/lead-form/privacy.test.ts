import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form } from '../../../../src/locales/en.ts';
import { field, fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, beBusy, beUnreachable, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const canary = { name: 'Canary Bird', email: 'canary@shop.example', message: 'canary sings' };

const types =
  `lead-receipt lead-view lead-start lead-step lead-abandon unisono-problem unisono-counted unisono-consent
  roi-calculate submit formdata invalid error`.split(/\s+/);

/** All that a page’s other scripts can see: events, console lines, addresses, storage, what a tag manager is told. */
function watch(): () => string {
  const seen: unknown[] = [];
  const dataLayer: object[] = [];
  vi.stubGlobal('dataLayer', dataLayer);
  for (const type of types)
    addEventListener(type, (event) => seen.push([type, (event as CustomEvent).detail]), { capture: true });
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void seen.push(words));
  // What was typed and not sent yet waits in the tab, and there alone.
  const inTab = () => Object.entries(sessionStorage).filter(([key]) => !key.startsWith('unisono:draft:'));
  return () =>
    JSON.stringify([seen, dataLayer, document.cookie, location.href, { ...localStorage }, inTab()]);
}

/** What the tab keeps of what was typed. */
const drafts = () =>
  JSON.stringify([
    Object.entries(sessionStorage).filter(([key]) => key.startsWith('unisono:draft:')),
    [...((globalThis as never)[Symbol.for('unisono.memory')] as Map<string, string>)],
  ]);

const ownForm = `<form><label>${form.fields.name} <input name="name"></label>
  <label>${form.fields.email} <input name="email" type="email" required></label>
  <label>${form.fields.message} <textarea name="message"></textarea></label>
  <label><input type="checkbox" name="consent.profiling"> ${form.consent.profiling}</label>
  <button>${form.submit}</button></form>`;

/** Both ways to have a form. */
const kinds = { configured: '', own: ownForm };
const mountForm = (kind: keyof typeof kinds = 'configured', more = '') =>
  mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email message" ${more}>${kinds[kind]}</lead-form>`,
  );
/** The controls of the form, whoever wrote it. */
const controlsOf = (element: HTMLElement) =>
  [element, element.shadowRoot!].flatMap((root) => [
    ...root.querySelectorAll<HTMLInputElement>('input, textarea, select'),
  ]);
const canaryInControls = (element: HTMLElement) =>
  controlsOf(element)
    .flatMap((control) => [control.value, control.defaultValue, control.textContent, control.title])
    .join(' ');

const outcomes = [
  ['accepted', accept, form.states.accepted],
  ['refused', refuse('No.'), form.states.rejected],
  ['not answered', beBusy, form.states.queued],
  ['cut off', beUnreachable, form.states.queued],
] as const;

describe.each(['configured', 'own'] as const)('%s', (kind) => {
  test.each(outcomes)(
    'of a lead that is %s, what was written is in the body and nowhere else',
    async (_, answer, state) => {
      const everythingSeen = watch();
      receiver.will(answer);
      await mountForm(kind);
      await fillIn(canary);
      await submit().click();
      await expect.element(page.getByText(state)).toBeVisible();

      const { request, body } = receiver.received[0]!;
      expect(body).toContain(canary.email);
      expect(JSON.stringify([request.url, [...request.headers], request.referrer])).not.toMatch(/canary/i);
      for (const type of ['lead-receipt', 'lead-view', 'lead-start'])
        expect(everythingSeen()).toContain(type);
      expect(everythingSeen()).not.toMatch(/canary/i);
    },
  );

  test('a tag manager hears that there was a lead, and nothing of the person', async () => {
    const everythingSeen = watch();
    await mountForm(kind);
    await fillIn(canary);
    await page.getByLabelText(form.consent.profiling).click();
    await submit().click();
    await expect.element(page.getByText(form.states.accepted)).toBeVisible();
    expect(everythingSeen()).toContain('generate_lead');
    expect(everythingSeen()).not.toMatch(/canary/i);
  });

  test.each([
    ['accepted', accept, '', form.states.accepted],
    ['handed over', accept, 'unreadable', form.states['handed-over']],
    ['queued', beBusy, '', form.states.queued],
  ] as const)(
    'a draft waits in the tab, and is gone from it once the lead is %s',
    async (_, answer, how, said) => {
      receiver.will(answer);
      await mountForm(kind, how);
      await fillIn(canary);
      expect(drafts()).toMatch(/canary/i);
      await submit().click();
      await expect.element(page.getByText(said)).toBeVisible();
      expect(drafts()).not.toMatch(/canary/i);
      expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])).not.toMatch(
        /canary/i,
      );
    },
  );

  test.each(['', 'unreadable'])(
    'once it is delivered %s, what was written is in no control, shown or hidden',
    async (how) => {
      const element = await mountForm(kind, how);
      await fillIn(canary);
      await submit().click();
      await expect.element(page.getByText(form.states[how ? 'handed-over' : 'accepted'])).toBeVisible();
      expect(controlsOf(element).length).toBeGreaterThan(3);
      expect(canaryInControls(element)).not.toMatch(/canary/i);
    },
  );

  test('nor is it once what had to wait is delivered', async () => {
    receiver.will(beBusy, accept);
    const element = await mountForm(kind);
    await fillIn(canary);
    await submit().click();
    await expect.element(page.getByText(form.states.queued)).toBeVisible();
    dispatchEvent(new Event('online'));
    await expect.element(page.getByText(form.states.accepted)).toBeVisible();
    expect(canaryInControls(element)).not.toMatch(/canary/i);
    expect(drafts()).not.toMatch(/canary/i);
  });

  test.each([
    `${canary.email} is on our list already`,
    JSON.stringify({ rejected: { email: canary.email, name: canary.name } }),
    `Dear ${canary.name}, “${canary.message}” is no question`,
  ])('a receiver that quotes what was written tells it to nobody but the person: %s', async (words) => {
    const everythingSeen = watch();
    receiver.will(refuse(words));
    await mountForm(kind);
    await fillIn(canary);
    await submit().click();
    await expect.element(page.getByText(form.states.rejected)).toBeVisible();
    expect(everythingSeen()).toContain('lead-receipt');
    expect(everythingSeen()).not.toMatch(/canary/i);
  });

  test('what the page’s address fills in is seen by nobody either, and is gone with the lead', async () => {
    const everythingSeen = watch();
    history.pushState({}, '', `${location.href}&email=${canary.email}`);
    try {
      const element = await mountForm(kind, 'prefill="email"');
      await expect.element(field(form.fields.email)).toHaveValue(canary.email);
      await fillIn({ name: canary.name, message: canary.message });
      await submit().click();
      await expect.element(page.getByText(form.states.accepted)).toBeVisible();
      expect(receiver.received[0]!.lead.profile.email).toBe(canary.email);
      expect(JSON.stringify(receiver.received[0]!.lead.source)).not.toMatch(/canary/i);
      expect(canaryInControls(element)).not.toMatch(/canary/i);
      expect(drafts()).not.toMatch(/canary/i);
      expect(receiver.received[0]!.request.referrer).not.toMatch(/canary/i);
    } finally {
      history.back();
    }
    await vi.waitUntil(() => !location.href.includes('canary'));
    expect(everythingSeen()).not.toMatch(/canary/i);
  });

  test('counts have no word of it', async () => {
    const everythingSeen = watch();
    await mountForm(kind, `tally-endpoint="https://receiver.example/counts"`);
    await fillIn(canary);
    await submit().click();
    await expect.element(page.getByText(form.states.accepted)).toBeVisible();
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => receiver.elsewhere.join('\n')).toContain('"event":"submit"');
    expect(receiver.elsewhere.join('\n')).toContain('"event":"start"');
    expect(receiver.elsewhere.join('\n')).not.toMatch(/canary/i);
    expect(receiver.elsewhere.join('\n')).not.toContain(receiver.received[0]!.lead.id);
    expect(everythingSeen()).not.toMatch(/canary/i);
  });
});

test('a step and a form that is left say where the person was, and nothing of what they wrote', async () => {
  const everythingSeen = watch();
  await mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name message | email"></lead-form>`,
  );
  await fillIn({ name: canary.name, message: canary.message });
  await page.getByRole('button', { name: form.next }).click();
  await fillIn({ email: canary.email });
  await vi.waitFor(() => {
    dispatchEvent(new Event('pagehide'));
    expect(everythingSeen()).toContain('lead-abandon');
  });
  expect(everythingSeen()).toContain('["lead-step",{"form":"lead-form","step":2,"steps":2}]');
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
