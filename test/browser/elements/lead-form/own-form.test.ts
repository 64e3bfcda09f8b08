import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
import type { Lead } from '../../../../src/lead/lead.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { form as it } from '../../../../src/locales/it.ts';
import { parseEnvelope } from '../../../../src/schema.ts';
import { field } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { mountOwn, ownFields } from '../../../support/own-form.ts';
import { hearProblems } from '../../../support/problems.ts';
import { hesitate, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => {
  vi.restoreAllMocks();
  document.adoptedStyleSheets = [];
});

const button = (name = 'Ask for a call') => page.getByRole('button', { name });
const person = '<label>E-mail <input name="email" type="email" required></label>';
const send = '<button>Ask for a call</button>';
const own = (more = '', form = '') =>
  mountOwn(`endpoint="${receiver.endpoint}"`, `${person}${more}${send}`, { form });
const control = (name: string) =>
  document.querySelector<HTMLInputElement>(`lead-form [name="${CSS.escape(name)}"]`)!;

/** Writes as a person does, wherever the control stands. */
function write(name: string, value: string): void {
  control(name).value = value;
  control(name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const choose = (name: string, values: string | string[]) =>
  page.elementLocator(control(name)).selectOptions(values);

/** What is said beside a control or a group, by everything that describes it. */
const noteOf = (element: Element | string) => {
  const of = typeof element === 'string' ? control(element) : element;
  const ids = (of.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent ?? `no #${id}`).join(' ');
};

/** Presses the button, and waits for the lead: whole, and as the contract has it. */
async function ask(count = 1): Promise<Lead> {
  await button().click();
  await expect.poll(() => receiver.received.length).toBe(count);
  await expect.element(page.getByText(en.states.accepted)).toBeVisible();
  const { lead } = receiver.received.at(-1)!;
  expect(parseEnvelope(lead)).toMatchObject({ ok: true, withheld: [] });
  return lead;
}

const answersOf = ({ profile }: Lead) =>
  Object.fromEntries((profile.answers ?? []).map(({ name, value }) => [name, value]));

describe('the owner’s form stays the owner’s', () => {
  test('its markup, ids and style are what they were', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.go { background: rgb(1, 2, 3) } form { display: flex; row-gap: 7px }');
    document.adoptedStyleSheets = [sheet];
    const element = await mountOwn(`endpoint="${receiver.endpoint}"`);
    await expect.element(button()).toBeVisible();
    const form = element.querySelector('form')!;
    expect(form.getRootNode()).toBe(document);
    expect(getComputedStyle(form).rowGap).toBe('7px');
    expect(getComputedStyle(button().element()).backgroundColor).toBe('rgb(1, 2, 3)');

    // Beside what we say of each control, and one place that people never meet, nothing has changed.
    const copy = form.cloneNode(true) as HTMLFormElement;
    copy.querySelector(':scope > [aria-hidden=true]')!.remove();
    for (const each of [copy, ...copy.querySelectorAll('*')])
      for (const added of ['aria-invalid', 'aria-disabled', 'novalidate']) each.removeAttribute(added);
    const before = document.createElement('form');
    before.innerHTML = ownFields;
    copy.querySelector('output')!.textContent = '';
    expect(copy.innerHTML).toBe(before.innerHTML);
  });

  test('no form of ours stands beside it', async () => {
    const element = await mountOwn(`endpoint="${receiver.endpoint}"`);
    expect(element.shadowRoot!.querySelector('form')).toBeNull();
    await expect.element(page.getByText(en.heading)).not.toBeInTheDocument();
  });

  test('its button keeps its words, also while it sends', async () => {
    const { answer, goOn } = hesitate();
    receiver.will(answer);
    await own();
    await field('E-mail').fill('ada@shop.example');
    await button().click();
    await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button()).toHaveTextContent('Ask for a call');
    goOn();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
  });

  test('a range says its value in the owner’s output, at once and as it moves', async () => {
    await mountOwn(`endpoint="${receiver.endpoint}"`);
    const output = document.querySelector('output')!;
    expect(output.value).toBe('10');
    write('hours', '32');
    expect(output.value).toBe('32');
  });
});

