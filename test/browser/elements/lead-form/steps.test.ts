import '../../../../src/define.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LeadMoment } from '../../../../src/elements/lead-form/lead-form.ts';
import { fill } from '../../../../src/i18n/fill.ts';
import { form as en } from '../../../../src/locales/en.ts';
import {
  bothForms,
  controlsIn,
  type FormSetup,
  focusIn,
  formIn,
  noteOf,
} from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
let moments: LeadMoment[] = [];
const hear = ({ detail }: CustomEvent<LeadMoment>) => moments.push(detail);
beforeEach(() => {
  moments = [];
  document.addEventListener('lead-step', hear);
});
afterEach(() => document.removeEventListener('lead-step', hear));

const fields: FormSetup['fields'] = [
  { step: 'Your project' },
  { name: 'kind', label: 'Kind?', type: 'select', choices: { boat: 'Boat', car: 'Car' } },
  { step: 'The boat' },
  { name: 'sail', label: 'Sail?', showIf: 'kind=boat' },
  { name: 'mast', label: 'Mast?', showIf: 'kind=boat', optional: true },
  { step: 'You' },
  { name: 'name' },
  { name: 'email' },
];
const next = () => page.getByRole('button', { name: en.next, exact: true });
const back = () => page.getByRole('button', { name: en.back, exact: true });
const progress = (step: number, steps: number) => fill(en.step, { step, steps });

