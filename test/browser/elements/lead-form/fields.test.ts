import '../../../../src/define.ts';
import { describe, expect, test } from 'vitest';
import { form } from '../../../../src/locales/en.ts';
import { mount } from '../../../support/mount.ts';

const { fields } = form;
const mountForm = (attributes = '', child = '') =>
  mount('lead-form', `<lead-form endpoint="/leads" ${attributes}>${child}</lead-form>`);

type Control = HTMLInputElement | HTMLSelectElement;

const controlsOf = ({ shadowRoot }: HTMLElement): Control[] =>
  [...shadowRoot!.querySelectorAll<Control>('input, select, textarea')].filter(
    (control) => !control.closest('[aria-hidden=true]'),
  );

/** Labels of what is asked for from top to bottom, `?` behind what may stay empty. */
const askedBy = (element: HTMLElement) =>
  controlsOf(element)
    .filter(({ type }) => type !== 'checkbox')
    .map(({ labels, required }) => labels![0]!.textContent!.trim() + (required ? '' : '?'));

test('by default it asks for who somebody is and what they need, and for little else', async () => {
  expect(askedBy(await mountForm())).toEqual([
    fields.name,
    fields.email,
    `${fields.company}?`,
    `${fields.phone}?`,
    fields.interests,
    fields.timeframe,
    `${fields.message}?`,
  ]);
});

test('no box is ticked, and no choice made, for anybody', async () => {
  const controls = controlsOf(await mountForm());
  const boxes = controls.filter(({ type }) => type === 'checkbox') as HTMLInputElement[];
  expect(boxes.map(({ labels, checked }) => [labels![0]!.textContent!.trim(), checked])).toEqual([
    [form.consent.marketing, false],
    [form.consent.profiling, false],
    [form.objection, false],
  ]);
  expect(controls.filter(({ type }) => type !== 'checkbox').map(({ value }) => value)).toEqual(
    Array(7).fill(''),
  );
});

test('the browser can fill in what it knows', async () => {
  const tokens = controlsOf(await mountForm()).map((control) => control.getAttribute('autocomplete'));
  expect(tokens).toEqual(expect.arrayContaining(['name', 'email', 'organization', 'tel']));
});

describe('the owner chooses the fields', () => {
  test('by names in order, with ? behind what may stay empty', async () => {
    expect(askedBy(await mountForm('fields="email firstName lastName? budget"'))).toEqual([
      fields.email,
      fields.firstName,
      `${fields.lastName}?`,
      fields.budget,
    ]);
  });

  test('with words and choices of their own', async () => {
    const own = {
      fields: ['email', 'interests'],
      interests: { sail: 'A sailing boat', oars: 'A rowing boat' },
      texts: { fields: { interests: 'Which boat?' } },
    };
    const element = await mountForm('', `<script type="application/json">${JSON.stringify(own)}</script>`);
    expect(askedBy(element)).toEqual([fields.email, 'Which boat?']);
    const [, boats] = controlsOf(element);
    expect([...(boats as HTMLSelectElement).options].map(({ value, text }) => [value, text])).toEqual([
      ['', form.choose],
      ['sail', 'A sailing boat'],
      ['oars', 'A rowing boat'],
    ]);
  });

  test.each([
    ['left out', 'name'],
    ['made optional', 'email? name'],
  ])('but the e-mail address is always asked for, even %s', async (_, chosen) => {
    const asked = askedBy(await mountForm(`fields="${chosen}"`));
    expect(asked.toSorted()).toEqual([fields.email, fields.name]);
  });

  test('and one named twice is asked for once', async () => {
    expect(askedBy(await mountForm('fields="email, email, name"'))).toEqual([fields.email, fields.name]);
  });
});

test('beside the button stands who will use what is written', async () => {
  const element = await mountForm('controller="Rossi & figli" policy-url="https://rossi.example/privacy"');
  expect(element.shadowRoot!.textContent).toContain(form.privacy.replace('{controller}', 'Rossi & figli'));
  const policy = element.shadowRoot!.querySelector('a')!;
  expect([policy.textContent, policy.href]).toEqual([form.policy, 'https://rossi.example/privacy']);
});
