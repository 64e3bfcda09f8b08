import '../../../src/define.ts';
import { describe, expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { LeadForm } from '../../../src/elements/lead-form/lead-form.ts';
import type { LeadFormConfig } from '../../../src/form/lead-form-options.ts';
import type { Envelope } from '../../../src/lead/envelope.ts';
import { form as en } from '../../../src/locales/en.ts';
import { form as it } from '../../../src/locales/it.ts';
import { controlsIn, formIn } from '../../support/both-forms.ts';
import { mount } from '../../support/mount.ts';
import { setUpReceiver } from '../../support/receiver.ts';

const receiver = setUpReceiver();

const fields: LeadFormConfig['fields'] & object = [
  { step: 'Your project & <plans>' },
  { name: 'interests', type: 'checkboxes' },
  { name: 'budget', type: 'radio' },
  {
    name: 'service',
    label: 'Which “one” & why?',
    choices: { audit: 'An <audit>', ads: 'Ads' },
    showIf: 'budget=5k-20k',
  },
  { name: 'staff', label: 'Staff?', type: 'range', min: 0, max: 100, value: '40', hint: 'Roughly' },
  { name: 'story', label: 'Story?', type: 'textarea', optional: true, value: ' One\n  two & </textarea>' },
  { name: 'list', type: 'hidden', value: '"7"' },
  { step: 'You' },
  'name',
  'phone?',
  { name: 'email', hint: 'At work' },
];
const consents = { profiling: '', partners: 'Tell your "partners" & friends.' };

/** The same answers in either form, whatever its look. */
async function sendFrom(element: LeadForm): Promise<Envelope> {
  const form = formIn(element);
  const tick = (name: string, value?: string) =>
    void controlsIn(element, name)
      .find((each) => value === undefined || each.value === value)!
      .click();
  const write = (name: string, value: string) => {
    const [control] = controlsIn(element, name);
    control!.value = value;
    control!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  tick('interests', 'quote');
  tick('interests', 'demo');
  tick('budget', '5k-20k');
  write('service', 'audit');
  form.querySelector('button')!.form!.requestSubmit();
  write('name', 'Ada Rossi');
  write('phone', '02 123456');
  write('email', 'ada@shop.example');
  tick('consent.partners');
  await element.updateComplete;
  const before = receiver.received.length;
  form.requestSubmit();
  await expect.poll(() => receiver.received.length).toBe(before + 1);
  return receiver.received.at(-1)!.lead;
}

/** What a lead says, without what is new each time. */
const said = ({ profile, consents, score }: Envelope) => ({
  profile,
  consents: consents.map(({ at, ...consent }) => consent),
  score,
});

describe.each([
  ['en', en],
  ['it', it],
] as const)('the printed form: %s', (locale, words) => {
  const config = (): LeadFormConfig => ({
    endpoint: receiver.endpoint,
    locale,
    fields,
    consents,
    controller: 'Rossi & figli',
    policyUrl: 'https://shop.example/privacy',
    texts: { submit: '</script> & go' },
  });

  test('is sent exactly as the configured one is', async () => {
    const element = await mount('lead-form', '<lead-form></lead-form>');
    element.config = config();
    await element.updateComplete;
    const configured = said(await sendFrom(element));
    const printed = said(await sendFrom(await mount('lead-form', await commands.printForm(config()))));
    expect(printed).toEqual(configured);
    expect(printed.profile).toMatchObject({
      interests: ['quote', 'demo'],
      buying: { budget: '5k-20k' },
      name: 'Ada Rossi',
    });
    expect(printed.consents.map(({ purpose, granted }) => [purpose, granted])).toEqual([
      ['profiling', false],
      ['partners', true],
    ]);
  });

  test('is HTML that a parser reads as it is meant', async () => {
    const html = await commands.printForm(config());
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    expect(body.children).toHaveLength(1);
    const form = body.querySelector('lead-form > form') as HTMLFormElement;
    expect(form.getAttribute('action')).toBe(receiver.endpoint);
    expect(body.querySelectorAll('plans, audit')).toHaveLength(0);
    const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const label of body.querySelectorAll('label')) expect(label.control?.closest('form')).toBe(form);
    const described = [...body.querySelectorAll('[aria-describedby]')].map(
      (each) => each.getAttribute('aria-describedby')!,
    );
    expect(described.length).toBeGreaterThan(5);
    for (const id of described) expect(body.querySelector(`#${id}`)).not.toBeNull();
    expect(body.querySelector('textarea')!.value).toBe(' One\n  two & </textarea>');
    expect(JSON.parse(body.querySelector('script')!.textContent!)).toEqual({
      texts: { submit: '</script> & go' },
    });
  });

  test('has the words of its language', async () => {
    const { body } = new DOMParser().parseFromString(await commands.printForm(config()), 'text/html');
    const text = body.textContent!.replace(/\s+/g, ' ');
    for (const each of [
      words.heading,
      words.fields.phone,
      words.choices.budget['1k-5k']!,
      words.scored,
      words.policy,
    ])
      expect(text).toContain(each);
    expect(text).toContain('Which “one” & why?');
  });
});

test('the printed form stands where it is pasted, and the script builds no second one', async () => {
  const element = await mount(
    'lead-form',
    await commands.printForm({ endpoint: receiver.endpoint, fields: 'name email' }),
  );
  expect(element.shadowRoot!.querySelector('form')).toBeNull();
  await expect.element(page.getByLabelText(en.fields.name, { exact: true })).toBeVisible();
  expect(page.getByRole('button', { name: en.submit }).elements()).toHaveLength(1);
});