describe.each(bothForms)('%s', (_, mountForm) => {
  const mountSteps = () => mountForm({ endpoint: receiver.endpoint, fields });
  const isSeen = (element: HTMLElement, name: string) => controlsIn(element, name)[0]!.checkVisibility();
  const stands = (step: number, steps: number) =>
    expect.element(page.getByText(progress(step, steps))).toBeVisible();

  test('one step is asked at a time, with its heading and where it stands', async () => {
    const element = await mountSteps();
    await stands(1, 2);
    expect(['kind', 'sail', 'name', 'email'].filter((name) => isSeen(element, name))).toEqual(['kind']);
    await expect.element(page.getByText('Your project')).toBeVisible();
    expect(formIn(element).innerText).not.toContain('You\n');
    await expect.element(back()).not.toBeInTheDocument();
    await expect.element(next()).toBeVisible();
    await expect.element(submit()).not.toBeInTheDocument();
    expect(isSeen(element, 'consent.marketing')).toBe(false);
  });

  test('“Continue” asks for what is wrong in this step alone', async () => {
    const element = await mountSteps();
    await next().click();
    await expect.poll(() => noteOf(element, 'kind')).toBe(en.errors.required);
    expect(noteOf(element, 'name')).not.toBe(en.errors.required);
    expect(isSeen(element, 'kind')).toBe(true);
    expect(moments).toEqual([]);
  });

  test('“Continue” goes to what is wrong, as the button that sends does', async () => {
    const element = await mountSteps();
    await next().click();
    await expect.poll(() => focusIn(element)).toBe('kind');
  });

  test('a step that asks nothing is passed over, and not counted; once it asks, it is there', async () => {
    const element = await mountSteps();
    await field('Kind?').selectOptions('car');
    await next().click();
    await stands(2, 2);
    expect(isSeen(element, 'name')).toBe(true);
    await back().click();
    await stands(1, 2);
    await field('Kind?').selectOptions('boat');
    await stands(1, 3);
    await next().click();
    await stands(2, 3);
    expect(isSeen(element, 'sail')).toBe(true);
    await expect.element(submit()).not.toBeInTheDocument();
  });

  test('the last step is there for its button, even if it asks nothing more', async () => {
    await mountForm({
      endpoint: receiver.endpoint,
      boxes: [],
      config: { noScoring: true },
      fields: [
        { step: 'You' },
        { name: 'email' },
        { name: 'kind', label: 'Kind?', type: 'select', choices: { boat: 'Boat', car: 'Car' } },
        { step: 'The boat' },
        { name: 'sail', label: 'Sail?', showIf: 'kind=boat' },
      ],
    });
    await field('E-mail').fill('ada@shop.example');
    await field('Kind?').selectOptions('car');
    await stands(1, 2);
    await next().click();
    await expect.element(submit()).toBeVisible();
    await submit().click();
    await expect.poll(() => receiver.received.length).toBe(1);
  });

  test('the focus goes to where the step begins, so that it is read from there', async () => {
    const element = await mountSteps();
    await field('Kind?').selectOptions('car');
    await next().click();
    await expect.poll(() => focusIn(element)).toBe(progress(2, 2));
    await back().click();
    await expect.poll(() => focusIn(element)).toBe(progress(1, 2));
  });

  test('the button that sends, with the boxes, stands in the last step alone', async () => {
    const element = await mountSteps();
    await field('Kind?').selectOptions('car');
    await next().click();
    await expect.element(submit()).toBeVisible();
    expect(isSeen(element, 'consent.marketing')).toBe(true);
    await expect.element(next()).not.toBeInTheDocument();
  });

  test('“Back” loses nothing, and asks for nothing', async () => {
    const element = await mountSteps();
    await field('Kind?').selectOptions('boat');
    await next().click();
    await field('Mast?').fill('High');
    await back().click();
    await expect.element(field('Kind?')).toHaveValue('boat');
    expect(noteOf(element, 'sail')).not.toBe(en.errors.required);
    await next().click();
    await expect.element(field('Mast?')).toHaveValue('High');
  });

  test('Enter in a step goes on as “Continue” does, and sends nothing before the last', async () => {
    const element = await mountSteps();
    await field('Kind?').selectOptions('boat');
    await next().click();
    await field('Mast?').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => noteOf(element, 'sail')).toBe(en.errors.required);
    await field('Sail?').fill('Red');
    await userEvent.keyboard('{Enter}');
    await stands(3, 3);
    expect(receiver.received).toEqual([]);
    await field(en.fields.name).fill('Ada');
    await field(en.fields.email).fill('ada@shop.example');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(receiver.received).toHaveLength(1);
  });

  test('what all steps were told is one request', async () => {
    await mountSteps();
    await field('Kind?').selectOptions('boat');
    await next().click();
    await field('Sail?').fill('Red');
    await next().click();
    await field(en.fields.name).fill('Ada');
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(receiver.received[0]!.lead.profile).toEqual({
      name: 'Ada',
      email: 'ada@shop.example',
      answers: [
        { name: 'kind', label: 'Kind?', value: 'boat' },
        { name: 'sail', label: 'Sail?', value: 'Red' },
      ],
    });
  });

  test('what is wrong in an earlier step leads there', async () => {
    const element = await mountSteps();
    await field('Kind?').selectOptions('boat');
    await next().click();
    await field('Sail?').fill('Red');
    await next().click();
    await field(en.fields.name).fill('Ada');
    await field(en.fields.email).fill('ada@shop.example');
    // As by another tab's autofill, or an owner's script.
    controlsIn(element, 'sail')[0]!.value = '';
    await submit().click();
    await stands(2, 3);
    expect(focusIn(element)).toBe('sail');
    expect(noteOf(element, 'sail')).toBe(en.errors.required);
    expect(receiver.received).toEqual([]);
  });

  test('after it was sent, the next request begins at the first step', async () => {
    const element = await mountSteps();
    await field('Kind?').selectOptions('car');
    await next().click();
    await field(en.fields.name).fill('Ada');
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await page.getByRole('button', { name: en.again }).click();
    await stands(1, 2);
    await expect.poll(() => focusIn(element)).toBe('kind');
  });

  test('each step that is gone to is told once, with its number and nothing that was written', async () => {
    await mountSteps();
    await field('Kind?').selectOptions('car');
    await next().click();
    await stands(2, 2);
    await back().click();
    await stands(1, 2);
    expect(moments).toEqual([
      { form: 'lead-form', step: 2, steps: 2 },
      { form: 'lead-form', step: 1, steps: 2 },
    ]);
  });
});

test('a form without steps says nothing of them', async () => {
  await bothForms[0][1]({ fields: [{ name: 'email' }] });
  await expect.element(submit()).toBeVisible();
  expect(page.getByText(progress(1, 1)).elements()).toEqual([]);
  await expect.element(next()).not.toBeInTheDocument();
});

test('a button of the owner’s that stands in no step is there at the last one alone', async () => {
  const element = await bothForms[1][1]({ fields });
  const form = formIn(element);
  const button = form.querySelector('button:not([type])')!;
  form.append(button);
  const again = element.cloneNode(true) as typeof element;
  again.querySelectorAll('.actions, [aria-hidden]').forEach((made) => void made.remove());
  element.replaceWith(again);
  await expect.element(submit()).not.toBeInTheDocument();
  await field('Kind?').selectOptions('car');
  await next().click();
  await expect.element(submit()).toBeVisible();
});
