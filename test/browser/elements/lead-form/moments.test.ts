import '../../../../src/define.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { form as en } from '../../../../src/locales/en.ts';
import { bothForms, type FormSetup } from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { beBusy, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const types = ['lead-view', 'lead-start', 'lead-step', 'lead-abandon'];
let told: [type: string, detail: unknown][] = [];
const hear = (event: Event) => told.push([event.type.replace('lead-', ''), (event as CustomEvent).detail]);
beforeEach(() => {
  told = [];
  for (const type of types) document.addEventListener(type, hear);
});
afterEach(() => {
  for (const type of types) document.removeEventListener(type, hear);
});
const moments = () => told.map(([type]) => type);
const leave = () => dispatchEvent(new PageTransitionEvent('pagehide'));

const fields: FormSetup['fields'] = [
  { step: 'One' },
  { name: 'staff', label: 'Staff?' },
  { step: 'Two' },
  { name: 'email' },
];

describe.each(bothForms)('%s', (_, mountForm) => {
  const mount = (changes: Partial<FormSetup> = {}) =>
    mountForm({ endpoint: receiver.endpoint, fields, config: { name: 'contact' }, ...changes });
  const seen = () => expect.poll(moments).toContain('view');
  const next = () => page.getByRole('button', { name: en.next }).click();
  const send = async () => {
    await field('Staff?').fill('5');
    await next();
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
  };

  test('seen, begun, gone on with, left: each is told once, in this order, by the form’s name', async () => {
    await mount();
    await seen();
    await field('Staff?').fill('Canary');
    await field('Staff?').fill('Canary bird');
    await next();
    await field(en.fields.email).fill('ada@');
    leave();
    leave();
    expect(told).toEqual([
      ['view', { form: 'contact' }],
      ['start', { form: 'contact' }],
      ['step', { form: 'contact', step: 2, steps: 2 }],
      ['abandon', { form: 'contact' }],
    ]);
  });

  test('a form that is out of sight is not seen until it is scrolled to', async () => {
    const element = await mount();
    element.style.cssText = 'display: block; margin-block-start: 300vh';
    told = [];
    element.remove();
    document.querySelector('main')!.append(element);
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(moments()).toEqual([]);
    element.scrollIntoView();
    await seen();
  });

  test('a form that is a dialog is not seen until it is opened', async () => {
    const element = await mount({ config: { dialog: true } });
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(moments()).toEqual([]);
    await element.open();
    await seen();
  });

  test('who only looks has abandoned nothing', async () => {
    await mount();
    await seen();
    leave();
    expect(moments()).toEqual(['view']);
  });

  test.each([
    ['has arrived', undefined, en.states.accepted],
    ['waits in this browser', beBusy, en.states.queued],
  ])('who has sent a request that %s has abandoned nothing', async (_, answer, state) => {
    if (answer) receiver.will(answer);
    await mount();
    await seen();
    await send();
    await expect.element(page.getByText(state)).toBeVisible();
    leave();
    expect(moments()).toEqual(['view', 'start', 'step']);
  });

  test('who leaves after a refusal has', async () => {
    receiver.will(refuse('No.'));
    await mount();
    await seen();
    await send();
    await expect.element(page.getByText(en.states.rejected)).toBeVisible();
    leave();
    expect(moments()).toEqual(['view', 'start', 'step', 'abandon']);
  });

  test('what a script puts in is nobody’s beginning', async () => {
    await mount();
    await field('Staff?').fill('5');
    told = [];
    await mount({ isReload: true });
    await seen();
    await expect.element(field('Staff?')).toHaveValue('5');
    leave();
    expect(moments()).toEqual(['view']);
  });

  test('who is quicker than the page has begun as well', async () => {
    const element = await mount();
    const [control] = [...(element.querySelector('form') ?? element.shadowRoot!).querySelectorAll('input')];
    control!.value = '5';
    control!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await expect.poll(moments).toEqual(['view', 'start']);
  });

  test('a form that has gone tells nothing more', async () => {
    const element = await mount();
    await seen();
    await field('Staff?').fill('5');
    element.remove();
    leave();
    expect(moments()).toEqual(['view', 'start']);
  });
});