describe('it is sent as one lead', () => {
  test('what the profile has a place for goes there, and the rest are answers with their questions', async () => {
    await mountOwn(`endpoint="${receiver.endpoint}"`);
    await field('Your name').fill('  Ada Rossi ');
    await field('E-mail').fill('ada@shop.example');
    await field('Your site').fill('https://shop.example/de');
    await choose('service', 'audit');
    await field('Large').click();
    await field('Web').click();
    await field('Fair').click();
    write('hours', '32');
    await field('People').fill('12');
    await field('Start').fill('2026-12-24');
    await field('Message').fill('Line one\nline two');
    const { profile, consents } = await ask();
    expect(profile).toEqual({
      name: 'Ada Rossi',
      email: 'ada@shop.example',
      message: 'Line one\nline two',
      answers: [
        { name: 'site', label: 'Your site', value: 'https://shop.example/de' },
        { name: 'service', label: 'Service', value: 'audit' },
        { name: 'size', label: 'How large is the shop?', value: 'l' },
        { name: 'channels', label: 'Where do you sell?', value: ['web', 'fair'] },
        { name: 'hours', label: 'Hours a week', value: '32' },
        { name: 'people', label: 'People', value: '12' },
        { name: 'start', label: 'Start', value: '2026-12-24' },
        { name: 'list', label: 'list', value: 'spring' },
      ],
    });
    expect(consents).toMatchObject([
      { purpose: 'marketing', granted: false, text: 'Write to me about news' },
    ]);
  });

  test('of a group with one answer, the answer is still a list; an unanswered one is left out', async () => {
    await own(`<fieldset><legend>Where?</legend><label><input type="checkbox" name="where" value="web"> Web</label>
      <label><input type="checkbox" name="where" value="shop"> Shop</label></fieldset>
      <label>When <input name="when"></label>
      <label>Days <select name="days" multiple><option>Mon</option><option>Tue</option><option>Wed</option></select></label>`);
    write('email', 'ada@shop.example');
    await field('Web').click();
    await choose('days', ['Mon', 'Wed']);
    expect(answersOf(await ask())).toEqual({ where: ['web'], days: ['Mon', 'Wed'] });
  });

  test.each([
    ['5k-20k', { buying: { budget: '5k-20k' } }],
    ['about 7,000', { answers: [{ name: 'budget', label: 'Budget', value: 'about 7,000' }] }],
  ])('a budget of “%s” goes where the contract has a place for those words', async (budget, expected) => {
    await own('<label>Budget <input name="budget"></label>');
    write('email', 'ada@shop.example');
    await field('Budget').fill(budget);
    expect((await ask()).profile).toEqual({ email: 'ada@shop.example', ...expected });
  });

  test('interests, habits of buying and a phone number are found by their names', async () => {
    await own(`<label>Phone <input name="phone" type="tel"></label><label>First <input name="firstName"></label>
      <label>Company <input name="company"></label>
      <fieldset><legend>About?</legend><label><input type="checkbox" name="interests" value="seo"> SEO</label>
      <label><input type="checkbox" name="interests" value="ads"> Ads</label></fieldset>
      <label>When <select name="timeframe"><option value=""></option><option value="now">Now</option></select></label>`);
    write('email', 'ada@shop.example');
    write('phone', '+39 02 123456');
    write('firstName', 'Ada');
    write('company', 'Rossi & figli');
    await field('SEO').click();
    await field('Ads').click();
    await choose('timeframe', 'now');
    expect((await ask()).profile).toEqual({
      email: 'ada@shop.example',
      phone: '+39 02 123456',
      firstName: 'Ada',
      company: 'Rossi & figli',
      interests: ['seo', 'ads'],
      buying: { timeframe: 'now' },
    });
  });

  test('the form’s name and its variant travel', async () => {
    await mountOwn(`endpoint="${receiver.endpoint}" name="callback" variant="b"`, person + send);
    write('email', 'ada@shop.example');
    expect((await ask()).source).toMatchObject({ form: 'callback', variant: 'b', locale: 'en' });
  });

  test('what has no name, a file and a password are not sent and not kept', async () => {
    await own(`<label>Nameless <input id="nameless"></label><label>Secret <input type="password" name="secret"></label>
      <label>File <input type="file" name="file"></label>`);
    write('email', 'ada@shop.example');
    await field('Nameless').fill('whisper');
    await field('Secret').fill('hunter2');
    const files = new DataTransfer();
    files.items.add(new File(['hush'], 'whisper.txt'));
    control('file').files = files.files;
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toMatch(/whisper|hunter2|hush/);
    expect((await ask()).profile).toEqual({ email: 'ada@shop.example' });
    expect(receiver.received[0]!.body).not.toMatch(/whisper|hunter2|hush/);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a control called %s is an answer like any other',
    async (name) => {
      await own(`<label>Odd <input name="${name}"></label>`);
      write('email', 'ada@shop.example');
      await field('Odd').fill('x');
      const { profile } = await ask();
      expect(profile.answers).toEqual([{ name, label: 'Odd', value: 'x' }]);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    },
  );

  test('an owner’s control called website is a question; what people never meet has another name', async () => {
    await own('<label>Website <input name="website"></label><label>Home <input name="homepage"></label>');
    write('email', 'ada@shop.example');
    write('website', 'shop.example');
    const trap = document.querySelector<HTMLInputElement>('form > [aria-hidden=true] input')!;
    expect(['website', 'homepage', 'email']).not.toContain(trap.name);
    const { right, bottom } = trap.getBoundingClientRect();
    expect(Math.min(right + scrollX, bottom + scrollY)).toBeLessThan(0);
    const lead = await ask();
    expect(answersOf(lead)).toEqual({ website: 'shop.example' });
    expect(lead.spam.signals).not.toContain('trap-filled');
  });

  test('what a machine fills in is marked', async () => {
    await own();
    write('email', 'ada@shop.example');
    document.querySelector<HTMLInputElement>('form > [aria-hidden=true] input')!.value =
      'https://spam.example';
    const lead = await ask();
    expect(lead.spam).toMatchObject({ quarantine: true });
    expect(lead.profile.answers).toBeUndefined();
  });

  test('its button may stand outside of it', async () => {
    const element = await mountOwn(`endpoint="${receiver.endpoint}"`, person, { form: 'id="mine"' });
    element.insertAdjacentHTML('afterend', '<button form="mine">Ask for a call</button>');
    write('email', 'ada@shop.example');
    expect((await ask()).profile.email).toBe('ada@shop.example');
  });

  test('the page may submit it by its own script', async () => {
    await own();
    await field('E-mail').fill('ada@shop.example');
    control('email').form!.requestSubmit();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('what needs another look', () => {
  test.each([
    ['en', en],
    ['it', it],
  ])('is said beside each control in the page’s language: %s', async (lang, { errors }) => {
    await mountOwn(`endpoint="${receiver.endpoint}"`, ownFields, { lang });
    write('site', 'shop');
    write('people', '90');
    write('start', '2025-12-24');
    await button().click();
    await expect.poll(() => noteOf('name')).toBe(errors.required);
    expect(noteOf('email')).toBe(errors.required);
    expect(noteOf('site')).toBe(errors.url);
    expect(noteOf(document.querySelector('#size')!)).toBe(errors.choose);
    expect(noteOf('people')).toBe(fill(errors.max, { max: '50' }));
    expect(noteOf('start')).toMatch(new RegExp(fill(errors.min, { min: '.*2026' })));
    for (const name of ['service', 'channels', 'message', 'consent.marketing'])
      expect(noteOf(name), name).toBe('');
    expect(document.querySelector('#size')!.getAttribute('aria-invalid')).toBe('true');
    expect(control('service').getAttribute('aria-invalid')).toBe('false');
    expect(document.activeElement).toBe(control('name'));
    expect(receiver.received).toEqual([]);
  });

  test('is seen: the note stands in sight, next to its control', async () => {
    await own();
    write('email', 'ada@');
    await button().click();
    const note = page.getByText(en.errors.email);
    await expect.element(note).toBeVisible();
    expect(document.activeElement).toBe(control('email'));
  });

  test('takes the focus to the first, wherever it stands', async () => {
    await mountOwn(`endpoint="${receiver.endpoint}"`);
    write('name', 'Ada');
    write('email', 'ada@shop.example');
    await button().click();
    await expect.poll(() => document.activeElement).toBe(control('size'));
  });

  test('goes as soon as it is mended', async () => {
    await own('<label>Name <input name="name" required></label>');
    await button().click();
    await expect.poll(() => noteOf('name')).toBe(en.errors.required);
    write('name', 'Ada');
    expect(noteOf('name')).toBe('');
    expect(control('name').getAttribute('aria-invalid')).toBe('false');
  });

  test('is said in the owner’s words where they have some: title, and their own check', async () => {
    await own(`<label>Code <input name="code" pattern="[0-9]{4}" title="Four digits, as on your card"></label>
      <label>Room <input name="room"></label>`);
    write('email', 'ada@shop.example');
    write('code', '12');
    control('room').setCustomValidity('That room is taken');
    await button().click();
    await expect.poll(() => noteOf('code')).toBe('Four digits, as on your card');
    expect(noteOf('room')).toBe('That room is taken');
    expect(receiver.received).toEqual([]);

    write('code', '1234');
    control('room').setCustomValidity('');
    await ask();
  });

  test('replaces the owner’s own hint, and gives it back', async () => {
    await own(
      '<label for="n">Name</label><input id="n" name="name" required aria-describedby="h"><small id="h" data-note>As on your passport</small>',
    );
    expect(noteOf('name')).toBe('As on your passport');
    await button().click();
    await expect.poll(() => noteOf('name')).toBe(en.errors.required);
    write('name', 'Ada');
    expect(noteOf('name')).toBe('As on your passport');
  });

  test('is no part of a question', async () => {
    await own('<label>Name <input name="room" required></label>');
    write('email', 'ada@shop.example');
    await button().click();
    await expect.poll(() => noteOf('room')).toBe(en.errors.required);
    write('room', '7');
    expect((await ask()).profile.answers).toEqual([{ name: 'room', label: 'Name', value: '7' }]);
  });
});

describe('boxes', () => {
  const boxes = `<label><input type="checkbox" name="consent.marketing"> News, please</label>
    <label><input type="checkbox" name="consent.profiling"> Use my visit</label>
    <label><input type="checkbox" name="consent.partners"> Tell <b>partners</b></label>`;

  test('named consent. are consents with the owner’s words, and no answers', async () => {
    await own(boxes);
    write('email', 'ada@shop.example');
    await field('News, please').click();
    await field('Tell partners').click();
    const { consents, profile } = await ask();
    expect(consents.map(({ purpose, granted, text }) => [purpose, granted, text])).toEqual([
      ['marketing', true, 'News, please'],
      ['profiling', false, 'Use my visit'],
      ['partners', true, 'Tell partners'],
    ]);
    expect(profile).toEqual({ email: 'ada@shop.example' });
  });

  test('a yes to profiling lets the visit travel, and without it nothing of the visit does', async () => {
    await own(boxes);
    write('email', 'ada@shop.example');
    await field('Use my visit').click();
    expect(await ask()).toHaveProperty('engagement');
  });

  test.each([false, true])(
    'with objection.scoring ticked: %s, what was written is scored or not',
    async (no) => {
      await own('<label><input type="checkbox" name="objection.scoring"> Do not rank me</label>');
      write('email', 'ada@shop.example');
      if (no) await field('Do not rank me').click();
      const lead = await ask();
      expect('score' in lead).toBe(!no);
      expect(lead.consents.map(({ purpose, granted, text }) => [purpose, granted, text])).toEqual(
        no ? [['scoring', false, 'Do not rank me']] : [],
      );
    },
  );
});

describe('without an endpoint', () => {
  const there = () => document.querySelector<HTMLIFrameElement>('iframe')!.contentWindow!.location;
  const mountPlain = () =>
    mountOwn('', `${person}<label>Room <input name="room" required></label>${send}`, {
      form: 'action="/plain-answer" target="there"',
      beside: '<iframe name="there" title="There"></iframe>',
    });

  test('it goes where its markup says, and the owner hears that there is none', async () => {
    const problems = hearProblems();
    await mountPlain();
    expect(problems.events.map(({ option }) => option)).toEqual(['endpoint']);
    write('email', 'ada@shop.example');
    write('room', '7');
    await button().click();
    await expect.poll(() => there().pathname).toBe('/plain-answer');
    const sent = new URLSearchParams(there().search);
    expect([sent.get('email'), sent.get('room')]).toEqual(['ada@shop.example', '7']);
    expect(receiver.received).toEqual([]);
  });

  test('but not with a fault in it', async () => {
    hearProblems();
    await mountPlain();
    write('email', 'ada@shop.example');
    await button().click();
    await expect.poll(() => noteOf('room')).toBe(en.errors.required);
    expect(there().pathname).not.toBe('/plain-answer');
  });
});

describe('a form that comes, goes and moves', () => {
  test('is taken up when it comes late, in place of ours, with what was typed until then', async () => {
    const element = await mount('lead-form', `<lead-form endpoint="${receiver.endpoint}"></lead-form>`);
    await field(en.fields.name).fill('Ada');
    element.innerHTML = `<form>${person}<label>Who <input name="name"></label>${send}</form>`;
    await expect.element(field('Who')).toHaveValue('Ada');
    expect(element.shadowRoot!.querySelector('form')).toBeNull();
    write('email', 'ada@shop.example');
    expect((await ask()).profile).toEqual({ name: 'Ada', email: 'ada@shop.example' });
  });

  test('is taken up when it comes in place of another one', async () => {
    const element = await own();
    write('email', 'ada@shop.example');
    const next = document.createElement('form');
    next.innerHTML = `${person}<label>Room <input name="room"></label>${send}`;
    element.querySelector('form')!.replaceWith(next);
    await expect.element(field('E-mail')).toHaveValue('ada@shop.example');
    write('room', '7');
    expect(answersOf(await ask())).toEqual({ room: '7' });
  });

  test('leaves its place to ours when it is taken away', async () => {
    const element = await own();
    element.querySelector('form')!.remove();
    await expect.element(page.getByRole('button', { name: en.submit })).toBeVisible();
  });

  test('is the same after the element has moved', async () => {
    const element = await own('<label>Room <input name="room" required></label>');
    write('room', '7');
    const place = document.createElement('section');
    document.querySelector('main')!.append(place);
    place.append(element);
    await element.updateComplete;
    expect(control('room').value).toBe('7');
    expect(document.querySelectorAll('form > [aria-hidden=true]')).toHaveLength(1);
    await button().click();
    await expect.poll(() => noteOf('email')).toBe(en.errors.required);
    write('email', 'ada@shop.example');
    expect(answersOf(await ask())).toEqual({ room: '7' });
  });

  test('may have its configuration beside it', async () => {
    await mountOwn('', person + send, {
      beside: `<script type="application/json">${JSON.stringify({ endpoint: receiver.endpoint, name: 'late' })}</script>`,
    });
    write('email', 'ada@shop.example');
    expect((await ask()).source.form).toBe('late');
  });

  test('that the page empties is empty, and is sent as it is then', async () => {
    const element = await own('<label>Room <input name="room"></label>');
    write('email', 'ada@shop.example');
    write('room', '7');
    element.querySelector('form')!.reset();
    await button().click();
    await expect.poll(() => noteOf('email')).toBe(en.errors.required);
    write('email', 'eve@shop.example');
    const lead = await ask();
    expect(lead.profile).toEqual({ email: 'eve@shop.example' });
  });

  test('comes back empty for another request', async () => {
    await own('<label>Room <input name="room" value="1"></label>');
    write('email', 'ada@shop.example');
    write('room', '7');
    await ask();
    await expect.element(button()).not.toBeInTheDocument();
    await page.getByRole('button', { name: en.again }).click();
    await expect.element(button()).toBeVisible();
    expect([control('email').value, control('room').value]).toEqual(['', '1']);
    expect(document.activeElement).toBe(control('email'));
  });
});

test('two forms and a calculator keep to themselves', async () => {
  await mount(
    'lead-form',
    `<lead-form id="a" name="a" endpoint="${receiver.endpoint}"><form><label>First <input name="email" type="email"></label><button>Send one</button></form></lead-form>
     <roi-calculator></roi-calculator>
     <lead-form id="b" name="b" endpoint="${receiver.endpoint}"><form><label>Second <input name="email" type="email"></label><button>Send two</button></form></lead-form>`,
  );
  await field('First').fill('one@shop.example');
  await field('Second').fill('two@shop.example');
  await button('Send two').click();
  await expect.poll(() => receiver.received.length).toBe(1);
  expect(receiver.received[0]!.lead).toMatchObject({
    source: { form: 'b' },
    profile: { email: 'two@shop.example' },
  });
  await expect.element(field('First')).toHaveValue('one@shop.example');
  await button('Send one').click();
  await expect.poll(() => receiver.received.length).toBe(2);
  expect(receiver.received[1]!.lead).toMatchObject({
    source: { form: 'a' },
    profile: { email: 'one@shop.example' },
  });
});
