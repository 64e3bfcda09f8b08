import type { CDPSession, Page } from 'playwright';
import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { findChromium } from '../support/find-chromium.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { hears, send } from '../support/visitor.ts';

const stage = setStage(findChromium);

/** A person as a browser remembers them. */
const fields = [
  ['NAME_FULL', 'Ada Rossi'],
  ['EMAIL_ADDRESS', 'ada@shop.example'],
  ['COMPANY_NAME', 'Rossi & figli'],
  ['PHONE_HOME_WHOLE_NUMBER', '+39021234567'],
].map(([name, value]) => ({ name, value }));

const own = `<form>
  <label>Who are you? <input name="name" autocomplete="name" required></label>
  <label for="m">Your address</label> <input id="m" name="email" type="email" autocomplete="email" required>
  <label>Firm <input name="company" autocomplete="organization"></label>
  <label>Number <input name="phone" type="tel" autocomplete="tel"></label>
  <label>City <input name="city" autocomplete="section-shop address-level2"></label>
  <label>Code <input name="code" autocomplete="off"></label>
  <button>${form.submit}</button></form>`;

const open = (child: string, attributes = '') =>
  stage.open(
    stage.site.put('/autofill', {
      body: ownerPage({
        script: 'unisono-form.js',
        body: `<lead-form endpoint="${stage.collector.origin}/api/leads" ${attributes}>${child}</lead-form>`,
      }),
    }),
  );

/** What the form asks a browser for, by the name of the control. */
const tokensOn = (page: Page) =>
  page.locator('lead-form').evaluate((element) => {
    const form = element.shadowRoot!.querySelector('form[part]') ?? element.querySelector('form')!;
    const controls = [...form.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')];
    return Object.fromEntries(
      controls
        .filter((control) => !control.closest('[aria-hidden=true]'))
        .map((control) => [control.name, control.getAttribute('autocomplete')]),
    );
  });

/** Has the browser fill in a form by itself, from the field that a person is in; `false` where it cannot. */
async function autofill(page: Page, name: string): Promise<boolean> {
  const browser: CDPSession = await page.context().newCDPSession(page);
  try {
    await browser.send('DOM.enable');
    await browser.send('Autofill.enable');
    await browser.send('Autofill.setAddresses', { addresses: [{ fields } as never] });
    const { result } = await browser.send('Runtime.evaluate', {
      expression: `document.querySelector('lead-form [name=${name}]') ?? document.querySelector('lead-form').shadowRoot.querySelector('[name=${name}]')`,
    });
    const { node } = await browser.send('DOM.describeNode', { objectId: result.objectId! });
    const address = { fields } as never;
    await browser.send('Autofill.trigger', { fieldId: node.backendNodeId, address } as never);
    return true;
  } catch (error) {
    console.info(`This browser cannot be asked to fill in a form: ${(error as Error).message}`);
    return false;
  }
}

const valuesOn = (page: Page, names: readonly string[]) =>
  page
    .locator('lead-form')
    .evaluate(
      (element, names) =>
        names.map(
          (name) =>
            (element.querySelector<HTMLInputElement>(`[name=${name}]`) ??
              element.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`))!.value,
        ),
      names,
    );

const asked = ['name', 'email', 'company', 'phone'] as const;

test.each([
  ['an owner’s form', own, ''],
  ['a form from configuration', '', 'fields="name email company phone"'],
])('what the browser fills in by itself is sent like what is typed: %s', async (_, child, attributes) => {
  const page = await open(child, attributes);
  await page.getByRole('button', { name: form.submit }).waitFor();
  const isFilled = await autofill(page, 'name');
  if (isFilled) await expect.poll(() => valuesOn(page, asked)).toEqual(fields.map(({ value }) => value));
  else {
    // As a browser does it: value first, then the events.
    await page.locator('lead-form').evaluate(
      (element, said) => {
        for (const [name, value] of said) {
          const control = (element.querySelector(`[name=${name}]`) ??
            element.shadowRoot!.querySelector(`[name=${name}]`)) as HTMLInputElement;
          control.value = value;
          control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
          control.dispatchEvent(new Event('change', { bubbles: true }));
        }
      },
      asked.map((name, at) => [name, fields[at]!.value] as [string, string]),
    );
  }
  await send(page);
  await hears(page, form.states.accepted);
  const [{ envelope }] = (await storedLeads(stage.collector)) as [
    Awaited<ReturnType<typeof storedLeads>>[number],
  ];
  expect(envelope.profile).toEqual(Object.fromEntries(asked.map((name, at) => [name, fields[at]!.value])));
  // Who is filled in by their browser is quick, and no machine: nothing of it goes where people never look.
  expect(envelope.spam.signals).not.toContain('trap-filled');
});

test('an owner’s own words to the browser stay as they are', async () => {
  const page = await open(own);
  await page.getByRole('button', { name: form.submit }).waitFor();
  expect(await tokensOn(page)).toEqual({
    name: 'name',
    email: 'email',
    company: 'organization',
    phone: 'tel',
    city: 'section-shop address-level2',
    code: 'off',
  });
});

test('a form from configuration asks the browser for what it knows', async () => {
  const page = await open('', 'fields="name firstName lastName email company phone"');
  await page.getByRole('button', { name: form.submit }).waitFor();
  expect(await tokensOn(page)).toEqual({
    name: 'name',
    firstName: 'given-name',
    lastName: 'family-name',
    email: 'email',
    company: 'organization',
    phone: 'tel',
  });
});

test.each([
  ['an owner’s form', own, ''],
  ['a form from configuration', '', 'fields="name email"'],
])('a browser has no reason to fill in what people never meet: %s', async (_, child, attributes) => {
  const page = await open(child, attributes);
  await page.getByRole('button', { name: form.submit }).waitFor();
  const token = await page.locator('lead-form').evaluate((element) =>
    [element.shadowRoot!, element]
      .map((root) => root.querySelector('form > [aria-hidden=true] input'))
      .find(Boolean)!
      .getAttribute('autocomplete'),
  );
  expect(token).toBe('off');
});
