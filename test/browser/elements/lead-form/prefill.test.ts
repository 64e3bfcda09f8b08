import '../../../../src/define.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { bothForms, controlsIn, type FormSetup } from '../../../support/both-forms.ts';
import { field } from '../../../support/form-on-page.ts';

const { pathname } = location;
afterEach(() => {
  history.replaceState(null, '', pathname);
  document.body.replaceChildren();
  sessionStorage.clear();
});

const fields: FormSetup['fields'] = [
  { name: 'company', optional: true },
  { name: 'kind', label: 'Kind?', type: 'select', choices: { boat: 'Boat', car: 'Car' }, value: 'car' },
  { name: 'size', label: 'Size?', type: 'radio', choices: { s: 'Small', l: 'Large' }, value: 's' },
  { name: 'days', label: 'Days?', type: 'checkboxes', choices: { mo: 'Monday', tu: 'Tuesday' } },
  { name: 'sail', label: 'Sail?', showIf: 'kind=boat' },
  { name: 'list', type: 'hidden', value: '7' },
  { name: 'email' },
];

describe.each(bothForms)('%s', (_, mountForm) => {
  /** The form on a page with such a query, where such names may be written by a link. */
  const arrive = (query: string, prefill?: string, changes: Partial<FormSetup> = {}) => {
    history.replaceState(null, '', `${pathname}?${query}`);
    return mountForm({ fields, config: prefill === undefined ? {} : { prefill }, ...changes });
  };
  const values = (element: HTMLElement) =>
    Object.fromEntries(
      ['company', 'kind', 'list', 'email'].map((name) => [name, controlsIn(element, name)[0]!.value]),
    );
  const checked = (element: HTMLElement, name: string) =>
    controlsIn(element, name)
      .filter(({ checked }) => checked)
      .map(({ value }) => value);

  test('a link writes nothing where the owner has allowed no name', async () => {
    const element = await arrive('company=Rossi&email=ada@shop.example&kind=boat&list=9');
    expect(values(element)).toEqual({ company: '', kind: 'car', list: '7', email: '' });
  });

  test('a link writes under the names that the owner has allowed, and no others', async () => {
    const element = await arrive('company=Rossi+%26+figli&email=ada%40shop.example&list=9', 'company list');
    expect(values(element)).toEqual({ company: 'Rossi & figli', kind: 'car', list: '9', email: '' });
  });

  test('it chooses what there is to choose', async () => {
    const element = await arrive('kind=boat&size=l&days=mo&days=tu', 'kind size days');
    expect(values(element).kind).toBe('boat');
    expect(checked(element, 'size')).toEqual(['l']);
    expect(checked(element, 'days')).toEqual(['mo', 'tu']);
    expect(controlsIn(element, 'sail')[0]!.checkVisibility()).toBe(true);
  });

  test('a choice that there is not changes nothing', async () => {
    const element = await arrive('kind=plane&size=xl&days=su', 'kind size days');
    expect(values(element).kind).toBe('car');
    expect(checked(element, 'size')).toEqual(['s']);
    expect(checked(element, 'days')).toEqual([]);
  });

  test('no link agrees to anything, nor objects, even if the owner has allowed it to', async () => {
    const element = await arrive(
      'consent.marketing=on&consent.profiling=on&objection.scoring=on',
      'consent.marketing consent.profiling objection.scoring',
    );
    for (const name of ['consent.marketing', 'consent.profiling', 'objection.scoring'])
      expect({ name, checked: checked(element, name) }).toEqual({ name, checked: [] });
  });

  test('what the person has typed wins', async () => {
    const prefill = 'company email';
    await arrive('company=Rossi&email=ada@shop.example', prefill);
    await field('Company').fill('Bianchi');
    const element = await arrive('company=Rossi&email=ada@shop.example', prefill, { isReload: true });
    expect(values(element)).toMatchObject({ company: 'Bianchi', email: 'ada@shop.example' });
  });

  test('a question that the person left empty on one page is answered by the link to the next', async () => {
    const prefill = 'company kind days';
    await arrive('', prefill);
    await field('E-mail').fill('ada@shop.example');
    await field('Kind?').selectOptions('boat');
    const element = await arrive('company=Rossi&kind=car&days=mo', prefill, { isReload: true });
    expect(values(element)).toMatchObject({ company: 'Rossi', kind: 'boat', email: 'ada@shop.example' });
    expect(checked(element, 'days')).toEqual(['mo']);
  });

  test('what a link writes stays text', async () => {
    const text = '"><img src=x onerror="pwned=1">';
    const element = await arrive(`company=${encodeURIComponent(text)}`, 'company');
    expect(values(element).company).toBe(text);
    expect(document.querySelector('img')).toBeNull();
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
  });

  test('names that mean something to JavaScript write nothing', async () => {
    const element = await arrive('__proto__=x&constructor=x&toString=x', '__proto__ constructor toString');
    expect(values(element)).toEqual({ company: '', kind: 'car', list: '7', email: '' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
