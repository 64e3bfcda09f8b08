import '../../../../src/define.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { form as en } from '../../../../src/locales/en.ts';
import { pageOutbox } from '../../../../src/visit/page-outbox.ts';
import { bothForms, controlsIn, type FormSetup, formIn } from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { accept, beBusy, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const { pathname } = location;
afterEach(() => history.replaceState(null, '', pathname));

const fields: FormSetup['fields'] = [
  { name: 'kind', label: 'Kind?', type: 'select', choices: { boat: 'Boat', car: 'Car' } },
  { name: 'size', label: 'Size?', type: 'radio', choices: { s: 'Small', l: 'Large' }, optional: true },
  {
    name: 'days',
    label: 'Days?',
    type: 'checkboxes',
    choices: { mo: 'Monday', tu: 'Tuesday' },
    optional: true,
  },
  { name: 'message', optional: true },
  { name: 'list', type: 'hidden', value: '7' },
  { name: 'email' },
];
const inTab = () =>
  Object.entries(sessionStorage)
    .filter(([key]) => key.startsWith('unisono:draft:'))
    .map(([, text]) => text)
    .join('');

describe.each(bothForms)('%s', (_, mountForm) => {
  const mount = (changes: Partial<FormSetup> = {}) =>
    mountForm({ endpoint: receiver.endpoint, fields, ...changes });
  const reload = (changes: Partial<FormSetup> = {}) => mount({ isReload: true, ...changes });
  const write = async () => {
    await field('Kind?').selectOptions('car');
    await field('Large').click();
    await field('Monday').click();
    await field('Tuesday').click();
    await field(en.fields.message).fill('One\nTwo');
    await field(en.fields.email).fill('ada@shop.ex');
  };

  /** Has a request refused, and loads the page anew. */
  const refusedAndReloaded = async () => {
    receiver.will(refuse('Not like this.'));
    await mount();
    await write();
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.element(page.getByText(en.states.rejected)).toBeVisible();
    await reload();
  };

  test('what was written is there again when the page is loaded anew', async () => {
    await mount();
    await write();
    const element = await reload();
    const checked = controlsIn(element, 'days').map(({ checked }) => checked);
    await expect.element(field('Kind?')).toHaveValue('car');
    await expect.element(field('Large')).toBeChecked();
    expect(checked).toEqual([true, true]);
    await expect.element(field(en.fields.message)).toHaveValue('One\nTwo');
    await expect.element(field(en.fields.email)).toHaveValue('ada@shop.ex');
  });

  test('a request that was refused, and changed on the next page, takes the place of the refused one', async () => {
    await refusedAndReloaded();
    receiver.will(accept);
    await expect.element(field(en.fields.message)).toHaveValue('One\nTwo');
    await field(en.fields.message).fill('Three');
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(await pageOutbox().list()).toEqual([]);
    expect(receiver.received.at(-1)!.lead.profile.message).toBe('Three');
    expect(inTab()).toBe('');
  });

  test('once it has arrived after all, nothing stands there to be sent a second time', async () => {
    await refusedAndReloaded();
    receiver.will(accept);
    await page.getByRole('button', { name: en.retry }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent(en.states.accepted);
    await expect.element(field(en.fields.message)).toHaveValue('');
    expect(inTab()).toBe('');
  });

  test('no box is ticked again: consent is given each time', async () => {
    await mount();
    await field(en.consent.marketing).click();
    await field(en.consent.profiling).click();
    await field(en.objection).click();
    await write();
    const element = await reload();
    for (const name of ['consent.marketing', 'consent.profiling', 'objection.scoring'])
      expect(controlsIn(element, name).map(({ checked }) => checked)).toEqual([false]);
    expect(inTab()).not.toMatch(/consent|objection/);
  });

  test('what the page itself has put in is the page’s', async () => {
    const element = await mount();
    controlsIn(element, 'list')[0]!.value = 'secret';
    await write();
    expect(inTab()).not.toContain('secret');
    expect(controlsIn(await reload(), 'list')[0]!.value).toBe('7');
  });

  test('what was shown again counts for conditions and steps at once', async () => {
    const conditional: FormSetup['fields'] = [
      ...fields,
      { name: 'sail', label: 'Sail?', showIf: 'kind=car' },
    ];
    await mount({ fields: conditional });
    await field('Kind?').selectOptions('car');
    await field('Sail?').fill('Red');
    const element = await reload({ fields: conditional });
    expect(controlsIn(element, 'sail')[0]!.checkVisibility()).toBe(true);
    await expect.element(field('Sail?')).toHaveValue('Red');
  });

  test.each([
    ['arrived', undefined, en.states.accepted],
    ['waits in this browser', beBusy, en.states.queued],
  ])('it is gone once the request has %s', async (_, answer, state) => {
    if (answer) receiver.will(answer);
    await mount();
    await write();
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.element(page.getByText(state)).toBeVisible();
    expect(inTab()).not.toContain('ada');
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('unisono:draft:'))).toEqual([]);
    const element = await reload();
    expect(controlsIn(element, 'email')[0]!.value).toBe('');
  });

  test('it stays while the request was refused', async () => {
    await refusedAndReloaded();
    await expect.element(field(en.fields.email)).toHaveValue('ada@shop.example');
  });

  test('a form of another name has its own, and so has one on another page', async () => {
    await mount();
    await write();
    expect(controlsIn(await reload({ config: { name: 'other' } }), 'email')[0]!.value).toBe('');
    history.replaceState(null, '', '/elsewhere');
    expect(controlsIn(await reload(), 'email')[0]!.value).toBe('');
    history.replaceState(null, '', `${pathname}?utm_source=mail#top`);
    expect(controlsIn(await reload(), 'email')[0]!.value).toBe('ada@shop.ex');
  });

  test.each([
    '{ broken',
    '7',
    '"text"',
    'null',
    '[]',
    '{"email":"text"}',
    '{"email":{"0":"x"}}',
    '{"email":[null],"kind":[{}],"size":["xl"],"days":[1],"message":[["x"]]}',
    '{"__proto__":["x"],"toString":["x"],"constructor":["x"]}',
  ])('a damaged one keeps nobody from asking: %s', async (text) => {
    await mount();
    sessionStorage.setItem(`unisono:draft:lead-form:${pathname}`, text);
    await reload();
    await write();
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(receiver.received[0]!.lead.profile.email).toBe('ada@shop.example');
  });

  test('whoever writes into the tab’s storage agrees to nothing for the person', async () => {
    await mount();
    sessionStorage.setItem(
      `unisono:draft:lead-form:${pathname}`,
      '{"consent.marketing":["on"],"consent.profiling":["on"]}',
    );
    const element = await reload();
    for (const name of ['consent.marketing', 'consent.profiling'])
      expect(controlsIn(element, name).map(({ checked }) => checked)).toEqual([false]);
  });
});

test('what was written outlives a change of the configuration, boxes as well', async () => {
  const element = await bothForms[0][1]({ fields, endpoint: receiver.endpoint });
  await field(en.fields.email).fill('ada@shop.ex');
  await field(en.consent.marketing).click();
  element.setAttribute('controller', 'Rossi');
  await expect.element(page.getByText('Rossi will use')).toBeVisible();
  await expect.element(field(en.fields.email)).toHaveValue('ada@shop.ex');
  await expect.element(field(en.consent.marketing)).toBeChecked();
});

test('no password waits in the tab', async () => {
  const element = await bothForms[1][1]({ fields });
  controlsIn(element, 'email')[0]!.insertAdjacentHTML(
    'afterend',
    '<input type="password" name="word" aria-label="Word">',
  );
  await field('Word').fill('canary');
  await field(en.fields.email).fill('ada@shop.ex');
  expect(inTab()).toContain('ada@shop.ex');
  expect(inTab()).not.toContain('canary');
  expect(formIn(element).isConnected).toBe(true);
});
