import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { LeadForm } from '../../../../src/elements/lead-form/lead-form.ts';
import { form } from '../../../../src/locales/en.ts';
import { field, fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { hearProblems } from '../../../support/problems.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

const json = (config: unknown) =>
  `<script type="application/json">${typeof config === 'string' ? config : JSON.stringify(config)}</script>`;
const heading = () => page.getByRole('heading', { level: 2 });

describe('an option can be set', () => {
  test('by attribute, also later', async () => {
    const element = await mount('lead-form', '<lead-form endpoint="/leads" fields="email"></lead-form>');
    await expect.element(field(form.fields.name)).not.toBeInTheDocument();
    element.setAttribute('fields', 'email name');
    await expect.element(field(form.fields.name)).toBeVisible();
  });

  test('by property, also later', async () => {
    hearProblems();
    const element = await mount('lead-form', '<lead-form></lead-form>');
    await expect.element(page.getByText(form.unconnected)).toBeVisible();
    element.endpoint = receiver.endpoint;
    element.config = { fields: ['email'] };
    await expect.element(page.getByText(form.unconnected)).not.toBeInTheDocument();
    await expect.element(field(form.fields.name)).not.toBeInTheDocument();
  });

  test('by property before the element knows what it is', async () => {
    // An element of another document is upgraded only when it comes into this one.
    const element = document.implementation.createHTMLDocument().createElement('lead-form') as LeadForm;
    element.endpoint = receiver.endpoint;
    element.config = { fields: ['name', 'email'], texts: { heading: 'Write to us' } };
    expect(element.shadowRoot).toBeNull();
    document.documentElement.lang = 'en';
    document.body.append(element);
    await expect.element(heading()).toHaveTextContent('Write to us');
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(form.states.accepted)).toBeVisible();
    expect(receiver.received).toHaveLength(1);
  });

  test('by a JSON child', async () => {
    const config = { endpoint: receiver.endpoint, fields: ['name', 'email'], name: 'contact' };
    await mount('lead-form', `<lead-form>${json(config)}</lead-form>`);
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(form.states.accepted)).toBeVisible();
    expect(receiver.received[0]!.lead.source.form).toBe('contact');
  });

  test('by a JSON child that comes late', async () => {
    const element = await mount('lead-form', '<lead-form endpoint="/leads"></lead-form>');
    const child = document.createElement('script');
    child.type = 'application/json';
    child.textContent = '{"texts":{"heading":"Late words"}}';
    element.append(child);
    await expect.element(heading()).toHaveTextContent('Late words');
  });

  test('in several places: property before attribute before config before child', async () => {
    const child = json({ name: 'child', variant: 'child', controller: 'child', fields: ['name', 'email'] });
    const element = await mount(
      'lead-form',
      `<lead-form endpoint="${receiver.endpoint}" name="attribute" variant="attribute">${child}</lead-form>`,
    );
    element.config = { name: 'config', variant: 'config', controller: 'config' };
    Object.assign(element, { name: 'property' });
    await expect.element(page.getByText('config will use')).toBeVisible();
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(form.states.accepted)).toBeVisible();
    expect(receiver.received[0]!.lead.source).toMatchObject({ form: 'property', variant: 'attribute' });
  });
});

describe('an owner hears once, in the console and as an event, of', () => {
  test.each([
    ['content-type', 'text/html', 'contentType'],
    ['fields', 'name shoe-size', 'fields.shoe-size'],
    ['fields', '', 'fields'],
    ['policy-url', 'http://elsewhere.example/privacy', 'policyUrl'],
    ['locale', 'tlh', 'locale'],
    ['unreadable', 'perhaps', 'unreadable'],
    ['endpoint', 'ftp://shop.example', 'endpoint'],
    ['endpoint', 'https://user:secret@shop.example', 'endpoint'],
    ['endpoint', 'http://', 'endpoint'],
  ])('the attribute %s="%s"', async (attribute, value, option) => {
    const problems = hearProblems();
    const element = await mount('lead-form', '<lead-form endpoint="/leads"></lead-form>');
    element.setAttribute(attribute, value);
    await expect.poll(() => problems.events).toEqual([{ option, expected: expect.any(String) }]);
    element.setAttribute('variant', 'rendered again');
    await element.updateComplete;
    expect(problems.console.mock.calls).toHaveLength(1);
    expect(problems.console.mock.calls[0]).toEqual([
      expect.stringContaining(`<lead-form> ${option}: expected `),
    ]);
    await expect.element(submit()).toBeVisible();
  });

  test('a missing endpoint', async () => {
    const problems = hearProblems();
    await mount('lead-form', '<lead-form></lead-form>');
    expect(problems.events).toEqual([{ option: 'endpoint', expected: expect.any(String) }]);
  });

  test.each([
    ['JSON that is none', '{ "fields": ["email", }', 'application/json'],
    ['JSON that is no object', '["email"]', 'application/json'],
    ['an option that does not exist', '{ "shoeSize": 44 }', 'shoeSize'],
    ['an option of an object’s own', '{ "constructor": {}, "__proto__": 1 }', 'constructor'],
    ['a value of the wrong kind', '{ "controller": 44 }', 'controller'],
  ])('a child with %s, and the form stands all the same', async (_, child, option) => {
    const problems = hearProblems();
    await mount('lead-form', `<lead-form endpoint="/leads">${json(child)}</lead-form>`);
    expect(problems.events[0]?.option).toContain(option);
    expect(problems.console).toHaveBeenCalled();
    await expect.element(field(form.fields.name)).toBeVisible();
  });

  test('an unknown option in the config property', async () => {
    const problems = hearProblems();
    const element = await mount('lead-form', '<lead-form endpoint="/leads"></lead-form>');
    element.config = { shoeSize: 44 } as object;
    await expect.poll(() => problems.events.map(({ option }) => option)).toEqual(['shoeSize']);
  });
});

