import '../../../../src/define.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { form as en } from '../../../../src/locales/en.ts';
import { bothForms, controlsIn, type FormSetup, focusIn } from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => document.body.replaceChildren());

const fields: FormSetup['fields'] = [{ name: 'name' }, { name: 'email' }];
const opener = (attribute = '') => `<button data-unisono-open${attribute}>Write to us</button>`;
const press = () => page.getByRole('button', { name: 'Write to us' }).click();

describe.each(bothForms)('%s', (_, mountForm) => {
  const mountDialog = (beside = opener()) =>
    mountForm({ endpoint: receiver.endpoint, fields, config: { dialog: true }, beside });
  const isOpen = (element: HTMLElement) => controlsIn(element, 'email')[0]!.checkVisibility();

  test('a form that is a dialog is not there until it is opened', async () => {
    expect(isOpen(await mountDialog())).toBe(false);
  });

  test('a button of the page opens it, goes to its first question, and gets the focus back', async () => {
    const element = await mountDialog();
    await press();
    await expect.poll(() => isOpen(element)).toBe(true);
    await expect.poll(() => focusIn(element)).toBe('name');
    await expect.element(page.getByRole('dialog', { name: en.heading })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => isOpen(element)).toBe(false);
    expect(document.activeElement!.textContent).toBe('Write to us');
  });

  test('a button inside of it closes it, and what was written is there when it is opened again', async () => {
    const element = await mountDialog();
    await press();
    await field(en.fields.name).fill('Ada');
    await page.getByRole('button', { name: en.close }).click();
    await expect.poll(() => isOpen(element)).toBe(false);
    expect(receiver.received).toEqual([]);
    await press();
    await expect.element(field(en.fields.name)).toHaveValue('Ada');
  });

  test('a script opens and closes it', async () => {
    const element = await mountDialog('');
    await element.open();
    expect(isOpen(element)).toBe(true);
    await element.open();
    element.close();
    expect(isOpen(element)).toBe(false);
    element.close();
  });

  test('what became of the request is said in it', async () => {
    const element = await mountDialog();
    await press();
    await field(en.fields.name).fill('Ada');
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(element.shadowRoot!.querySelector('dialog')!.open).toBe(true);
  });

  test('it is one no longer when the owner takes that back', async () => {
    const element = await mountDialog('');
    Object.assign(element, { dialog: false });
    await expect.poll(() => isOpen(element)).toBe(true);
    expect(element.shadowRoot!.querySelector('dialog')).toBeNull();
  });

  test('a form that is none is gone to', async () => {
    const element = await mountForm({ fields, beside: opener() });
    await press();
    await expect.poll(() => focusIn(element)).toBe('name');
  });

  test('in a dialog of the page’s own, that one is opened and closed', async () => {
    const element = await mountForm({ fields });
    const dialog = document.createElement('dialog');
    element.replaceWith(dialog);
    dialog.append(element);
    expect(isOpen(element)).toBe(false);
    await element.open();
    expect(dialog.open).toBe(true);
    await expect.poll(() => focusIn(element)).toBe('name');
    element.close();
    expect(dialog.open).toBe(false);
  });
});

test('a button that names a form opens that one, and one that names none the first', async () => {
  const child = '<script type="application/json">{"dialog":true}</script>';
  await mount(
    'lead-form',
    `<lead-form endpoint="/leads" id="one">${child}</lead-form><lead-form endpoint="/leads" id="two">${child}</lead-form>
     <button data-unisono-open="two">Two</button><a href="#contact" data-unisono-open><b>First</b></a><button data-unisono-open="three">Three</button>`,
  );
  const [one, two] = document.querySelectorAll('lead-form');
  await two!.updateComplete;
  const open = () => [one, two].map((each) => each!.shadowRoot!.querySelector('dialog')!.open);
  await page.getByRole('button', { name: 'Three' }).click();
  expect(open()).toEqual([false, false]);
  await page.getByRole('button', { name: 'Two' }).click();
  await expect.poll(open).toEqual([false, true]);
  two!.close();
  // What stands in the opener opens as well, and a link goes nowhere.
  await page.getByText('First', { exact: true }).click();
  await expect.poll(open).toEqual([true, false]);
  expect(location.hash).toBe('');
});

test('a form that has gone opens nothing', async () => {
  const element = await bothForms[0][1]({ fields, config: { dialog: true }, beside: opener() });
  element.remove();
  await press();
  expect(element.shadowRoot!.querySelector('dialog')!.open).toBe(false);
});
