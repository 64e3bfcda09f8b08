import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Envelope } from '../../../../src/lead/envelope.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { field } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { mountOwn, ownSteps } from '../../../support/own-form.ts';
import { hearProblems } from '../../../support/problems.ts';
import { refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
// A form that its browser sends itself would take the test's page away.
addEventListener('submit', (event) => event.preventDefault());
afterEach(() => vi.restoreAllMocks());

const person = '<label>E-mail <input name="email" type="email" required value="ada@shop.example"></label>';
const send = '<button>Ask for a call</button>';
const button = () => page.getByRole('button', { name: 'Ask for a call' });
const own = (more = '', form = '', attributes = '') =>
  mountOwn(`endpoint="${receiver.endpoint}" ${attributes}`, `${person}${more}${send}`, { form });
const control = (name: string) =>
  document.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]:not(lead-form)`)!;
const press = () => control('email').form!.querySelector('button')!.click();
const write = (name: string, value: string) => {
  control(name).value = value;
  control(name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
/** The lead that a press on the button comes to. */
async function lead(): Promise<Envelope> {
  press();
  await vi.waitUntil(() => receiver.received.length > 0, { timeout: 3_000 });
  return receiver.received[0]!.lead;
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
const traps = () => document.querySelectorAll('form > [aria-hidden=true] input').length;

vi.setConfig({ testTimeout: 5_000 });

describe('a consent is given by a tick, and by nothing else', () => {
  test('not by a hidden field', async () => {
    await own('<input type="hidden" name="consent.marketing" value="1">');
    expect((await lead()).consents.filter(({ granted }) => granted)).toEqual([]);
  });

  test('not by the hidden zero that frameworks put before a box', async () => {
    await own(
      '<input type="hidden" name="consent.marketing" value="0"><label><input type="checkbox" name="consent.marketing" value="1"> News</label>',
    );
    const { consents } = await lead();
    expect(consents).toMatchObject([{ purpose: 'marketing', granted: false, text: 'News' }]);
  });

  test('not by choosing no', async () => {
    await own(`<fieldset><legend>News?</legend><label><input type="radio" name="consent.marketing" value="yes"> Yes</label>
      <label><input type="radio" name="consent.marketing" value="no" checked> No</label></fieldset>`);
    expect((await lead()).consents.filter(({ granted }) => granted)).toEqual([]);
  });

  test('not by a box that was not to be seen, nor is a no told of it', async () => {
    await own(`<label>Kind <select name="kind"><option value="a">A</option><option value="b">B</option></select></label>
      <p data-show-if="kind=a"><label><input type="checkbox" name="consent.marketing"> News</label></p>`);
    control('consent.marketing').checked = true;
    write('kind', 'b');
    expect((await lead()).consents).toEqual([]);
  });
});

describe('nothing that was written is lost', () => {
  test('two fields of one name are both sent', async () => {
    await own('<label>Guest <input name="guest"></label><label>Guest <input name="guest"></label>');
    const [first, second] = document.querySelectorAll<HTMLInputElement>('[name=guest]');
    first!.value = 'Ada';
    second!.value = 'Eve';
    expect(JSON.stringify((await lead()).profile)).toMatch(/Ada.*Eve/);
  });

  test('several habits of buying are all sent', async () => {
    await own(`<fieldset><legend>Budget</legend><label><input type="checkbox" name="budget" value="1k-5k" checked> Some</label>
      <label><input type="checkbox" name="budget" value="5k-20k" checked> More</label></fieldset>`);
    expect(JSON.stringify((await lead()).profile)).toMatch(/1k-5k.*5k-20k/);
  });

  test('a typed number is not lost to a place for numbers that cannot read it: the person hears of it', async () => {
    await own('<label>People <input name="people" type="number" required></label>');
    await field('People').click();
    (document.activeElement as HTMLInputElement).focus();
    await page.elementLocator(control('people')).click();
    document.execCommand('insertText', false, '1e');
    press();
    await expect.element(page.getByText(en.errors.number)).toBeVisible();
  });
});

describe('a form is not held up by', () => {
  test('a long hidden value', async () => {
    await own(`<input type="hidden" name="token" value="${'x'.repeat(400)}">`);
    expect((await lead()).profile.answers?.[0]?.value).toHaveLength(400);
  });

  test('what stands in a fieldset that the page has switched off', async () => {
    await own(
      '<fieldset disabled><label>Room <input name="room" required></label><input name="floor" value="3"></fieldset>',
    );
    expect((await lead()).profile).toEqual({ email: 'ada@shop.example' });
  });

  test.each(['reset', 'children', 'submit', 'id', 'action'])('a control called %s', async (name) => {
    await own(`<label>Odd <input name="${name}"></label>`);
    write(name, 'x');
    expect((await lead()).profile.answers).toEqual([{ name, label: 'Odd', value: 'x' }]);
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(control(name).value).toBe('');
  });
});

describe('an error is to be seen', () => {
  test('of each group, where several stand in one fieldset', async () => {
    await own(`<fieldset><legend>All of it</legend>
      <label><input type="checkbox" name="terms" required> I agree to the terms</label>
      <label><input type="checkbox" name="consent.marketing"> News</label></fieldset>`);
    press();
    await expect.element(page.getByText(en.errors.choose)).toBeVisible();
    expect(receiver.received).toEqual([]);
  });

  test('of a control that stands outside of the form', async () => {
    const element = await own('', 'id="mine"');
    element.insertAdjacentHTML('afterend', '<label>Room <input name="room" form="mine" required></label>');
    press();
    await pause();
    expect(receiver.received).toEqual([]);
    await expect.element(page.getByText(en.errors.required)).toBeVisible();
  });

  test('at once where somebody wants to go on to the next step, who is taken to it', async () => {
    await mountOwn(`endpoint="${receiver.endpoint}"`, ownSteps);
    write('service', 'audit');
    await page.getByRole('button', { name: en.next }).click();
    await expect.element(page.getByText(en.errors.required)).toBeVisible();
    expect(document.activeElement).toBe(control('site'));
  });

  test('and the press that brings it is not lost, though the button moves', async () => {
    await own('<label>Site <input name="site" type="url"></label>');
    await field('Site').fill('shop');
    await button().click();
    await expect.element(page.getByText(en.errors.url).first()).toBeVisible();
    // Whoever pressed is taken to what is wrong.
    await expect.poll(() => document.activeElement === control('site')).toBe(true);
  });

  test('until the page empties the form', async () => {
    const element = await own('<label>Room <input name="room" required></label>');
    press();
    await expect.element(page.getByText(en.errors.required)).toBeVisible();
    element.querySelector('form')!.reset();
    await expect.element(page.getByText(en.errors.required)).not.toBeInTheDocument();
  });
});

describe('a form that the page empties', () => {
  test('asks what an empty form asks', async () => {
    const element =
      await own(`<label>Kind <select name="kind"><option value="">-</option><option>a</option></select></label>
      <label data-show-if="kind=a">Room <input name="room"></label>`);
    write('kind', 'a');
    await expect.element(field('Room')).toBeVisible();
    element.querySelector('form')!.reset();
    await expect.element(field('Room')).not.toBeVisible();
  });

  test('is empty on the next page, too', async () => {
    const element = await own('<label>Room <input name="room"></label>');
    write('room', 'xyzzy');
    expect(JSON.stringify({ ...sessionStorage })).toContain('xyzzy');
    element.querySelector('form')!.reset();
    await pause();
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('xyzzy');
  });
});

describe('the page stays in charge of its form', () => {
  test('what it switches off later stays off', async () => {
    await own('<label>Room <input name="room"></label><label>Floor <input name="floor"></label>');
    control('room').value = '7';
    control('room').disabled = true;
    write('floor', '1');
    expect(control('room').disabled).toBe(true);
    expect((await lead()).profile.answers).toEqual([{ name: 'floor', label: 'Floor', value: '1' }]);
  });

  test('a button whose press the page has refused sends nothing', async () => {
    await own();
    control('email')
      .form!.querySelector('button')!
      .addEventListener('click', (event) => event.preventDefault());
    press();
    await pause();
    expect(receiver.received).toEqual([]);
  });

  test('its own scripts hear that the form was submitted', async () => {
    const heard = vi.fn();
    await own();
    control('email').form!.addEventListener('submit', heard);
    await lead();
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe('a form is taken up once, however it comes', () => {
  test('taken out and put back', async () => {
    const element = await mountOwn(`endpoint="${receiver.endpoint}"`, ownSteps);
    const form = element.querySelector('form')!;
    form.remove();
    await expect.element(page.getByRole('button', { name: en.submit })).toBeVisible();
    element.append(form);
    await expect.element(page.getByLabelText(/^Service/)).toBeVisible();
    expect(traps()).toBe(1);
    expect(page.getByRole('button', { name: en.next }).elements()).toHaveLength(1);
    expect(page.getByText(/^Step 1/).elements()).toHaveLength(1);
    write('service', 'audit');
    await expect.element(field('Site')).toBeVisible();
  });

  test('copied by the page', async () => {
    const element = await mountOwn(`endpoint="${receiver.endpoint}"`, ownSteps);
    const copy = element.cloneNode(true) as typeof element;
    element.replaceWith(copy);
    await copy.updateComplete;
    expect(traps()).toBe(1);
    expect(page.getByRole('button', { name: en.next }).elements()).toHaveLength(1);
    write('service', 'audit');
    await expect.element(field('Site')).toBeVisible();
    await field('Site').fill('https://shop.example');
    await page.getByRole('button', { name: en.next }).click();
    await field('E-mail').fill('ada@shop.example');
    press2(copy);
    await expect.poll(() => receiver.received.length).toBe(1);
    expect(receiver.received[0]!.lead.profile.answers).toHaveLength(2);
  });
  const press2 = (element: Element) =>
    element.querySelector<HTMLButtonElement>('form > button:not([type=button])')!.click();
});

test('two forms of one page do not fill each other in on the next page', async () => {
  const html = `<lead-form endpoint="${receiver.endpoint}"><form><label>First <input name="email" type="email"></label></form></lead-form>
    <lead-form endpoint="${receiver.endpoint}"><form><label>Second <input name="email" type="email"></label></form></lead-form>`;
  await mount('lead-form', html);
  await field('First').fill('ada@shop.example');
  document.querySelector('main')!.innerHTML = html;
  await expect.element(field('First')).toHaveValue('ada@shop.example');
  await expect.element(field('Second')).toHaveValue('');
});

test('without an endpoint a form that goes where its markup says is not called one that cannot be sent', async () => {
  hearProblems();
  await mountOwn('', person + send, { form: 'action="/plain-answer"' });
  await expect.element(button()).toBeVisible();
  await expect.element(page.getByText(en.unconnected)).not.toBeInTheDocument();
});

test('a form that asks for no e-mail address is told to its owner, since no receiver can take its leads', async () => {
  const problems = hearProblems();
  await mountOwn(`endpoint="${receiver.endpoint}"`, `<label>Phone <input name="phone"></label>${send}`);
  expect(problems.events).not.toEqual([]);
});

test('an address that is not required in the markup is asked for all the same: a lead without one is refused', async () => {
  await mountOwn(
    `endpoint="${receiver.endpoint}"`,
    `<label>E-mail <input name="email" type="email"></label>${send}`,
  );
  press();
  await pause();
  expect(receiver.received).toEqual([]);
});

test.each([
  ['Canary@Shop.Example', 'canary@shop.example is on our list'],
  ['ada@shop.example', 'Blocked: ada%40shop.example'],
  ["ada.o'hara@shop.example", 'Blocked: ada.o&#39;hara@shop.example'],
])(
  'a receiver that quotes %s in its own spelling tells it to nobody but the person',
  async (email, words) => {
    const receipts: unknown[] = [];
    const hear = ({ detail }: Event & { detail?: unknown }) => receipts.push(detail);
    document.addEventListener('lead-receipt', hear);
    receiver.will(refuse(words));
    await own();
    write('email', email);
    press();
    await expect.element(page.getByText(en.states.rejected)).toBeVisible();
    document.removeEventListener('lead-receipt', hear);
    expect(JSON.stringify(receipts)).not.toMatch(/canary@|ada(@|%40|\.o)/);
  },
);

test('what the owner hides until it is asked is hidden on a page that shows everything, too', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.row { display: flex }');
  document.adoptedStyleSheets = [sheet];
  await own('<div class="row" data-show-if="kind=a" hidden><label>Room <input name="room"></label></div>');
  await expect.element(button()).toBeVisible();
  expect(control('room').checkVisibility()).toBe(false);
  document.adoptedStyleSheets = [];
});