test('a page’s title, however long, costs no lead: its beginning travels', async () => {
  const before = document.title;
  document.title = `Fewer empty chairs ${'x'.repeat(40_000)}`;
  await mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`);
  await fillIn();
  await submit().click();
  await expect.element(page.getByText(form.states.accepted)).toBeVisible();
  document.title = before;
  const { title } = receiver.received[0]!.lead.source;
  expect(title).toMatch(/^Fewer empty chairs x+$/);
  expect(title).toHaveLength(300);
});

describe('a form without a proper endpoint says so, offers the fallback and sends nothing', () => {
  test.each([
    ['none', ''],
    ['an empty one', 'endpoint=""'],
    ['one that is no web address', 'endpoint="mailto:me@shop.example"'],
    ['a script', 'endpoint="javascript:alert(1)"'],
  ])('%s', async (_, attribute) => {
    hearProblems();
    const receipts: Event[] = [];
    document.body.addEventListener('lead-receipt', (event) => receipts.push(event), { once: true });
    await mount(
      'lead-form',
      `<lead-form ${attribute} fields="name email" fallback="+39 02 123456"></lead-form>`,
    );
    await expect.element(page.getByText(form.unconnected)).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: '+39 02 123456' }))
      .toHaveAttribute('href', 'tel:+3902123456');
    await fillIn();
    await expect.element(submit()).toHaveAttribute('aria-disabled', 'true');
    await submit().click({ force: true });
    await expect.element(field(form.fields.name)).toHaveValue('Ada Rossi');
    await expect.element(page.getByText(form.unconnected)).toBeVisible();
    expect(receipts).toEqual([]);
  });
});

describe('a slip is told with the name that was meant', () => {
  test.each([
    ['<lead-form endpoint="/leads" contoller="Shop"></lead-form>', 'contoller', 'controller'],
    ['<lead-form endpoint="/leads" polcy-url="/privacy"></lead-form>', 'polcy-url', 'policy-url'],
    ['<lead-form endpont="/leads"></lead-form>', 'endpont', 'endpoint'],
    [
      '<lead-form><script type="application/json">{"endpont":"/leads"}</script></lead-form>',
      'endpont',
      'endpoint',
    ],
    [
      '<lead-form endpoint="/leads"><script type="application/json">{"texts":{"sumbit":"Go"}}</script></lead-form>',
      'texts.sumbit',
      'submit',
    ],
    [
      '<lead-form endpoint="/leads"><script type="application/json">{"texts":{"errors":{"requird":"Go"}}}</script></lead-form>',
      'texts.errors.requird',
      'required',
    ],
  ])('%s', async (html, option, meant) => {
    const problems = hearProblems();
    await mount('lead-form', html);
    expect(problems.events).toContainEqual({
      option,
      expected: expect.stringMatching(`^${meant} \\(did you mean`),
    });
  });

  test('and what is nobody’s slip is left alone', async () => {
    const problems = hearProblems();
    await mount(
      'lead-form',
      '<lead-form endpoint="/leads" id="contact" class="card" title="Contact" data-name="x" aria-label="Contact" part="form" slot="a"><p>One moment</p></lead-form>',
    );
    expect(problems.events).toEqual([]);
  });
});

test('of the fields that are asked for the known ones stand there, and only the others are told', async () => {
  const problems = hearProblems();
  const element = await mount('lead-form', '<lead-form endpoint="/leads" fields="name fax"></lead-form>');
  const names = [...element.shadowRoot!.querySelectorAll('.field label')].map((label) =>
    label.getAttribute('for'),
  );
  expect(names).toEqual(['name', 'email']);
  expect(problems.events.map(({ option }) => option)).toEqual(['fields.fax']);
});

test('an element that is not closed says that it has swallowed the page', async () => {
  const problems = hearProblems();
  await mount('lead-form', '<lead-form endpoint="/leads" /><main><h1>The rest of the page</h1></main>');
  expect(problems.events.map(({ option }) => option)).toEqual(['</lead-form>']);
});
