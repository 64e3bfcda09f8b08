import '../../../../src/define.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { form as en } from '../../../../src/locales/en.ts';
import { visit } from '../../../../src/visit/visit.ts';
import { bothForms, controlsIn, type FormSetup, formIn } from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const forget = () => localStorage.removeItem('unisono:answered');
beforeEach(forget);
afterEach(forget);

const fields: FormSetup['fields'] = [
  { name: 'company' },
  { name: 'staff', label: 'Staff?' },
  { name: 'days', label: 'Days?', type: 'checkboxes', choices: { mo: 'Monday', tu: 'Tuesday' } },
  { name: 'budget' },
  { name: 'list', type: 'hidden', value: '7' },
  { name: 'name' },
  { name: 'email' },
];

describe.each(bothForms)('%s', (_, mountForm) => {
  const mount = (changes: Partial<FormSetup> = {}) =>
    mountForm({ endpoint: receiver.endpoint, fields, config: { progressive: 2 }, ...changes });
  const asked = (element: HTMLElement) =>
    fields.flatMap((each) =>
      'name' in each && controlsIn(element, each.name)[0]!.checkVisibility() ? [each.name] : [],
    );
  const whoIAm = async () => {
    await field(en.fields.name).fill('Ada');
    await field(en.fields.email).fill('ada@shop.example');
  };
  const send = async () => {
    await whoIAm();
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
  };
  const sayYes = () => field(en.consent.profiling).click();

  test('at most so many questions are asked, and always who somebody is', async () => {
    const element = await mount();
    expect(asked(element)).toEqual(['company', 'staff', 'name', 'email']);
    expect(formIn(element).innerText).not.toMatch(/Days\?|Annual budget/);
  });

  test('without the option all of them are', async () => {
    expect(asked(await mount({ config: {} }))).toEqual([
      'company',
      'staff',
      'days',
      'budget',
      'name',
      'email',
    ]);
  });

  test('what is not asked this time is neither required nor sent; what is hidden travels', async () => {
    await mount();
    await field(en.fields.company).fill('Rossi');
    await field('Staff?').fill('5');
    await send();
    expect(receiver.received[0]!.lead.profile).toEqual({
      email: 'ada@shop.example',
      name: 'Ada',
      company: 'Rossi',
      answers: [
        { name: 'staff', label: 'Staff?', value: '5' },
        { name: 'list', label: expect.any(String), value: '7' },
      ],
    });
  });

  test('after a yes the next visit asks the next ones, and the one after that none', async () => {
    await mount();
    await field(en.fields.company).fill('Rossi');
    await field('Staff?').fill('5');
    await sayYes();
    await send();
    const second = await mount();
    expect(asked(second)).toEqual(['days', 'budget', 'name', 'email']);
    await field('Monday').click();
    await field(en.fields.budget).selectOptions('5k-20k');
    await sayYes();
    await send();
    expect(asked(await mount())).toEqual(['name', 'email']);
  });

  test('what was asked and left empty is asked again', async () => {
    const optional = fields.map((each) => ('name' in each ? { ...each, optional: true } : each));
    await mount({ fields: optional });
    await field('Staff?').fill('5');
    await sayYes();
    await send();
    expect(asked(await mount({ fields: optional }))).toEqual(['company', 'days', 'name', 'email']);
  });

  test('without a yes nothing is remembered', async () => {
    await mount();
    await field(en.fields.company).fill('Rossi');
    await field('Staff?').fill('5');
    await send();
    expect(localStorage.getItem('unisono:answered')).toBeNull();
    expect(asked(await mount())).toEqual(['company', 'staff', 'name', 'email']);
  });

  test('what is remembered are names, and nothing of what was written', async () => {
    await mount();
    await field(en.fields.company).fill('Canary');
    await field('Staff?').fill('canary');
    await sayYes();
    await send();
    await expect.poll(() => localStorage.getItem('unisono:answered')).toContain('staff');
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/canary|ada@/i);
  });

  test('a yes that was taken back asks everything anew', async () => {
    await mount();
    await field(en.fields.company).fill('Rossi');
    await field('Staff?').fill('5');
    await sayYes();
    await send();
    visit.consent({ profiling: false });
    expect(asked(await mount())).toEqual(['company', 'staff', 'name', 'email']);
  });

  test('another form has its own', async () => {
    await mount();
    await field(en.fields.company).fill('Rossi');
    await field('Staff?').fill('5');
    await sayYes();
    await send();
    const other = await mount({ config: { progressive: 2, name: 'other' } });
    expect(asked(other)).toEqual(['company', 'staff', 'name', 'email']);
  });
});
