import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { axeFindingsHere, nothing } from '../../../support/axe-here.ts';
import { field } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { configuredSteps, mountOwn, ownFields, ownSteps } from '../../../support/own-form.ts';
import { accept, beBusy, hesitate, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

const tab = () => userEvent.keyboard('{Tab}');
const press = (key: string) => userEvent.keyboard(`{${key}}`);

/** What has the focus, in whichever tree it stands. */
function focusedElement(): HTMLElement {
  let element = document.activeElement as HTMLElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
  return element;
}
const nameOfFocus = () => {
  const element = focusedElement() as HTMLInputElement;
  return (
    element.labels?.[0]?.textContent?.trim() ||
    element.getAttribute('aria-label') ||
    element.textContent!.trim()
  );
};
const controlOf = (name: string) => document.querySelector<HTMLInputElement>(`form [name="${name}"]`)!;

describe('a form of the owner’s own', () => {
  const mountForm = () => mountOwn(`endpoint="${receiver.endpoint}" fallback="+39 02 1234567"`, ownFields);

  test('axe finds nothing on arrival, nor with every error', async () => {
    const element = await mountForm();
    expect(await axeFindingsHere(element), 'on arrival').toEqual(nothing);
    controlOf('site').value = 'shop';
    controlOf('people').value = '90';
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await expect.element(page.getByText(en.errors.required).first()).toBeVisible();
    expect(await axeFindingsHere(element), 'with errors').toEqual(nothing);
  });

  test.each([
    ['accepted', accept],
    ['queued', beBusy],
    ['rejected', refuse('No.')],
    ['sending', hesitate().answer],
  ] as const)('axe finds nothing when a lead is %s', async (state, answer) => {
    receiver.will(answer);
    const element = await mountForm();
    controlOf('name').value = 'Ada';
    controlOf('email').value = 'ada@shop.example';
    await field('Large').click();
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await expect.element(page.getByRole('status').last()).toHaveTextContent(en.states[state]);
    expect(await axeFindingsHere(element)).toEqual(nothing);
  });

  test('is filled in and sent by the keyboard alone, and never meets what is not for people', async () => {
    await mountOwn(
      `endpoint="${receiver.endpoint}"`,
      '<label>Name <input name="name" required></label><label>E-mail <input name="email" type="email" required></label><button>Ask</button>',
      { beside: '<a href="/after">After</a>' },
    );
    controlOf('name').focus();
    await userEvent.keyboard('Ada');
    await tab();
    expect(nameOfFocus()).toBe('E-mail');
    await press('Enter');
    await expect.poll(() => controlOf('email').getAttribute('aria-invalid')).toBe('true');
    expect(nameOfFocus()).toBe('E-mail');
    await userEvent.keyboard('ada@shop.example');
    await tab();
    expect(nameOfFocus()).toBe('Ask');
    await tab();
    expect(nameOfFocus()).toBe('After');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await press('Enter');
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    // The button has gone: the news takes the focus.
    await expect.poll(() => focusedElement().getAttribute('role')).toBe('status');
  });

  test('a fault in a field that was left is read out with the question', async () => {
    const element = await mountForm();
    const heard = () => element.shadowRoot!.querySelector('[aria-live=polite].visually-hidden')!.textContent;
    await field('Your site').fill('shop');
    await field('Message').click();
    await expect.poll(heard).toBe(`Your site: ${en.errors.url}`);
    await field('Your site').fill('https://shop.example');
    await field('Message').click();
    await expect.poll(heard).toBe('');
  });

  test('an error belongs to its control for those who do not see it, and adds nothing to its name', async () => {
    await mountForm();
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await expect.element(page.getByText(en.errors.required).first()).toBeVisible();
    await expect
      .element(page.getByRole('textbox', { name: 'Your name', exact: true }))
      .toHaveAccessibleDescription(en.errors.required);
    await expect
      .element(page.getByRole('group', { name: 'How large is the shop?', exact: true }))
      .toHaveAccessibleDescription(en.errors.choose);
  });
});

describe.each([
  ['an owner’s form', `<form>${ownSteps}</form>`],
  ['a form from configuration', configuredSteps],
])('steps of %s', (_, child) => {
  const mountSteps = () =>
    mount('lead-form', `<lead-form endpoint="${receiver.endpoint}">${child}</lead-form>`);
  const next = () => page.getByRole('button', { name: en.next });

  test('axe finds nothing in either, with a fault or without', async () => {
    const element = await mountSteps();
    expect(await axeFindingsHere(element), 'the first').toEqual(nothing);
    await page.elementLocator(serviceOf(element)).selectOptions('audit');
    await next().click();
    await expect.element(page.getByText(en.errors.required)).toBeVisible();
    expect(await axeFindingsHere(element), 'with a fault').toEqual(nothing);
    await field('Site').fill('https://shop.example');
    await next().click();
    await expect.element(field('E-mail')).toBeVisible();
    expect(await axeFindingsHere(element), 'the second').toEqual(nothing);
  });

  test('say where somebody is, and take the focus there', async () => {
    const element = await mountSteps();
    await page.elementLocator(serviceOf(element)).selectOptions('relaunch');
    await next().click();
    await expect.poll(() => focusedElement().textContent).toBe(fill(en.step, { step: 2, steps: 2 }));
    await tab();
    expect(nameOfFocus()).toBe('E-mail');
    await page.getByRole('button', { name: en.back }).click();
    await expect.poll(() => focusedElement().textContent).toBe(fill(en.step, { step: 1, steps: 2 }));
    expect(serviceOf(element).value).toBe('relaunch');
  });

  test('go on by Enter, and send from the last one', async () => {
    const element = await mountSteps();
    await page.elementLocator(serviceOf(element)).selectOptions('audit');
    await field('Site').fill('https://shop.example');
    await press('Enter');
    await expect.element(field('E-mail')).toBeVisible();
    expect(receiver.received).toEqual([]);
    await field('E-mail').fill('ada@shop.example');
    await press('Enter');
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(receiver.received).toHaveLength(1);
  });
});

/** The choice of the first step, whose label holds the words of its options, too. */
function serviceOf(element: HTMLElement): HTMLSelectElement {
  return (element.shadowRoot!.querySelector('select') ?? element.querySelector('select'))!;
}

describe.each([
  ['an owner’s form', `<form>${ownFields}</form>`, 'Your name'],
  ['a form from configuration', '', en.fields.name],
])('a dialog with %s', (_, child, firstLabel) => {
  const mountDialog = async () => {
    const element = await mount(
      'lead-form',
      `<button id="opener" data-unisono-open>Ask us</button><a href="/other">Other</a>
       <lead-form endpoint="${receiver.endpoint}" dialog>${child}</lead-form>`,
    );
    return element;
  };
  const opener = () => document.getElementById('opener')!;
  const dialogOf = (element: HTMLElement) => element.shadowRoot!.querySelector('dialog')!;

  test('opens from a button of the page, at its first field, with a name', async () => {
    const element = await mountDialog();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    opener().focus();
    await press('Enter');
    await expect.element(page.getByRole('dialog', { name: en.heading })).toBeVisible();
    expect(dialogOf(element).matches(':modal')).toBe(true);
    await expect.poll(nameOfFocus).toBe(firstLabel);
    expect(await axeFindingsHere(element)).toEqual(nothing);
  });

  test.each([
    ['Escape', () => press('Escape')],
    ['its own button', () => page.getByRole('button', { name: en.close }).click()],
    ['the page', async () => document.querySelector('lead-form')!.close()],
  ])(
    'closed by %s, it gives the focus back to what opened it, and keeps what was written',
    async (_, close) => {
      const element = await mountDialog();
      opener().focus();
      await press('Enter');
      await expect.poll(nameOfFocus).toBe(firstLabel);
      await userEvent.keyboard('Ada');
      await close();
      await expect.poll(() => dialogOf(element).open).toBe(false);
      expect(document.activeElement).toBe(opener());
      expect(receiver.received).toEqual([]);
      await press('Enter');
      await expect.poll(nameOfFocus).toBe(firstLabel);
      expect((focusedElement() as HTMLInputElement).value).toBe('Ada');
    },
  );

  test('keeps the focus inside while it is open', async () => {
    const element = await mountDialog();
    opener().focus();
    await press('Enter');
    await expect.poll(nameOfFocus).toBe(firstLabel);
    const visited = new Set<string>();
    for (let presses = 0; presses < 40; presses++) {
      await tab();
      visited.add(nameOfFocus());
      expect(focusedElement()).not.toBe(opener());
    }
    expect([...visited]).not.toContain('Other');
    expect(visited).toContain(en.close);
    expect(dialogOf(element).open).toBe(true);
  });

  test('says inside of it what became of the request', async () => {
    const element = await mountDialog();
    opener().focus();
    await press('Enter');
    await expect.poll(nameOfFocus).toBe(firstLabel);
    const root = child ? element : element.shadowRoot!;
    const set = (name: string, value: string) => {
      root.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
    };
    set('name', 'Ada');
    set('email', 'ada@shop.example');
    if (child) await field('Large').click();
    else {
      set('interests', 'quote');
      set('timeframe', 'now');
    }
    root.querySelector<HTMLButtonElement>('form:not([method=dialog]) button:not([type=button])')!.click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    await expect.poll(() => focusedElement().getAttribute('role')).toBe('status');
    expect(dialogOf(element).contains(focusedElement())).toBe(true);
    expect(await axeFindingsHere(element)).toEqual(nothing);
  });
});
